/** What is worth knowing of a command that was run. */
import type { Remark } from '../decision/commands/verdict.ts';
import { renderDay } from './moments.ts';
import { inertName } from './names.ts';

/** The rest of a sentence that began with the command, in harmless Markdown. */
export function remarkText(remark: Remark, timezone: string): string {
  switch (remark.what) {
    case 'away':
      return `done. ${inertName(remark.person)} is away until ${renderDay(remark.until, timezone)}; if it is better not to wait, you can ask somebody else with \`/dri assign @user\`.`;
    case 'not-assignable':
      return `done, and the term stands. GitHub does not let ${inertName(remark.person)} be an assignee here; administrators of the repository can change that by giving access.`;
    case 'not-binding':
      return 'noted, and shown for everybody to weigh. It binds nobody, as an objection that binds is for members; any member who shares it can post `/object WHY`.';
  }
}
