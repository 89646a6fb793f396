/** `/decide confirm`: the decision still stands, though the text or the owner changed; or what was merged is accepted. */
import { decisionInForce, restsOnVoices, textsSeenIn } from '../decided.ts';
import { periodInForce } from '../ladder/period.ts';
import { progressOf } from '../ladder/progress-of.ts';
import { cutQuote } from '../quote.ts';
import type { Decision } from '../record-schema.ts';
import { lastChangeAt } from '../wordings.ts';
import { defineCommand, type CommandContext, type Outcome } from './define-command.ts';
import { makeDecision, ownershipIn } from './make-decision.ts';
import type { Refusal } from './verdict.ts';

/** Its words are kept only where it makes the decision: after a merge without one. */
export const decideConfirm = defineCommand<{ words: string }>({
  name: 'decide confirm',
  permission: 'decide-confirm',
  usage: '/decide confirm',
  help: 'Confirm the decision after the text or the owner changed, or after a merge that it did not ask for.',
  example: '/decide confirm',
  whenClosed: true,
  read: (rest) => ({ ok: true, args: { words: cutQuote(rest) } }),
  run: confirm,
});

/** The confirmation is about the text and the owner as they are now. Who agreed to the text that was decided on has not agreed to another one. */
function confirm({ words }: { words: string }, context: CommandContext): Outcome {
  const { record, snapshot, speech, source } = context;
  const decision = decisionInForce(record);
  if (decision !== null) {
    const refusal = whyNotYet(decision, context);
    if (refusal !== null) return { ok: false, refusal };
    const confirmed = { at: speech.at, source, owner: ownershipIn(context), texts: textsSeenIn(speech, snapshot, record) };
    return { ok: true, record: { ...record, decisions: [...record.decisions.slice(0, -1), { ...decision, confirmed }] } };
  }
  if (!isMergedWithoutDecision(context)) return { ok: false, refusal: { why: 'no-decision' } };
  return makeDecision({ outcome: 'accept', why: words }, context, { mayBeAnyway: false });
}

/** Null where what the decision rests on still holds. */
function whyNotYet(decision: Decision, { snapshot, record, config, speech, source, recall }: CommandContext): Refusal | null {
  if (!restsOnVoices(decision) || periodInForce(record) === null || recall?.wasConfirmed(source) === true) return null;
  const now = new Date(speech.at);
  const changedAt = lastChangeAt(record, now);
  if (changedAt === null || Date.parse(changedAt) <= Date.parse((decision.confirmed ?? decision).at)) return null;
  const { rung, missing } = progressOf({ snapshot, record, config, now });
  return missing.length === 0 ? null : { why: 'not-satisfied', rung, missing };
}

/** Somebody may have reopened the decision before the merge: that made it undecided again. */
function isMergedWithoutDecision({ record, snapshot, speech }: CommandContext): boolean {
  const since = Date.parse(record.decisions.at(-1)?.reopened?.at ?? snapshot.rfc.createdAt);
  const until = Date.parse(speech.at);
  return snapshot.acts.some(({ kind, at }) => kind === 'merged' && since <= Date.parse(at) && Date.parse(at) <= until);
}
