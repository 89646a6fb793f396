/**
 * The document names a date on which the owner looks back at the outcome.
 *
 * Decisions are bets. A date on which somebody asks "did it work?" makes it easy to keep what did and to change what did
 * not, without anybody having been wrong.
 *
 * It is off by default; turn it on where decisions are reviewed.
 */
import { excerpt } from '../lint/excerpt.ts';
import { valueSpan, valueText } from '../lint/facts.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { readDate } from '../lint/read-date.ts';
import { defineRule } from './define-rule.ts';

export const outcomeReview = defineRule({
  id: 'outcome-review',
  summary: 'The document names a date on which the owner looks back at the outcome.',
  severity: 'off',
  fixable: false,
  online: false,
  options: null,
  check({ document, facts, report }) {
    const field = facts.fields.get('outcomeReview');
    if (field === undefined) {
      if (document.source.carriedBy !== undefined) return;
      report({ message: 'Missing outcome review, expected a date such as `**Outcome review**: 2027-06-01`', ...titleSpan(document) });
      return;
    }
    const text = valueText(field);
    if (readDate(text).kind !== 'none') return;
    const seen = text === '' ? `Missing date in ${field.label}` : `Unexpected \`${excerpt(text)}\` in ${field.label}`;
    report({ message: `${seen}, expected one date of the calendar such as \`2027-06-01\``, ...valueSpan(field) });
  },
});
