/** The same RFCs on each rung of the ladder, and what became of them. */
import { rungs, type Rung } from '../../src/config/schema-domains.ts';
import type { Config } from '../../src/config/schema.ts';
import { openDraws, type Draws } from './draws.ts';
import { firstDay, yearLong } from './model.ts';
import { openRfc } from './rfc.ts';
import { rungBehaviour } from './rung-behaviour.ts';
import { playRung, type RungCase } from './rung-case.ts';
import { hire, type Staff } from './staff.ts';
import { config, openOffice } from './what-github-says.ts';
import { day, whenWorked, workday, worked } from './work-clock.ts';

/** Every RFC has the label, and so belongs to the one domain. */
function configOf(rung: Rung): Config {
  return { ...config, domains: { everything: { about: '', when: { field: [], labels: [config.label], paths: [] }, owners: [], rung, zone: 'local', consult: [], escalation: [], topics: [] } } };
}

export interface RungMeasures {
  /** Working days from an RFC's opening to its decision. */
  latency: { median: number; p90: number };
  /** The share of RFCs that were never decided. */
  undecided: number;
  /** Objections per RFC that somebody came to. */
  objections: number;
  /** The share of these that came too late. */
  late: number;
  /** The share of those entitled who had said nothing when it was decided. */
  silent: number;
}

/** Each RFC with as many people around it; the same seed gives the same people, who read it at the same time, on every rung. */
export function playRungs({ entitled, seed, rfcs = rungBehaviour.rfcs }: { entitled: number; seed: number; rfcs?: number }): Record<Rung, RungMeasures> {
  const draws = openDraws(seed);
  const staff = hire(40, { from: firstDay, until: firstDay + yearLong + 1000 * day }, draws);
  const measured = rungs.map((rung) => [rung, measureRung(casesOn(rung, { entitled, rfcs, staff, draws }), entitled)] as const);
  return Object.fromEntries(measured) as Record<Rung, RungMeasures>;
}

function casesOn(rung: Rung, { entitled, rfcs, staff, draws }: { entitled: number; rfcs: number; staff: Staff; draws: Draws }): RungCase[] {
  const office = openOffice(staff);
  return Array.from({ length: rfcs }, (_, n) => {
    const at = whenWorked(worked(firstDay) + (260 * workday * (n + draws.even(`opened/${n}`))) / rfcs);
    const [author = 0, owner = 0, ...others] = drawPeople(staff, draws, { n, at, count: 2 + entitled });
    const snapshot = office.opened(openRfc({ n: n + 1, author, owner, reviewers: [], at }), { terms: [], absences: [], callsToday: 0 });
    return playRung({ rung, config: configOf(rung), name: `rung/${n}`, author, owner, entitled: others, at, staff, draws, snapshot });
  });
}

function drawPeople(staff: Staff, draws: Draws, { n, at, count }: { n: number; at: number; count: number }): number[] {
  const left = staff.people.filter((person) => !staff.isAway(person, at));
  return Array.from({ length: count }, (_, index) => left.splice(Math.floor(draws.even(`rung-cast/${n}/${index}`) * left.length), 1)[0] ?? 0);
}

export function measureRung(cases: readonly RungCase[], entitled: number): RungMeasures {
  const decided = cases.filter(({ decidedAt }) => decidedAt !== null);
  const latencies = cases.map(({ openedAt, decidedAt }) => (decidedAt === null ? Infinity : (worked(decidedAt) - worked(openedAt)) / workday)).sort((one, other) => one - other);
  const objections = sum(cases.map((each) => each.objections));
  return {
    latency: { median: rank(latencies, 0.5), p90: rank(latencies, 0.9) },
    undecided: 1 - decided.length / cases.length,
    objections: objections / cases.length,
    late: objections === 0 ? 0 : sum(cases.map((each) => each.late)) / objections,
    silent: decided.length === 0 ? 0 : sum(decided.map((each) => each.silent)) / (decided.length * entitled),
  };
}

function rank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
