/** `/outcome kept|changed|reversed WHY`: how a decision turned out, by its owner's word. */
import { decisionInForce } from '../decided.ts';
import type { OutcomeReview } from '../record-schema.ts';
import { defineCommand, type ReadArgs } from './define-command.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

type Judgement = OutcomeReview['outcome'];

interface Args {
  outcome: Judgement;
  why: string;
}

const example = '/outcome kept The rotation has run for a year without an incident.';

const judgements: ReadonlyMap<string, Judgement> = new Map([
  ['kept', 'kept'],
  ['keep', 'kept'],
  ['stands', 'kept'],
  ['changed', 'changed'],
  ['change', 'changed'],
  ['adjusted', 'changed'],
  ['reversed', 'reversed'],
  ['reverse', 'reversed'],
  ['reverted', 'reversed'],
]);

/** A second word takes the place of the first: what is known of an outcome grows with time. */
export const outcome = defineCommand<Args>({
  name: 'outcome',
  permission: 'outcome',
  usage: '/outcome kept|changed|reversed WHY',
  help: 'Say how the decision turned out.',
  example,
  whenClosed: true,
  read: readOutcome,
  run({ outcome: judgement, why }, context) {
    const { record, speech, source } = context;
    const decision = decisionInForce(record);
    if (decision === null) return { ok: false, refusal: { why: 'no-decision' } };
    const reviewed: OutcomeReview = { outcome: judgement, by: speakerOf(context), why, at: speech.at, source };
    return { ok: true, record: { ...record, decisions: [...record.decisions.slice(0, -1), { ...decision, reviewed }] } };
  },
});

function readOutcome(rest: string): ReadArgs<Args> {
  const [, word = '', reason = ''] = /^\s*(?:\*{1,2})?(\p{L}*)(?:\*{1,2})?([\s\S]*)$/u.exec(rest) ?? [];
  if (word === '') return { ok: false, refusal: { why: 'missing', expected: 'kept, changed or reversed, and why', example } };
  const judgement = judgements.get(word.toLowerCase());
  if (judgement === undefined) return { ok: false, refusal: { why: 'not-understood', part: word.slice(0, 40), expected: 'kept, changed or reversed', example } };
  const why = readWhy(reason, { expected: 'what came of it, in a sentence', example });
  return why.ok ? { ok: true, args: { outcome: judgement, why: why.args } } : why;
}
