/**
 * Decisions that reach the whole: the stewards are told of them as they begin, and once they are made, or merged without. They are never
 * asked to approve, so nobody waits for them, and who is away is told as well.
 */
import type { Config } from '../config/schema.ts';
import { callEventId } from './call-events.ts';
import type { Call } from './calls.ts';
import { decisionInForce } from './decided.ts';
import { endedAt } from './follow-ups.ts';
import { accountsNamed, isTeamShown } from './handles.ts';
import { judge } from './ladder/judge.ts';
import { hasEvent } from './markers.ts';
import { ownersOf } from './owner.ts';
import { reachOf } from './reach.ts';
import type { Record } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';
import { millisecondsPerDay } from './zone-days.ts';

/** A comment that mentions more is a flood. */
export const mostTold = 10;

export interface Stewards {
  /** Those whom it is news to: who decides or proposed it knows of it. */
  people: readonly Account[];
  /** Teams of theirs whose members GitHub does not show. */
  hidden: readonly string[];
}

interface Moment {
  snapshot: Snapshot;
  record: Record;
  config: Config;
}

export function stewardsOf({ snapshot, record, config }: Moment): Stewards {
  const { pool } = config.stewards;
  const involved = new Set([snapshot.rfc.author, ...ownersOf(snapshot, record)].map(({ id }) => id));
  return {
    people: accountsNamed(pool, snapshot).filter(({ id }) => !involved.has(id)),
    hidden: pool.filter((handle) => handle.includes('/') && !isTeamShown(handle, snapshot)),
  };
}

/** What the stewards are to know of by now; null where there is nothing, or nobody to tell. Each is told once. */
export function centreCall(moment: Moment & { now: Date }): Call | null {
  const { record } = moment;
  const news = newsIn(moment);
  if (news === null) return null;
  const { people, hidden } = stewardsOf(moment);
  if (people.length === 0) return null;
  const [owner = null] = ownersOf(moment.snapshot, record);
  const { stage } = news;
  const decision = stage === 'decided' ? decisionInForce(record) : null;
  return {
    kind: 'centre', event: callEventId.centre(stage === 'merged' ? stage : (decision?.n ?? 0)), stage, asked: people.slice(0, mostTold), more: Math.max(0, people.length - mostTold), hidden,
    domain: news.domain, owner, decision, period: record.period,
  };
}

interface News {
  stage: 'begun' | 'decided' | 'merged';
  domain: string | null;
}

/** Where a period is to begin, people are called first; what has none begins with its first status. */
function newsIn({ snapshot, record, config, now }: Moment & { now: Date }): News | null {
  const decision = decisionInForce(record);
  if (decision !== null) return decision.under?.zone === 'centre-aware' ? { stage: 'decided', domain: decision.under.domain } : null;
  const { zone, domain } = reachOf(snapshot, record, config);
  if (zone !== 'centre-aware') return null;
  if (!snapshot.rfc.isOpen) return isNewsMerged(snapshot, now) ? { stage: 'merged', domain } : null;
  const { missing } = judge({ snapshot, record, config, now });
  return missing.every(({ what }) => what !== 'not-begun') ? { stage: 'begun', domain } : null;
}

/** In milliseconds. What was merged longer ago without having been told of as it began, is no news. */
const newsFor = 7 * millisecondsPerDay;

function isNewsMerged(snapshot: Snapshot, now: Date): boolean {
  if (!snapshot.rfc.isMerged) return false;
  return hasEvent(snapshot.comments, callEventId.centre(0)) || now.getTime() - Date.parse(endedAt(snapshot)) <= newsFor;
}
