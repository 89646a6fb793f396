/**
 * The rung is one of the decision ladder, and at least the one that the domain asks for.
 *
 * The ladder goes from the fewest people to the most: `delegate` (the owner decides), `consult` (after hearing those to
 * consult), `consent` (when no reasoned objection is open), `consensus` (when everybody entitled agrees). A document may
 * name its rung (`**Rung**: consent`) and so ask more people than its domain does, but not fewer. Without the field, the
 * domain's rung holds.
 *
 * Off until `domains` are configured, then a warning, which blocks nothing.
 */
import { rungs } from '../config/schema-domains.ts';
import { excerpt } from '../lint/excerpt.ts';
import { valueSpan, valueText } from '../lint/facts.ts';
import { renderNearest, renderOneOf } from '../lint/name-choices.ts';
import { onlyDomain } from '../lint/only-domain.ts';
import { readRung } from '../lint/read-rung.ts';
import { defineRule } from './define-rule.ts';

export const decisionRung = defineRule({
  id: 'decision-rung',
  summary: 'The rung is one of the decision ladder, and not below the one that the domain asks for.',
  severity: 'off',
  withDomains: 'warning',
  fixable: false,
  online: false,
  options: null,
  check({ facts, domain, config, report }) {
    const field = facts.fields.get('rung');
    const text = field === undefined ? '' : valueText(field);
    if (field === undefined || text === '') return;
    const rung = readRung(text);
    if (rung === null) {
      report({ message: `Unexpected rung \`${excerpt(text)}\`, expected ${renderOneOf(rungs)}${renderNearest(text, rungs)}`, ...valueSpan(field) });
      return;
    }
    const only = onlyDomain({ domain, config });
    if (only !== null && rungs.indexOf(rung) < rungs.indexOf(only.asks.rung)) {
      report({ message: `Unexpected rung \`${rung}\`, expected at least \`${only.asks.rung}\`, as the ${only.shown} asks`, ...valueSpan(field) });
    }
  },
});
