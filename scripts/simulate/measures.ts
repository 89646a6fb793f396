/** What a simulated year was like: for whoever waits, for whoever is asked, and for whoever reads along. */
import type { CallKind, HeldTerm, Helper } from './helper.ts';
import type { Year } from './model.ts';
import type { Rfc } from './rfc.ts';
import type { Away, Staff } from './staff.ts';
import { day, isWorkTime, workday, worked } from './work-clock.ts';

export interface Measures {
  /** Working days from an RFC's opening to its decision. */
  latency: { median: number; p90: number };
  /** Working days per RFC that were spent waiting, the first three of each wait aside. */
  paused: number;
  /**
   * The greatest share of the time somebody was there that they were temporary DRI because they were asked, divided by
   * the mean share; null where somebody was asked fewer than ten times, so that chance would speak.
   */
  busiest: number | null;
  /** The fewest terms that somebody was asked for. */
  fewestTerms: number;
  /**
   * How many more terms somebody was asked for in the first week after an absence of two weeks than those who were
   * there all that week were on average, rounded up as nobody is asked for half a term; the most of all.
   */
  extra: number | null;
  /** Calls of each kind per RFC. */
  calls: Record<CallKind, number>;
  /** The most calls in one RFC about the same thing. */
  repeats: number;
  /** Calls to each RFC in each of its steps, on average. */
  callsPerStep: number;
  outsideHours: number;
  /** Mentions of people who are not asked to act; null where nothing was put into words. */
  strangers: number | null;
  /** Copies per RFC that went to people who are subscribed to it and not asked for anything; null likewise. */
  copies: number | null;
}

const enoughTerms = 10;
const patience = 3 * workday;

/** What a helper has done. */
export interface Done {
  terms: ReturnType<Helper['terms']>;
  posts: ReturnType<Helper['posts']>;
}

export function measure({ span, rfcs, calls }: Year, staff: Staff, { terms, posts }: Done): Measures {
  const latencies = rfcs.map(({ openedAt, decidedAt }) => (decidedAt === null ? Infinity : worked(decidedAt) - worked(openedAt)) / workday).sort((one, other) => one - other);
  const spells = terms.filter(({ isVolunteered }) => !isVolunteered).map(spellOf);
  const held = staff.people.map((person) => spells.filter(({ holder, from }) => holder === person && from < span.until));
  const fewestTerms = Math.min(...held.map(({ length }) => length));
  return {
    latency: { median: percentile(latencies, 0.5), p90: percentile(latencies, 0.9) },
    paused: sum(rfcs.map(pausedIn)) / workday / rfcs.length,
    busiest: fewestTerms < enoughTerms ? null : busiest(held, staff, span),
    fewestTerms,
    extra: terms.length === 0 ? null : mostExtra(spells, staff, span),
    calls: perRfc(calls, rfcs.length),
    repeats: Math.max(0, ...counts(calls.map(({ rfc, about }) => `${rfc} ${about}`))),
    callsPerStep: calls.length / sum(rfcs.map(stepsOf)),
    outsideHours: calls.filter(({ at }) => !isWorkTime(at)).length,
    strangers: posts === null ? null : sum(posts.map((post) => post.strangers)),
    copies: posts === null ? null : sum(posts.map((post) => post.copies)) / rfcs.length,
  };
}

interface Spell extends Away {
  holder: number;
}

function spellOf({ holder, startedAt, dueAt, endedAt }: HeldTerm): Spell {
  return { holder, from: Date.parse(startedAt), until: Date.parse(endedAt ?? dueAt) };
}

function pausedIn({ waits }: Rfc): number {
  return sum(waits.map(({ from, until }) => Math.max(0, worked(until) - worked(from) - patience)));
}

function stepsOf({ waits }: Rfc): number {
  return waits.filter(({ step }, index) => step !== waits[index - 1]?.step).length;
}

function busiest(held: readonly (readonly Spell[])[], { people, absences }: Staff, span: Away): number {
  const shares = people.map((person, index) => {
    const away = sum((absences.get(person) ?? []).map((absence) => overlap(absence, span)));
    return sum((held[index] ?? []).map((spell) => overlap(spell, span))) / (span.until - span.from - away);
  });
  return Math.max(...shares) / (sum(shares) / shares.length);
}

function mostExtra(spells: readonly Spell[], { people, absences }: Staff, span: Away): number {
  const weeks = people.flatMap((person) => (absences.get(person) ?? []).map(({ until }) => ({ person, week: { from: until, until: until + 7 * day } })));
  const inSpan = weeks.filter(({ person, week }) => week.from >= span.from && week.until <= span.until && isThere(person, week));
  return Math.max(0, ...inSpan.map(({ person, week }) => extraIn(week, person)));

  function isThere(person: number, week: Away): boolean {
    return !(absences.get(person) ?? []).some((absence) => overlap(absence, week) > 0);
  }

  function extraIn(week: Away, person: number): number {
    const inWeek = spells.filter(({ from }) => from >= week.from && from < week.until);
    const others = people.filter((other) => other !== person && isThere(other, week));
    const mean = inWeek.filter(({ holder }) => others.includes(holder)).length / Math.max(1, others.length);
    return inWeek.filter(({ holder }) => holder === person).length - Math.ceil(mean);
  }
}

function overlap(one: Away, other: Away): number {
  return Math.max(0, Math.min(one.until, other.until) - Math.max(one.from, other.from));
}

function perRfc(calls: Year['calls'], rfcs: number): Measures['calls'] {
  const each = (kind: CallKind): number => calls.filter((call) => call.kind === kind).length / rfcs;
  return { nudge: each('nudge'), dri: each('dri'), escalation: each('escalation'), steward: each('steward') };
}

function counts(names: readonly string[]): number[] {
  const found = new Map<string, number>();
  for (const name of names) found.set(name, (found.get(name) ?? 0) + 1);
  return [...found.values()];
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
