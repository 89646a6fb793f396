/** Reads `WHEN WHY`: until when, and the reason. */
import { instantOf } from '../activity.ts';
import { asReturn, splitWhen } from '../when.ts';
import type { CommandContext, ReadArgs } from './define-command.ts';
import { readWhy } from './read-why.ts';

export interface Until {
  /** ISO 8601 in UTC. */
  until: string;
  why: string;
}

/** `limit` is the last moment that may be named. */
export function readUntil(rest: string, { context, example, limit }: { context: CommandContext; example: string; limit: Date }): ReadArgs<Until> {
  const { calendar } = context.snapshot;
  const now = new Date(context.speech.at);
  if (rest.trim() === '') return { ok: false, refusal: { why: 'missing', expected: 'until when, and why', example } };
  const split = splitWhen(rest, { now, calendar });
  if (!split.ok) return { ok: false, refusal: { why: 'not-understood', part: firstWords(rest), expected: split.expected, example } };
  const until = asReturn(split.when, calendar);
  if (until.getTime() <= now.getTime()) return { ok: false, refusal: { why: 'past' } };
  if (until.getTime() > limit.getTime()) return { ok: false, refusal: { why: 'too-late', limit: instantOf(limit.getTime()) } };
  const why = readWhy(split.rest, { expected: 'why, in a sentence', example });
  return why.ok ? { ok: true, args: { until: instantOf(until.getTime()), why: why.args } } : why;
}

/** What was probably meant as a time, short enough to be repeated. */
function firstWords(rest: string): string {
  return rest.trim().split(/\s+/).slice(0, 3).join(' ').slice(0, 40);
}
