/** Who may use a command, as the config has it, in words. */
import { firstInWords, inertLogin } from './names.ts';

/** Who is a member, in words. */
export const memberWords = 'the author, the Decision Owner, those who are asked for a review, people with triage rights, and people named in the config';

const roles = new Map([
  ['anyone', 'anyone'],
  ['members', 'members'],
  ['asked', 'people whose input was asked for'],
  ['author', 'the author'],
  ['owner', 'the Decision Owner'],
  ['dri', 'the temporary DRI'],
  ['domain-owners', 'the owners of the domain'],
  ['triage', 'people with triage rights'],
  ['write', 'people with write access'],
  ['maintain', 'maintainers'],
  ['admin', 'administrators'],
]);

/**
 * `the temporary DRI or people with triage rights`. Empty: nobody may. People and teams are named by `name`, in Markdown
 * that notifies nobody unless another way is asked for.
 */
export function rolesInWords(who: readonly string[], name: (login: string) => string = inertLogin): string {
  return firstInWords(who.filter((role) => role !== 'nobody').map((role) => roles.get(role) ?? name(role)), 'or');
}

/** The same for a sentence of its own, in which nobody has to know who a member is. */
export function rolesExplained(who: readonly string[]): string {
  return `${rolesInWords(who)}${who.includes('members') ? ` (members are ${memberWords})` : ''}`;
}
