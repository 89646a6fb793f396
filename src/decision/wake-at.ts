/** When to look again without being told. */
import { decisionInForce } from './decided.ts';
import { overdueFrom } from './decide-by.ts';
import { endsOf } from './ladder/closes-at.ts';
import { periodInForce } from './ladder/period.ts';
import type { Momentum } from './momentum.ts';
import { reviewFrom } from './outcome-review.ts';
import type { Record } from './record-schema.ts';
import { isOwnerRule, type Standing } from './standing.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm } from './term.ts';

const minute = 60_000;
/** GitHub did not answer who somebody is: it will. */
const askAgainAfter = 30 * minute;
const day = 24 * 60 * minute;

export interface WakeFacts {
  snapshot: Snapshot;
  standing: Standing;
  now: Date;
  momentum: Momentum | null;
  record: Record | null;
  /** From when on a call may be made that waits for working hours. */
  callFrom: Date | null;
  /** A call is being made: it takes effect when it is read back. */
  isCalling: boolean;
}

/** The first moment at which time alone changes something; null where only people can. */
export function wakeAt(facts: WakeFacts): string | null {
  const { snapshot, standing, now, isCalling } = facts;
  if (isCalling) return now.toISOString();
  if (standing !== 'rfc') return null;
  const moments = [...(snapshot.rfc.isOpen ? [...documentMoments(facts), ...momentumMoments(facts)] : []), ...reviewMoments(facts), ...(facts.callFrom === null ? [] : [facts.callFrom.getTime()])];
  return moments.length === 0 ? null : new Date(Math.min(...moments)).toISOString();
}

/** A date that is too far away comes nearer by itself, and one day it is past. */
function documentMoments({ snapshot, now }: WakeFacts): number[] {
  const { documents } = snapshot;
  const results = documents.flatMap(({ result }) => result ?? []);
  // A team that GitHub does not show it will hardly show in a while.
  if (results.some(({ notChecked }) => notChecked.some(({ rule }) => isOwnerRule(rule)))) return [now.getTime() + askAgainAfter];
  const overdue = snapshot.rfc.isDraft ? null : overdueFrom(snapshot);
  const waitsForDate = results.some(({ fields, findings }) => fields.decideBy !== undefined && findings.some(({ rule }) => rule === 'decide-by'));
  return [...(overdue !== null && overdue > now ? [overdue.getTime()] : []), ...(waitsForDate ? [now.getTime() + day] : [])];
}

/** Also of what is closed: that is where outcomes show. */
function reviewMoments({ snapshot, record, now }: WakeFacts): number[] {
  const from = record === null ? null : reviewFrom(record, snapshot.calendar);
  return from !== null && from > now ? [from.getTime()] : [];
}

function momentumMoments(facts: WakeFacts): number[] {
  const { momentum, record, now } = facts;
  const help = momentum?.help.kind === 'wait' ? [momentum.help.until.getTime()] : [];
  const term = record === null ? null : activeTerm(record);
  const waits = record?.waits.map(({ until }) => Date.parse(until)) ?? [];
  return [...help, ...(term === null ? [] : [Date.parse(term.dueAt)]), ...waits, ...periodMoments(facts)].filter((moment) => moment > now.getTime());
}

/** A period ends by itself, and what it waits for is another thing then. */
function periodMoments({ snapshot, record }: WakeFacts): number[] {
  const period = record === null || decisionInForce(record) !== null ? null : periodInForce(record);
  if (record === null || period === null) return [];
  const { least, last } = endsOf(period, { snapshot, record });
  return [least, last];
}
