/**
 * The Decision Owner is a person, not a team, a committee, everyone, or a role without a name.
 *
 * A team cannot be asked, and a role does not answer. The person may well decide on behalf of a team; the document says
 * which person that is this time.
 */
import { excerpt } from '../lint/excerpt.ts';
import { namesRole } from '../lint/team.ts';
import type { Person } from '../lint/people.ts';
import { defineRule } from './define-rule.ts';

// `Alice Smith, CTO` and `Alice Smith - CTO` are a person who has a role.
const beforeRole = /[,;]|\s[-–—|]/;

function complaint({ text, team, login }: Person): string | null {
  if (team) return `Unexpected group \`${excerpt(text)}\`, expected one person: name who of them makes the final call`;
  if (login === null && namesRole(text.split(beforeRole, 1)[0] ?? '')) return `Unexpected role \`${excerpt(text)}\` without a name, expected a person: add who holds it now`;
  return null;
}

export const decisionOwnerPerson = defineRule({
  id: 'decision-owner-person',
  summary: 'The Decision Owner is a person, not a team or a role.',
  severity: 'error',
  fixable: false,
  online: false,
  options: null,
  check({ facts, report }) {
    for (const person of facts.owners[0]?.people ?? []) {
      const message = complaint(person);
      if (message !== null) report({ message, start: person.start, end: person.end });
    }
  },
});
