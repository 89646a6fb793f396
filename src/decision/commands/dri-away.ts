/** `/dri away until WHEN`: leaves the rotation everywhere, up to a day. */
import type { WorkCalendar } from '../calendar.ts';
import { cutQuote } from '../quote.ts';
import { activeTerm } from '../term.ts';
import { asReturn, splitWhen } from '../when.ts';
import { defineCommand, type ReadArgs } from './define-command.ts';
import { firstLine } from './first-line.ts';

const example = '/dri away until 2026-12-28';

/** Says nothing about the RFC in which it is written; why somebody is away is their own business, and not kept. */
export const driAway = defineCommand<string>({
  name: 'dri away',
  permission: 'dri-away',
  usage: '/dri away until WHEN',
  help: 'Be left out of the rotation everywhere until then; the day named is the first one back.',
  example,
  whenClosed: true,
  read: (rest, { snapshot, speech }) => readAway(rest, { at: speech.at, calendar: snapshot.calendar }),
  run(until, { record, speech, source }) {
    const isDri = activeTerm(record)?.holder.id === speech.by.id;
    return { ok: true, record, away: { person: speech.by.id, from: speech.at, until, source }, ...(isDri && { remarks: [{ what: 'still-dri' }] }) };
  },
});

/** Until when, said at a moment. */
export function readAway(rest: string, { at, calendar }: { at: string; calendar: WorkCalendar }): ReadArgs<string> {
  const line = firstLine(rest);
  if (/^(?:until|till)?$/i.test(line)) return { ok: false, refusal: { why: 'missing', expected: 'until when', example } };
  const split = splitWhen(line, { now: new Date(at), calendar });
  if (!split.ok) return { ok: false, refusal: { why: 'not-understood', part: cutQuote(line), expected: split.expected, example } };
  const until = asReturn(split.when, calendar);
  return until.getTime() <= Date.parse(at) ? { ok: false, refusal: { why: 'past' } } : { ok: true, args: until.toISOString() };
}
