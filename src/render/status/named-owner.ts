import type { Record } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { inertLogin, inertName, firstInWords } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { usersWords } from '../users-words.ts';
import type { StatusPlace } from './progress.ts';

/** A Decision Owner whom `/owner` named in place of the document's. Empty where the document's stands. */
export function namedOwnerSection(namedOwner: Record['namedOwner'], { rfcUrl, timezone }: StatusPlace): string {
  if (namedOwner === null) return '';
  const { person, by, why, at, source, instead } = namedOwner;
  const replaced = instead.length === 0 ? '' : ` in place of ${firstInWords(instead.map(inertLogin))}`;
  return `**Decision Owner for now:** ${inertName(person)}${replaced}, named by ${inertName(by)} on ${renderDay(at, timezone)}: ${usersWords(why)} (${sourceLink(rfcUrl, source)}). It stands until the document names somebody else.`;
}
