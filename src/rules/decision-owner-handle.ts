/**
 * The Decision Owner is named by a GitHub handle, or by a name that `people` in the config maps to one.
 *
 * A handle can be asked, assigned and thanked; of two people named Alex, nobody knows which one decides. A name that the
 * config maps is fine as it is, and `--fix` can write the handle instead: it is advice.
 */
import { excerpt } from '../lint/excerpt.ts';
import type { OwnerField } from '../lint/facts.ts';
import type { Person } from '../lint/people.ts';
import type { Edit } from '../lint/report.ts';
import { defineRule } from './define-rule.ts';

function saysHandle({ text, login }: Person): boolean {
  return login !== null && text.toLowerCase().includes(`@${login.toLowerCase()}`);
}

/** Writes the handle in place of the name; in YAML, where a value may not begin with `@`, in quotes. */
function writeHandle({ start, end, text, login }: Person, { match, people }: OwnerField, source: string): Edit | null {
  if (login === null || source.slice(start, end) !== text) return null;
  if (match.form !== 'frontmatter' || /["']/.test(source.charAt(start - 1))) return { start, end, text: `@${login}` };
  return people.length === 1 ? { start, end, text: `"@${login}"` } : null;
}

/** A link to a profile names the login as well as a handle does; only what the config maps is written anew. */
function isMapped(login: string, logins: ReadonlyMap<string, string>): boolean {
  return [...logins.values()].includes(login);
}

export const decisionOwnerHandle = defineRule({
  id: 'decision-owner-handle',
  summary: 'The Decision Owner is named by a GitHub handle.',
  severity: 'warning',
  fixable: true,
  online: false,
  options: null,
  check({ document, facts, book, report }) {
    const [field] = facts.owners;
    for (const person of field?.people ?? []) {
      if (field === undefined || person.team || saysHandle(person)) continue;
      const { start, end, text, login } = person;
      if (login === null) {
        report({ message: `Unexpected name \`${excerpt(text)}\` without a handle, expected one such as \`@alice\`: write the handle, or map the name in \`people\``, start, end });
      } else if (isMapped(login, book.logins)) {
        const message = `Unexpected name \`${excerpt(text)}\`, expected the handle it is mapped to: \`@${login}\``;
        report({ message, start, end, severity: 'advice', fix: writeHandle(person, field, document.text) });
      }
    }
  },
});
