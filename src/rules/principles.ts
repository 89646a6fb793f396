/**
 * The principles that the document cites are known, and one is cited where its domain asks for it.
 *
 * A decision that says which principle it follows is easier to agree with, to learn from, and to change when the principle
 * does. They are cited by their short name or in their own words: `**Principles**: data-stays-local, small-steps`.
 * Reported are a principle that the config does not know, where `principles` are configured, and that none is cited where
 * the domain is of zone `principle-check`.
 *
 * It is advice, whatever severity the config gives it: whether a principle fits is for people to judge.
 */
import type { Config } from '../config/schema.ts';
import { excerpt } from '../lint/excerpt.ts';
import { valueSpan, valueText } from '../lint/facts.ts';
import type { FieldMatch } from '../lint/field-match.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { renderNearest, renderOneOf } from '../lint/name-choices.ts';
import { onlyDomain } from '../lint/only-domain.ts';
import { isPlaceholder } from '../lint/placeholder.ts';
import { compileCitations } from '../lint/read-citations.ts';
import type { RuleContext } from '../lint/rule.ts';
import { defineRule } from './define-rule.ts';

/** More than that is a field that holds something else. */
const mostReported = 10;

type Context = RuleContext<null>;

/** What is cited and not known, each with the line or item it stands in. */
function unknownIn(field: FieldMatch, principles: Config['principles']): { words: string; place: { start: number; end: number } }[] {
  const readCitations = compileCitations(principles);
  const found = field.segments.flatMap((segment) => {
    const line = { ...field, segments: [segment] };
    return readCitations(valueText(line)).unknown.map((words) => ({ words, place: valueSpan(line) }));
  });
  return found.slice(0, mostReported);
}

function reportUnknown({ facts, config, report }: Context): void {
  const field = facts.fields.get('principles');
  const ids = config.principles.map(({ id }) => id);
  if (field === undefined || ids.length === 0) return;
  for (const { words, place } of unknownIn(field, config.principles)) {
    const message = `Unexpected principle \`${excerpt(words)}\`, expected ${renderOneOf(ids)}: it may be worth a look${renderNearest(words, ids)}`;
    report({ message, ...place, severity: 'advice' });
  }
}

function reportNone(domain: string, { document, facts, config, report }: Context): void {
  const field = facts.fields.get('principles');
  if (field === undefined && document.source.carriedBy !== undefined) return;
  if (field !== undefined && !isPlaceholder(valueText(field))) return;
  const choice = config.principles.length > 0 ? renderOneOf(config.principles.map(({ id }) => id)) : 'the one this decision follows';
  const message = `Missing principle in the ${domain}, expected ${choice} in a field *Principles*: its zone is \`principle-check\`, so it may be worth a look`;
  report({ message, ...(field === undefined ? titleSpan(document) : valueSpan(field)), severity: 'advice' });
}

export const principles = defineRule({
  id: 'principles',
  summary: 'The principles that the document cites are known, and one is cited where its domain asks for it.',
  severity: 'advice',
  fixable: false,
  online: false,
  options: null,
  check(context) {
    reportUnknown(context);
    const only = onlyDomain(context);
    if (only?.asks.zone === 'principle-check') reportNone(only.shown, context);
  },
});
