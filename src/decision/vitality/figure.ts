/**
 * What a figure is: its definition, what it is not good for, how it is reckoned, and one sentence on what it may mean and
 * what a team could try. A figure is about a way of deciding; none is about a person, and none holds a name.
 */
import { byDomainName, type Facts } from './facts.ts';

export type Unit = 'working-days' | 'share' | 'count';

export interface Measure {
  /** In small letters, with hyphens: `p50`, `set-aside`. */
  id: string;
  name: string;
  unit: Unit;
}

/** By the ids of the measures; null where there are too few cases, or nothing is known. */
export type Values = Readonly<Record<string, number | null>>;

/** A figure for a part of what it is about. */
export interface Group {
  by: 'domain' | 'rung' | 'pause' | 'principle';
  /** As the config or the ladder has it; null for what has no domain. */
  name: string | null;
  /** How many cases it rests on. */
  count: number;
  values: Values;
}

export type Trend = 'rising' | 'falling' | 'steady' | 'unknown';

/** What a sentence can be made of. */
export interface Seen {
  /** Of the whole time that is shown. */
  values: Values;
  /** Of the last period that is over; of the one that runs where there is none. */
  latest: Values;
  count: number;
  /** Of the first measure, from period to period. */
  trend: Trend;
  groups: readonly Group[];
}

export interface Figure {
  id: string;
  title: string;
  /** A sentence or two: what is counted, and what is not. */
  definition: string;
  /** What it cannot say. */
  limits: string;
  /** The first is the one whose trend is told. */
  measures: readonly Measure[];
  /** How many cases the values rest on. */
  count: (facts: Facts) => number;
  values: (facts: Facts) => Values;
  groups: (facts: Facts) => readonly Group[];
  /** One sentence. */
  meaning: (seen: Seen) => string;
}

/** Says that an object is one. */
export function defineFigure(figure: Figure): Figure {
  return figure;
}

type Reckoning = Pick<Figure, 'count' | 'values'>;

/** The same figure for each part of the facts. */
export function groupsOf(by: Group['by'], parts: readonly { name: Group['name']; facts: Facts }[], { count, values }: Reckoning): Group[] {
  return parts.map(({ name, facts }) => ({ by, name, count: count(facts), values: values(facts) }));
}

/** The same figure for each domain; none where all is of one. */
export function byDomain(reckoning: Reckoning): Figure['groups'] {
  return (facts) => {
    const parts = byDomainName(facts);
    return parts.length < 2 ? [] : groupsOf('domain', parts, reckoning);
  };
}

export const noGroups: Figure['groups'] = () => [];
