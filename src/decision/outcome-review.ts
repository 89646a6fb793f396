/** Decisions are bets: on which day its owner looks back at one, and the call that asks how it turned out. */
import type { Config } from '../config/schema.ts';
import { readDate } from '../lint/read-date.ts';
import { callEventId } from './call-events.ts';
import type { Call } from './calls.ts';
import { decisionInForce } from './decided.ts';
import { ownersOf } from './owner.ts';
import { accountOf } from './people.ts';
import type { Decision, Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { addTime } from './working-time.ts';
import { dateText, dayNumber, millisecondsPerDay, openZone } from './zone-days.ts';

/**
 * The record with the day on which the decision in force is looked back at: the earliest that the documents name, else
 * so long after the decision as the config says. What could not be read names nothing, and takes no day away.
 */
export function withReviewDay(record: Record, snapshot: Snapshot, config: Pick<Config, 'decision'>): Record {
  const decision = reviewable(record);
  const named = namedDay(snapshot);
  const isUnread = snapshot.documents.some(({ result }) => result === null);
  if (decision !== null && named === null && isUnread && record.reviewOn !== null) return record;
  const reviewOn = decision === null ? null : (named ?? dayAfter(decision, snapshot, config));
  return reviewOn === record.reviewOn ? record : { ...record, reviewOn };
}

/** Of a deferral nothing has come yet. */
function reviewable(record: Pick<Record, 'decisions'>): Decision | null {
  const decision = decisionInForce(record);
  return decision === null || decision.outcome === 'defer' ? null : decision;
}

function namedDay({ documents }: Pick<Snapshot, 'documents'>): string | null {
  const days = documents.flatMap(({ result }) => {
    const date = readDate(result?.fields.outcomeReview?.text ?? '');
    return date.kind === 'none' ? [] : [date.date];
  });
  return days.sort()[0] ?? null;
}

function dayAfter({ at }: Decision, { calendar }: Pick<Snapshot, 'calendar'>, { decision }: Pick<Config, 'decision'>): string | null {
  const after = decision['review-after'];
  if (after === null) return null;
  const moment = addTime(calendar, new Date(at), after).getTime();
  return dateText(openZone(calendar.timezone, moment).dayAt(moment));
}

/** From when on the owner may be asked how it turned out; null where there is no day for it, or it is known already. */
export function reviewFrom(record: Record, { timezone }: Snapshot['calendar']): Date | null {
  const decision = reviewable(record);
  if (decision?.reviewed !== null || record.reviewOn === null) return null;
  const day = dayNumber(record.reviewOn);
  return new Date(openZone(timezone, day * millisecondsPerDay).startOf(day));
}

/** Asks once, for each decision: an outcome that nobody tells is no fault, and what was asked stays to be read. */
export function outcomeCall({ snapshot, record, now }: { snapshot: Snapshot; record: Record; now: Date }): Call | null {
  const from = reviewFrom(record, snapshot.calendar);
  const decision = reviewable(record);
  if (from === null || decision === null || record.reviewOn === null || now < from) return null;
  const owner = ownersOf(snapshot, record)[0] ?? accountOf(decision.owner ?? decision.by, snapshot);
  return { kind: 'outcome', event: callEventId.outcome(decision.n), asked: [owner], decision, reviewOn: record.reviewOn };
}
