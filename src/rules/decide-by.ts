/**
 * The document says by when it is decided.
 *
 * A date turns "some day" into a plan: everybody who wants to be heard knows how long they have, and a pause shows
 * early. It is advice, because the right date is for people to judge.
 *
 * The date is written as `2026-12-01`. `--fix` rewrites a date that can be read in one way only; `01/12/2026` is left
 * for its author. A date further away than `within` is reported, since nobody plans for it.
 */
import * as z from 'zod/mini';
import { approximateHours, renderDuration } from '../config/duration.ts';
import { key } from '../config/schema-parts.ts';
import { DurationText } from '../config/schema-pause.ts';
import { excerpt } from '../lint/excerpt.ts';
import { valueSpan, valueText } from '../lint/facts.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { daysUntil, readDate } from '../lint/read-date.ts';
import { defineRule } from './define-rule.ts';

const Options = z.strictObject({
  within: key(DurationText, '6 months', 'How far away the date may be.'),
});

export const decideBy = defineRule({
  id: 'decide-by',
  summary: 'The document says by when it is decided.',
  severity: 'advice',
  fixable: true,
  online: false,
  options: Options,
  check({ document, facts, options, now, report }) {
    const field = facts.fields.get('decideBy');
    if (field === undefined) {
      if (document.source.carriedBy !== undefined) return;
      report({ message: 'Missing decide-by date, expected one such as `**Decide by**: 2026-12-01`: it tells people how long they have', ...titleSpan(document) });
      return;
    }
    const text = valueText(field);
    const place = valueSpan(field);
    const date = readDate(text);
    if (date.kind === 'none') {
      const seen = text === '' ? `Missing date in ${field.label}` : `Unexpected \`${excerpt(text)}\` in ${field.label}`;
      report({ message: `${seen}, expected one date of the calendar such as \`2026-12-01\``, ...place });
      return;
    }
    if (date.kind === 'clear') {
      const exact = document.text.slice(place.start, place.end) === text;
      report({ message: `Unexpected way to write a date \`${text}\`, expected \`${date.date}\``, ...place, fix: exact ? { ...place, text: date.date } : null });
    }
    if (daysUntil(date.date, now) * 24 > approximateHours(options.within)) {
      report({ message: `Unexpected decide-by date ${date.date}, expected one within ${renderDuration(options.within)}: a nearer date keeps the decision moving`, ...place });
    }
  },
});
