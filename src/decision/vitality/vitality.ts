/**
 * Whether a way of deciding is alive: every figure over some periods, with its trend and what it may mean. For people to
 * talk about; nothing here is ever part of a check, and nothing names or ranks anybody.
 */
import { factsOf, type Facts, type VitalSource } from './facts.ts';
import type { Figure, Group, Trend, Values } from './figure.ts';
import { wholeOf, type Period } from './period.ts';
import { figures } from './registry.ts';

export interface Point {
  /** `2026-Q4`. */
  period: string;
  /** Whether it still runs, so that it will change. */
  isRunning: boolean;
  count: number;
  values: Values;
}

/** A figure as it was found. */
export interface Finding {
  figure: Figure;
  /** The oldest first. */
  points: readonly Point[];
  /** Of the whole time. */
  count: number;
  values: Values;
  groups: readonly Group[];
  trend: Trend;
  /** One sentence. */
  meaning: string;
}

export interface Vitality {
  /** From the first period's beginning to the last one's end. */
  span: Period;
  findings: readonly Finding[];
}

/** Throws a `RangeError` where there are no periods. */
export function vitalityOf(source: VitalSource, periods: readonly Period[]): Vitality {
  return { span: wholeOf(periods), findings: [...findingsOf(source, periods)] };
}

/** One figure after the other: of a long log each takes a while. Throws a `RangeError` where there are no periods. */
export function* findingsOf(source: VitalSource, periods: readonly Period[]): Generator<Finding, void, undefined> {
  const [whole, ...parts] = factsOf(source, [wholeOf(periods), ...periods]);
  if (whole === undefined) throw new RangeError('Missing facts, expected those of the whole time');
  for (const figure of figures) yield findingOf(figure, { whole, parts, now: source.now });
}

function findingOf(figure: Figure, { whole, parts, now }: { whole: Facts; parts: readonly Facts[]; now: Date }): Finding {
  const points = parts.map((facts): Point => ({ period: facts.period.name, isRunning: facts.period.until > now, count: figure.count(facts), values: figure.values(facts) }));
  const latest = (points.findLast(({ isRunning }) => !isRunning) ?? points.at(-1))?.values ?? {};
  const seen = { values: figure.values(whole), latest, count: figure.count(whole), groups: figure.groups(whole), trend: trendOf(points, figure.measures[0]?.id ?? '') };
  const { values, count, groups, trend } = seen;
  return { figure, points, values, count, groups, trend, meaning: figure.meaning(seen) };
}

/** What changes by less than this part of what it was has not changed. */
const noticed = 0.15;

/** The last period that is over, against the middle one of those before it. */
export function trendOf(points: readonly Point[], measure: string): Trend {
  const known = points.filter(({ isRunning }) => !isRunning).flatMap(({ values }) => values[measure] ?? []);
  const last = known.at(-1);
  const before = known.slice(0, -1).sort((one, other) => one - other);
  const usual = before[Math.floor((before.length - 1) / 2)];
  if (last === undefined || usual === undefined) return 'unknown';
  if (last > usual * (1 + noticed)) return 'rising';
  return last < usual * (1 - noticed) ? 'falling' : 'steady';
}
