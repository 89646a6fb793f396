/**
 * What the record held at an earlier moment, as far as it tells. What was folded away is missing; of a decision that was
 * confirmed more than once, and of several owners named by command, only the last is known.
 */
import { textsOf } from './decided.ts';
import { ownersOf } from './owner.ts';
import type { Decision, Record as RfcRecord } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** The record without what came after a moment. `snapshot` is as GitHub shows it now: what was decided on is what it shows, until that changed. */
export function recordAsOf(record: RfcRecord, at: Date, snapshot: Snapshot): RfcRecord {
  const time = at.getTime();
  const isThere = (moment: string): boolean => Date.parse(moment) <= time;
  const orNull = <Entry extends { at: string }>(entry: Entry | null): Entry | null => (entry !== null && isThere(entry.at) ? entry : null);
  const known: RfcRecord = {
    ...record,
    heads: record.heads.filter((head) => isThere(head.at)),
    ownersAt: record.ownersAt !== null && isThere(record.ownersAt) ? record.ownersAt : null,
    namedOwner: orNull(record.namedOwner),
    terms: record.terms.filter(({ startedAt }) => isThere(startedAt)).map((term) => ({ ...term, ended: orNull(term.ended) })),
    calls: record.calls.filter((call) => isThere(call.at)),
    escalations: record.escalations.filter(({ openedAt }) => isThere(openedAt)).map((escalation) => ({ ...escalation, ended: orNull(escalation.ended) })),
    objections: record.objections
      .filter((objection) => isThere(objection.at))
      .map((objection) => ({
        ...objection,
        answered: orNull(objection.answered),
        withdrawnAt: objection.withdrawnAt !== null && isThere(objection.withdrawnAt) ? objection.withdrawnAt : null,
        setAside: orNull(objection.setAside),
      })),
    voices: record.voices.filter((voice) => isThere(voice.at)),
    waits: record.waits.filter(({ from }) => isThere(from)),
    wordings: record.wordings.filter((wording) => isThere(wording.at)).map((wording) => ({ ...wording, editorial: orNull(wording.editorial) })),
    decisions: record.decisions
      .filter((decision) => isThere(decision.at))
      .map((decision) => ({ ...decision, confirmed: orNull(decision.confirmed), reopened: orNull(decision.reopened) })),
  };
  return { ...known, decisions: known.decisions.map((decision) => asItStood(decision, known, snapshot)) };
}

/** Until the text or the owner became another one, a decision was about what there was. */
function asItStood(decision: Decision, known: RfcRecord, snapshot: Snapshot): Decision {
  const said = decision.confirmed ?? decision;
  const isLater = (moment: string | null | undefined): boolean => typeof moment === 'string' && Date.parse(moment) > Date.parse(said.at);
  const hasNewText = [...known.heads, ...known.wordings].some(({ at }) => isLater(at));
  const hasNewOwner = isLater(known.ownersAt) || isLater(known.namedOwner?.at);
  const texts = hasNewText ? said.texts : textsOf(snapshot);
  const owner = hasNewOwner ? said.owner : (ownersOf(snapshot, known)[0] ?? said.owner);
  return decision.confirmed === null ? { ...decision, texts, owner } : { ...decision, confirmed: { ...decision.confirmed, texts, owner } };
}
