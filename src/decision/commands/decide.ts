/** `/decide accept|reject|defer WHY`: the decision itself, with its reason, and what it is about. */
import { nearestWord } from '../../config/nearest-word.ts';
import { nextNumber } from '../next-number.ts';
import { textsSeenIn } from '../decided.ts';
import { ownersOf } from '../owner.ts';
import type { Person } from '../people.ts';
import type { Decision, Outcome } from '../record-schema.ts';
import { defineCommand, type CommandContext, type ReadArgs } from './define-command.ts';
import { readWhy } from './read-why.ts';
import { personOf, speakerOf } from './speaker.ts';

interface Args {
  outcome: Outcome;
  why: string;
}

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
export const decide = defineCommand<Args>({
  name: 'decide',
  permission: 'decide',
  usage: '/decide accept|reject|defer WHY',
  help: 'Record the decision and its reason.',
  example,
  whenClosed: true,
  read: readDecision,
  run: ({ outcome, why }, context) => ({ ok: true, record: withDecision({ outcome, why }, context) }),
});

function readDecision(rest: string): ReadArgs<Args> {
  const [, word = '', reason = ''] = /^\s*(?:\*{1,2})?(\p{L}*)(?:\*{1,2})?([\s\S]*)$/u.exec(rest) ?? [];
  if (word === '') return { ok: false, refusal: { why: 'missing', expected: 'accept, reject or defer, and why', example } };
  const outcome = outcomeWords.get(word.toLowerCase());
  if (nearestWord(word.toLowerCase(), ['confirm']) !== null) return { ok: false, refusal: { why: 'unknown', nearest: '/decide confirm' } };
  if (outcome === undefined) return { ok: false, refusal: { why: 'not-understood', part: word.slice(0, 40), expected: 'accept, reject or defer', example } };
  const why = readWhy(reason, { expected: 'why, in a sentence', example });
  return why.ok ? { ok: true, args: { outcome, why: why.args } } : why;
}

/** The record with one more decision, made by whoever wrote the comment, under the ownership there is. */
export function withDecision({ outcome, why }: Args, context: CommandContext): CommandContext['record'] {
  const { record, snapshot, speech, source } = context;
  const decision: Decision = {
    n: nextNumber(record.decisions, record.folded.decisions),
    outcome,
    by: speakerOf(context),
    owner: ownershipIn(context),
    why,
    at: speech.at,
    source,
    texts: textsSeenIn(speech, snapshot, record),
    confirmed: null,
    reopened: null,
    under: null,
    reviewed: null,
  };
  return { ...record, decisions: [...record.decisions, decision] };
}

/** Whose decision it is: the owner who speaks; of several owners, where somebody else speaks, the first. */
export function ownershipIn({ snapshot, record, speech }: CommandContext): Person | null {
  const owners = ownersOf(snapshot, record);
  const owner = owners.find(({ id }) => id === speech.by.id) ?? owners[0];
  return owner === undefined ? null : personOf(owner);
}
