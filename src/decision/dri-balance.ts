/**
 * How much each person in a pool carried lately: the ledger that makes a rotation fair.
 *
 * What counts is assigned time, in days by the clock, in which a day counts half as much for each half-life it lies back:
 * the integral of 2^(-age / half-life) over every term that somebody was asked for. Half-lives are how fair-share
 * schedulers forget (Slurm's `PriorityDecayHalfLife`). It is 30 days, or twice the time in which the pool goes round, if
 * that is longer: who was asked in the last round must not be forgotten before everybody else was. A term counts from its first moment on, with all the time until
 * it is due, and less once it ended earlier, but for a day at least: to be asked is work, however soon it is over.
 *
 * An absence leaves everybody where they were: whoever comes back is as far ahead of those who were there, or behind
 * them, as when they left, as a queue that was idle joins a fair scheduler at its virtual time (start-time fair queueing,
 * Goyal and others, 1996). So nothing has to be made up for, and nothing is forgiven. Whoever had no term yet is first in
 * line, once; with their first one they count as having carried as much, that one included, as those who had begun
 * before them did on average.
 */
import type { Stretch } from './intervals.ts';
import { millisecondsPerDay } from './zone-days.ts';

const leastHalfLife = 30 * millisecondsPerDay;
/** In a pool in which next to nobody is ever asked, a term is forgotten some day, too. */
const mostHalfLife = 730 * millisecondsPerDay;
/** What is lately, for the question how fast a pool goes round. */
const recently = 180 * millisecondsPerDay;

/** What a term counts for at least. */
const leastTerm = millisecondsPerDay;

export interface Member {
  id: number;
  /** The terms they were asked for, in order of time; in milliseconds since 1970, as everything here. */
  asked: readonly Stretch[];
  /** In order, apart from each other. */
  away: readonly Stretch[];
}

/** The moment that a ledger is seen from, and how fast it forgets by then. */
interface Sight {
  now: number;
  halfLife: number;
}

/**
 * How long it takes until a term counts half, in milliseconds: 30 days, or twice the time in which a pool of so many goes
 * round, if that is longer. `begun` is how many terms they were asked for in the last 180 days.
 */
export function halfLifeFor(people: number, begun: number): number {
  const round = begun === 0 ? Infinity : (people * recently) / begun;
  return Math.min(Math.max(leastHalfLife, 2 * round), mostHalfLife);
}

function halfLifeOf(pool: readonly Member[], now: number): number {
  const begun = pool.flatMap(({ asked }) => asked.filter(({ from }) => from <= now && from > now - recently));
  return halfLifeFor(pool.length, begun.length);
}

/** The weight of a stretch of time, in days. */
function weigh({ from, until }: Stretch, { now: seenFrom, halfLife }: Sight): number {
  return (halfLife / millisecondsPerDay / Math.LN2) * (2 ** ((until - seenFrom) / halfLife) - 2 ** ((from - seenFrom) / halfLife));
}

interface Account {
  sum: number;
  /** Of somebody who is away: how much more they had carried than the others as they left; less, where it is negative. */
  ahead: number;
  hasBegun: boolean;
  isThere: boolean;
}

/** Those who are there and have begun, taken together. */
interface Joint {
  sum: number;
  size: number;
}

interface Change {
  at: number;
  id: number;
  kind: 'asked' | 'leaves' | 'returns';
  /** Of the term that is asked for. */
  weight: number;
}

/** The weight of what each carried up to a moment, in days; 0 for who was not asked yet. */
export function balanceAt(pool: readonly Member[], now: number): ReadonlyMap<number, number> {
  const accounts = new Map(pool.map(({ id }): [number, Account] => [id, { sum: 0, ahead: 0, hasBegun: false, isThere: true }]));
  const joint: Joint = { sum: 0, size: 0 };
  for (const change of changesIn(pool, { now, halfLife: halfLifeOf(pool, now) })) {
    const account = accounts.get(change.id);
    if (account === undefined) continue;
    leave(joint, account);
    enter(change, account, joint.size === 0 ? 0 : joint.sum / joint.size);
    join(joint, account);
  }
  return new Map([...accounts].map(([id, { sum }]) => [id, sum]));
}

/** In order of time; what comes together, in the order of ids. */
function changesIn(pool: readonly Member[], sight: Sight): Change[] {
  const changes = pool.flatMap(({ id, asked, away }) => [
    ...asked.map((term): Change => ({ at: term.from, id, kind: 'asked', weight: weigh({ from: term.from, until: Math.max(term.until, term.from + leastTerm) }, sight) })),
    ...away.flatMap(({ from, until }): Change[] => [{ at: from, id, kind: 'leaves', weight: 0 }, { at: until, id, kind: 'returns', weight: 0 }]),
  ]);
  return changes.filter(({ at }) => at <= sight.now).sort((one, other) => one.at - other.at || one.id - other.id);
}

/** `mean` is that of the others who are there and have begun. */
function enter({ kind, weight }: Change, account: Account, mean: number): void {
  if (kind === 'asked') {
    ask(account, account.hasBegun ? weight : Math.max(weight, mean));
  } else {
    account.isThere = kind === 'returns';
    if (account.isThere && account.hasBegun) account.sum = Math.max(account.sum, mean + account.ahead);
    account.ahead = account.isThere ? 0 : account.sum - mean;
  }
}

/** Also somebody who is away may get a term: by hand, or just before they leave. */
function ask(account: Account, weight: number): void {
  account.sum += weight;
  if (!account.isThere) account.ahead = account.hasBegun ? account.ahead + weight : 0;
  account.hasBegun = true;
}

function leave(joint: Joint, { sum, hasBegun, isThere }: Account): void {
  if (!hasBegun || !isThere) return;
  joint.sum -= sum;
  joint.size -= 1;
}

function join(joint: Joint, { sum, hasBegun, isThere }: Account): void {
  if (!hasBegun || !isThere) return;
  joint.sum += sum;
  joint.size += 1;
}
