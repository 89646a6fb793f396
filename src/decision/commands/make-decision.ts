/** Makes a decision, where its rung is satisfied or its owner decides anyway; what it was made under stays with it. */
import { textsSeenIn } from '../decided.ts';
import { progressOf } from '../ladder/progress-of.ts';
import type { Progress } from '../ladder/progress.ts';
import { nextNumber } from '../next-number.ts';
import { ownersOf } from '../owner.ts';
import { personOf, type Person } from '../people.ts';
import type { Decision, Record, Under } from '../record-schema.ts';
import type { CommandContext, Outcome } from './define-command.ts';
import { speakerOf } from './speaker.ts';

/** What is decided, and why. */
export type Decided = Pick<Decision, 'outcome' | 'why'>;

/** Refused with what is missing while the rung is not satisfied, unless it may be made all the same: then it says so. */
export function makeDecision(decided: Decided, context: CommandContext, { mayBeAnyway }: { mayBeAnyway: boolean }): Outcome {
  const { snapshot, record, config, speech, source } = context;
  const known = context.recall?.decisionBy(source) ?? null;
  if (known !== null && (mayBeAnyway || known.under?.isSatisfied !== false)) return { ok: true, record: withDecision(decided, known.under, context) };
  const progress = progressOf({ snapshot, record, config, now: new Date(speech.at) });
  const under = underOf(progress);
  if (!under.isSatisfied && !mayBeAnyway) return { ok: false, refusal: { why: 'not-satisfied', rung: progress.rung, missing: progress.missing } };
  return { ok: true, record: withDecision(decided, under, context) };
}

/** The rule as it is at that moment; silence stands there by name. */
function underOf({ rung, domain, zone, missing, silent }: Progress): Under {
  return { rung, domain, zone, isSatisfied: missing.length === 0, missing: missing.map(({ what }) => what), silent: silent.map(personOf) };
}

/** Made by whoever wrote the comment, under the ownership there is; about the texts that could be seen then. */
function withDecision({ outcome, why }: Decided, under: Decision['under'], context: CommandContext): Record {
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
    under,
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
