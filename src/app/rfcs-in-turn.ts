/** What a sweep without a memory looks at, and in which order. */
import { hasLabel } from '../decision/standing.ts';
import { listOpenRfcs, listRecentRfcs, type ListedRfc } from '../github/list-open-rfcs.ts';
import { reviewsDue } from './due-reviews.ts';
import { mayBeRfc } from './may-be-rfc.ts';
import type { Place } from './open-place.ts';

export type SweepScope =
  /** Everything that is open: time may have come for any of it. */
  | { kind: 'all' }
  /** What an event is about, and what else changed just before: of runs that wait, GitHub keeps the last alone. */
  | { kind: 'changed'; number: number | null };

/** In milliseconds: much longer than runs wait for each other. */
const justBefore = 3_600_000;
/** What was merged or closed may have to be settled; long enough for a schedule that failed for a day. */
const recently = 2 * 24 * 3_600_000;

/**
 * First what an event is about, then what carries the label, also what was closed lately or is to be looked back at, then the other pull requests, which may change a document.
 * No memory tells which of them was seen least recently, so that each sweep begins somewhere else: none is always last.
 */
export async function rfcsInTurn(place: Place, { scope, random }: { scope: SweepScope; random: () => number }): Promise<number[]> {
  const { github, repository, rules, now } = place;
  const listed = await listOpenRfcs(github, repository);
  const { label } = rules.config;
  const since = new Date(now().getTime() - (scope.kind === 'all' ? recently : justBefore));
  const wanted = listed.filter((rfc) => mayBeRfc(rfc, { label, isConfigured: rules.inForce.isConfigured }) && (scope.kind === 'all' || Date.parse(rfc.updatedAt) >= since.getTime()));
  const closed = await listRecentRfcs(github, repository, { label, since, state: 'closed' });
  const due = scope.kind === 'all' ? await reviewsDue(place, random) : [];
  const isLabelled = ({ labels }: ListedRfc) => hasLabel(labels, label);
  const labelled = turned(wanted.filter(isLabelled), random).map(({ number }) => number);
  const others = turned(wanted.filter((rfc) => !isLabelled(rfc)), random).map(({ number }) => number);
  const first = scope.kind === 'changed' && scope.number !== null ? [scope.number] : [];
  return [...new Set([...first, ...labelled, ...closed, ...due, ...others])];
}

function turned<Item>(items: readonly Item[], random: () => number): Item[] {
  const start = Math.floor(random() * items.length);
  return [...items.slice(start), ...items.slice(0, start)];
}
