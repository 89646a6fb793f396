import type { DomainOwners } from '../../decision/domain-owners.ts';
import type { Record } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { inertLogin, inertName, firstInWords } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { codeSpan, usersWords } from '../users-words.ts';
import type { StatusPlace } from './progress.ts';

/** A Decision Owner whom `/owner` named in place of the document's. Empty where the document's stands. */
export function namedOwnerSection({ namedOwner, outside }: Pick<Record, 'namedOwner'> & { outside: DomainOwners | null }, { rfcUrl, timezone }: StatusPlace): string {
  if (namedOwner === null) return '';
  const { person, by, why, at, source, instead } = namedOwner;
  const replaced = instead.length === 0 ? '' : ` in place of ${firstInWords(instead.map(inertLogin))}`;
  return `**Decision Owner for now:** ${inertName(person)}${replaced}, named by ${inertName(by)} on ${renderDay(at, timezone)}: ${usersWords(why)} (${sourceLink(rfcUrl, source)}). It stands until the document names somebody else.${outside === null ? '' : ` ${domainOwnersText(outside)} It blocks nothing.`}`;
}

/** Who may own decisions there, where somebody else was named. */
export function domainOwnersText({ domains, owners }: DomainOwners): string {
  const where = domains.length === 1 ? 'the domain' : 'the domains';
  return `In ${where} ${firstInWords(domains.map(codeSpan))}, decisions are owned by ${firstInWords(owners.map(inertLogin), 'or')}.`;
}
