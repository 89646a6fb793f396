/** `/decide accept|reject|defer WHY`: the decision itself, once its rung is satisfied. */
import { nearestWord } from '../../config/nearest-word.ts';
import type { Outcome } from '../record-schema.ts';
import { defineCommand, type ReadArgs } from './define-command.ts';
import { makeDecision, type Decided } from './make-decision.ts';
import { readWhy } from './read-why.ts';

const example = '/decide accept The audit is done, and the keys can be rotated.';

const outcomeWords: ReadonlyMap<string, Outcome> = new Map([
  ['accept', 'accept'],
  ['accepted', 'accept'],
  ['approve', 'accept'],
  ['approved', 'accept'],
  ['reject', 'reject'],
  ['rejected', 'reject'],
  ['decline', 'reject'],
  ['declined', 'reject'],
  ['defer', 'defer'],
  ['deferred', 'defer'],
  ['postpone', 'defer'],
  ['postponed', 'defer'],
]);

/** A second decision takes the place of the first, which stays in the list. */
export const decide = defineCommand<Decided>({
  name: 'decide',
  permission: 'decide',
  usage: '/decide accept|reject|defer WHY',
  help: 'Record the decision and its reason, once its rung of the decision ladder is satisfied.',
  example,
  whenClosed: true,
  read: (rest) => readDecision(rest, example),
  run: (decided, context) => makeDecision(decided, context, { mayBeAnyway: false }),
});

/** What is decided, and why. */
export function readDecision(rest: string, example: string): ReadArgs<Decided> {
  const [, word = '', reason = ''] = /^\s*(?:\*{1,2})?(\p{L}*)(?:\*{1,2})?([\s\S]*)$/u.exec(rest) ?? [];
  if (word === '') return { ok: false, refusal: { why: 'missing', expected: 'accept, reject or defer, and why', example } };
  const outcome = outcomeWords.get(word.toLowerCase());
  const nearest = nearestWord(word.toLowerCase(), ['confirm', 'anyway']);
  if (nearest !== null) return { ok: false, refusal: { why: 'unknown', nearest: `/decide ${nearest}` } };
  if (outcome === undefined) return { ok: false, refusal: { why: 'not-understood', part: word.slice(0, 40), expected: 'accept, reject or defer', example } };
  const why = readWhy(reason, { expected: 'why, in a sentence', example });
  return why.ok ? { ok: true, args: { outcome, why: why.args } } : why;
}
