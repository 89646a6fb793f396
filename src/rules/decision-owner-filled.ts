/**
 * The Decision Owner field holds a name, not the place for one.
 *
 * `TBD`, `[Name here]`, `@username` and the text of your own template all read as if the question were settled, and
 * nobody is asked. A placeholder left beside a name (`TBD, @alice`) is reported too, as a warning: is somebody else
 * still expected?
 *
 * Which texts are your template's own is known from the documents that `templates` matches.
 */
import { excerpt, excerptNames } from '../lint/excerpt.ts';
import { valueSpan, valueText } from '../lint/facts.ts';
import { defineRule } from './define-rule.ts';

export const decisionOwnerFilled = defineRule({
  id: 'decision-owner-filled',
  summary: 'The Decision Owner field holds a name, not a placeholder.',
  severity: 'error',
  fixable: false,
  online: false,
  options: null,
  check({ facts, report }) {
    const [owner] = facts.owners;
    if (!owner?.placeholders) return;
    const text = valueText(owner.match);
    const label = owner.match.label;
    if (owner.people.length > 0) {
      report({
        message: `Unexpected placeholder beside ${excerptNames(owner.people.map((person) => person.text))} in ${label}, expected the name alone: take the rest out`,
        ...valueSpan(owner.match),
        severity: 'warning',
      });
      return;
    }
    const seen = text === '' ? `Missing name in ${label}` : `Unexpected placeholder \`${excerpt(text)}\` in ${label}`;
    report({ message: `${seen}, expected the one person who decides: a handle such as \`@alice\``, ...valueSpan(owner.match) });
  },
});
