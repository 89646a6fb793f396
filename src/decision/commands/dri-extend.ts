/** `/dri extend WHEN`: more time, within the configured limit. */
import { cutQuote } from '../quote.ts';
import type { Term } from '../record-schema.ts';
import { activeTerm, extendTerm, latestEnd } from '../term.ts';
import { asDeadline, splitWhen } from '../when.ts';
import { defineCommand, type CommandContext, type Outcome, type ReadArgs } from './define-command.ts';
import { firstLine } from './first-line.ts';
import { checkDeadline } from './read-term.ts';

const example = '/dri extend 2 working days';

export const driExtend = defineCommand<Date>({
  name: 'dri extend',
  permission: 'dri-extend',
  usage: '/dri extend WHEN',
  help: 'Take more time: until a day, or so much longer than now planned; within the limit of the config.',
  example,
  whenClosed: false,
  read: readExtension,
  run(moment, context) {
    const active = activeTerm(context.record);
    return active === null ? { ok: false, refusal: { why: 'no-dri' } } : extend(active, moment, context);
  },
});

/** A day is that day; a duration is added to the end as it is, since it is more time that is asked for. */
function readExtension(rest: string, { record, snapshot, speech }: CommandContext): ReadArgs<Date> {
  const { calendar } = snapshot;
  const line = firstLine(rest);
  if (line === '') return { ok: false, refusal: { why: 'missing', expected: 'until when, or how much longer', example } };
  const fromNow = splitWhen(line, { now: new Date(speech.at), calendar });
  if (!fromNow.ok) return { ok: false, refusal: { why: 'not-understood', part: cutQuote(line), expected: fromNow.expected, example } };
  const end = new Date(activeTerm(record)?.dueAt ?? speech.at);
  const fromEnd = splitWhen(line, { now: end, calendar });
  const when = fromNow.when.kind === 'instant' && fromEnd.ok ? fromEnd.when : fromNow.when;
  return { ok: true, args: asDeadline(when, calendar) };
}

function extend(active: Term, moment: Date, { record, snapshot, config, speech }: CommandContext): Outcome {
  const limit = latestEnd(active, { calendar: snapshot.calendar, config });
  const due = checkDeadline(moment, { now: speech.at, limit });
  if (typeof due !== 'string') return { ok: false, refusal: due };
  if (Date.parse(due) >= Date.parse(active.dueAt)) return { ok: true, record: extendTerm(record, due) };
  return { ok: false, refusal: { why: 'not-understood', part: due.slice(0, 10), expected: 'a moment after the one until which the term goes already', example } };
}
