/** Several runs in one table: of each figure the worst, so that no lucky seed speaks for the others. */
import type { Measures } from './measures.ts';
import type { Variant } from './variants.ts';

/** One line of the table: a figure, the worst of which is the highest. */
interface Row {
  name: string;
  /** Null where it was not measured. */
  of: (measures: Measures) => number | null;
  digits: number;
  /** What Unpause itself must not go beyond. */
  goal: number | null;
}

export const rows: readonly Row[] = [
  { name: 'decision latency, median (working days)', of: ({ latency }) => latency.median, digits: 1, goal: null },
  { name: 'decision latency, p90 (working days)', of: ({ latency }) => latency.p90, digits: 1, goal: null },
  { name: 'pause time per RFC (working days)', of: ({ paused }) => paused, digits: 1, goal: null },
  { name: 'busiest share of assigned DRI time / mean', of: ({ busiest }) => busiest, digits: 2, goal: 1.3 },
  { name: 'most extra terms in the week after an absence', of: ({ extra }) => extra, digits: 0, goal: 1 },
  { name: 'calls per RFC: nudges', of: ({ calls }) => calls.nudge, digits: 2, goal: null },
  { name: 'calls per RFC: temporary DRI', of: ({ calls }) => calls.dri, digits: 2, goal: null },
  { name: 'calls per RFC: escalations', of: ({ calls }) => calls.escalation, digits: 2, goal: null },
  { name: 'calls per RFC: stewards', of: ({ calls }) => calls.steward, digits: 2, goal: null },
  { name: 'calls per RFC and step', of: ({ callsPerStep }) => callsPerStep, digits: 2, goal: 1 },
  { name: 'most calls about the same thing', of: ({ repeats }) => repeats, digits: 0, goal: 1 },
  { name: 'calls outside working hours', of: ({ outsideHours }) => outsideHours, digits: 0, goal: 0 },
  { name: 'mentions of people not asked to act', of: ({ strangers }) => strangers, digits: 0, goal: 0 },
  { name: 'copies per RFC to subscribers not asked to act', of: ({ copies }) => copies, digits: 1, goal: null },
];

export type Results = ReadonlyMap<Variant, readonly Measures[]>;

/** Markdown; `-` where a figure was not measured in any run. */
export function renderTable(people: number, results: Results): string {
  const names = [...results.keys()];
  const lines = rows.map(({ name, of, digits, goal }) => {
    const cells = names.map((variant) => render(worst(results.get(variant) ?? [], of), digits));
    return `| ${[name, ...cells, goal === null ? '' : `≤ ${goal}`].join(' | ')} |`;
  });
  return [`| ${[`${people} people`, ...names, 'goal'].join(' | ')} |`, `|---|${names.map(() => '---:|').join('')}---|`, ...lines].join('\n');
}

/** The goals that Unpause misses, in words. */
export function missedGoals(people: number, results: Results): string[] {
  const runs = [...(results.get('Unpause') ?? []), ...(results.get('whole loop') ?? [])];
  return rows.flatMap(({ name, of, digits, goal }) => {
    const value = worst(runs, of);
    return goal !== null && value !== null && value > goal ? [`${people} people, ${name}: ${value.toFixed(digits)}, expected at most ${goal}`] : [];
  });
}

function worst(runs: readonly Measures[], of: Row['of']): number | null {
  const values = runs.flatMap((run) => of(run) ?? []);
  return values.length === 0 ? null : Math.max(...values);
}

function render(value: number | null, digits: number): string {
  return value === null ? '-' : value.toFixed(digits);
}
