/** The decisions of a period that are most worth talking about, with why: what a team looks at when it looks back. */
import { factsOf, type Decided, type Facts, type VitalEntry, type VitalSource } from './facts.ts';
import { percentile } from './percentile.ts';
import { isInPeriod, type Period } from './period.ts';

/** Why a decision is worth talking about. None of these is a reproach: each is a place where something can be learnt. */
export type Because =
  /** It turned out to need another one. */
  | { why: 'reversed' | 'changed' }
  /** It was merged, and nobody decided. */
  | { why: 'merged-without-decision' }
  /** Made `anyway`, before its rung was satisfied. */
  | { why: 'anyway' }
  /** Somebody other than the named owner decided. */
  | { why: 'by-another' }
  /** The owner went on without so many objections. */
  | { why: 'set-aside'; objections: number }
  /** People reported that so many principles did not fit. */
  | { why: 'tension'; principles: number }
  /** It was opened again. */
  | { why: 'reopened' }
  /** It took longer than nine in ten; in working days. */
  | { why: 'long'; days: number };

/** How much each says: what turned out otherwise teaches most, what took long least. */
const weights: Record<Because['why'], number> = { reversed: 8, tension: 7, 'merged-without-decision': 6, changed: 5, anyway: 5, 'set-aside': 4, 'by-another': 4, reopened: 3, long: 2 };

/** An entry, as far as it is asked here. */
export type TalkedOf = VitalEntry & { reopened: object | null };

export interface WorthTalking<Entry> {
  entry: Entry;
  /** What says most comes first. */
  because: readonly Because[];
}

export interface TalkSource<Entry extends VitalEntry> extends VitalSource {
  entries: readonly Entry[];
}

const mostTalkedOf = 3;

/** The decisions of a period that are most worth talking about; fewer where there is less to say. */
export function worthTalking<Entry extends TalkedOf>(source: TalkSource<Entry>, period: Period): WorthTalking<Entry>[] {
  const [facts] = factsOf(source, [period]);
  if (facts === undefined) return [];
  const long = percentile(facts.decided.flatMap(({ days }) => days ?? []), 0.9);
  const entries = new Map(source.entries.map((entry) => [entry as VitalEntry, entry]));
  const found = subjectsOf(facts).flatMap((decided): WorthTalking<Entry>[] => {
    const entry = entries.get(decided.entry);
    const because = entry === undefined ? [] : reasonsFor(decided, entry, { long, period });
    return entry === undefined || because.length === 0 ? [] : [{ entry, because }];
  });
  return found.sort((one, other) => weightOf(other.because) - weightOf(one.because) || inOrder(one.entry, other.entry)).slice(0, mostTalkedOf);
}

/** Decided in the period, or looked back at in it. */
function subjectsOf({ decided, reviews }: Facts): Decided[] {
  return [...new Set([...decided, ...reviews])];
}

function reasonsFor(decided: Decided, entry: TalkedOf, { long, period }: { long: number | null; period: Period }): Because[] {
  const { days } = decided;
  const isOfPeriod = isInPeriod(entry.at, period);
  const reasons = [...afterwards(entry), ...(isOfPeriod ? whileDeciding(decided) : []), ...(isOfPeriod && days !== null && long !== null && days > long ? [{ why: 'long', days } as const] : [])];
  return reasons.sort((one, other) => weights[other.why] - weights[one.why]);
}

function afterwards({ review, reopened }: TalkedOf): Because[] {
  const outcome = review?.outcome;
  return [...(outcome === 'reversed' || outcome === 'changed' ? [{ why: outcome } as const] : []), ...(reopened === null ? [] : [{ why: 'reopened' } as const])];
}

function whileDeciding({ entry: { result, isSatisfied, by, owner }, objections, tensions }: Decided): Because[] {
  const setAside = objections.filter((objection) => objection.setAside !== null).length;
  const principles = new Set(tensions.map(({ principle }) => principle)).size;
  const isUndecided = result === 'merged-without-decision';
  return [
    ...(isUndecided ? [{ why: 'merged-without-decision' } as const] : []),
    ...(!isUndecided && !isSatisfied ? [{ why: 'anyway' } as const] : []),
    ...(by !== null && by.id !== owner?.id ? [{ why: 'by-another' } as const] : []),
    ...(setAside > 0 ? [{ why: 'set-aside', objections: setAside } as const] : []),
    ...(principles > 0 ? [{ why: 'tension', principles } as const] : []),
  ];
}

function weightOf(because: readonly Because[]): number {
  return because.reduce((sum, { why }) => sum + weights[why], 0);
}

/** The older one first: so that two looks at the same log choose the same. */
function inOrder(one: VitalEntry, other: VitalEntry): number {
  return Date.parse(one.at) - Date.parse(other.at) || one.repository.id - other.repository.id || one.number - other.number || one.n - other.n;
}
