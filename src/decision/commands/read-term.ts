/** Reads `[for STEP] [until WHEN]`: what a term is for, and until when. */
import { cutQuote } from '../quote.ts';
import { dueFor, latestEnd } from '../term.ts';
import { readWhen, splitWhen, type When, asDeadline, type WhenContext } from '../when.ts';
import type { CommandContext, ReadArgs } from './define-command.ts';
import { firstLine } from './first-line.ts';
import type { Refusal } from './verdict.ts';

export interface TermWords {
  /** The step in the person's own words, where they gave any. */
  scope: string | null;
  /** ISO 8601 in UTC. */
  dueAt: string;
}

interface Parts {
  scope: string | null;
  when: When | null;
}

const expected = '`for` and the step, `until` and a time, both, or nothing';

/** `take on this, please`: words that only point at the RFC, or are kind. */
const pointing = /^(?:on|over)?\s*\b(?:this|it)\b(?:\s+one)?[\s,]*/i;
const kind = /^please\b[\s,]*|[\s,]*\bplease$/gi;
/** `until we close the loop`: a promise without a date lasts as long as a term does. */
const noDate = /^(?:until|till)\s+(?:we(?:'ve| have)?\s+closed?\s+the\s+loop|the\s+loop\s+is\s+closed|(?:it|this|that)(?:'s|\s+is)\s+done|done)$/i;

/** Reads a term that would start now; without WHEN it is as long as the config says for the step. */
export function readTerm(rest: string, { context, example }: { context: CommandContext; example: string }): ReadArgs<TermWords> {
  const line = firstLine(rest).replaceAll('’', "'").replace(kind, '').replace(pointing, '');
  const { calendar } = context.snapshot;
  const parts = readParts(line, { now: new Date(context.speech.at), calendar });
  if (parts === null) return { ok: false, refusal: { why: 'not-understood', part: cutQuote(line), expected, example } };
  const due = dueAt(parts.when, context);
  return typeof due === 'string' ? { ok: true, args: { scope: parts.scope, dueAt: due } } : { ok: false, refusal: due };
}

function readParts(line: string, context: WhenContext): Parts | null {
  if (line === '' || noDate.test(line)) return { scope: null, when: null };
  if (/^(?:until|till|by)\s/i.test(line)) return readUntilFirst(line, context);
  const step = /^for\s+(.+)$/i.exec(line)?.[1];
  return step === undefined ? null : readStepFirst(step, context);
}

function readUntilFirst(line: string, context: WhenContext): Parts | null {
  const split = splitWhen(line, context);
  if (!split.ok) return null;
  if (split.rest === '') return { scope: null, when: split.when };
  const step = /^for\s+(.+)$/i.exec(split.rest)?.[1];
  return step === undefined ? null : { scope: cutQuote(step), when: split.when };
}

/** `for two days` is a time. Within a step, `until` may be a word like any other: the last one counts, with a time. */
function readStepFirst(step: string, context: WhenContext): Parts {
  const whole = readWhen(step, context);
  if (whole.ok) return { scope: null, when: whole.when };
  const split = /^(.*\S)\s+((?:until|till|by)\s+(.+))$/i.exec(step);
  const [, before = '', tail = '', words = ''] = split ?? [];
  if (noDate.test(tail)) return { scope: cutQuote(before), when: null };
  const end = readWhen(words, context);
  return split !== null && end.ok ? { scope: cutQuote(before), when: end.when } : { scope: cutQuote(step), when: null };
}

function dueAt(when: When | null, { snapshot, config, speech, step }: CommandContext): string | Refusal {
  const rules = { calendar: snapshot.calendar, config };
  if (when === null) return dueFor(step, speech.at, rules).toISOString();
  return checkDeadline(asDeadline(when, snapshot.calendar), { now: speech.at, limit: latestEnd({ step, startedAt: speech.at }, rules) });
}

/** The moment as the record keeps it, or why it cannot be one at which a term is due. */
export function checkDeadline(moment: Date, { now, limit }: { now: string; limit: Date }): string | Refusal {
  if (moment.getTime() <= Date.parse(now)) return { why: 'past' };
  return moment.getTime() > limit.getTime() ? { why: 'too-late', limit: limit.toISOString() } : moment.toISOString();
}
