/** What is worth knowing of a command that was run. */
import type { Remark } from '../decision/commands/verdict.ts';
import type { CallPlace } from './calls/call-place.ts';
import { renderDay } from './moments.ts';
import { firstInWords, inertName } from './names.ts';
import { rolesInWords } from './roles.ts';
import { domainOwnersText } from './status/named-owner.ts';
import { codeSpan, usersWords } from './users-words.ts';

/** The rest of a sentence that began with the command, in harmless Markdown. */
export function remarkText(remark: Remark, { timezone, allowed }: Pick<CallPlace, 'timezone' | 'allowed'>): string {
  switch (remark.what) {
    case 'away':
      return `done. ${inertName(remark.person)} is away until ${renderDay(remark.until, timezone)}; if it is better not to wait, somebody else can be named with the same command.`;
    case 'outside-domain':
      return `done. ${domainOwnersText(remark)} That blocks nothing; if it is better that one of them decides, they can be named with the same command.`;
    case 'not-assignable':
      return `done, and the term stands. GitHub does not let ${inertName(remark.person)} be an assignee here; administrators of the repository can change that by giving access.`;
    case 'still-dri':
      return 'done, and the role of temporary DRI here is still yours. `/dri hand @user NOTE` hands it on with what the next person needs to know; `/dri release` gives it back.';
    case 'principle-unknown':
      return `noted, in its own words. ${usersWords(remark.principle, 100)} is none of the principles of this repository, which may be worth a look: ${firstInWords(remark.known.map(codeSpan), 'or')}.`;
    case 'not-binding':
      return `noted, and shown for everybody to weigh. It binds nobody${bindingText(rolesInWords(allowed.object))}.`;
  }
}

function bindingText(who: string): string {
  return who === '' ? ' here, as no objection does in this repository' : `, as an objection that binds is for ${who}; whoever of them shares it can post \`/object WHY\``;
}
