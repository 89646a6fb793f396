import type { Objection } from '../decision/record-schema.ts';
import { renderDay } from './moments.ts';
import { sourceLink } from './source-link.ts';
import { usersWords } from './users-words.ts';

/** What somebody objects to, where and when they said so, and whether it binds. */
export function objectionText({ why, isBinding, at, source }: Objection, { rfcUrl, timezone }: { rfcUrl: string; timezone: string }): string {
  const weight = isBinding ? '' : '; shown for everybody to weigh, it binds nobody';
  return `${usersWords(why)} (${sourceLink(rfcUrl, source)}, ${renderDay(at, timezone)}${weight})`;
}
