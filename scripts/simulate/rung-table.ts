/** How the rungs compare, in one table: of each figure the worst of all seeds, so that no lucky one speaks for the others. */
import { rungs, type Rung } from '../../src/config/schema-domains.ts';
import type { RungMeasures } from './rungs.ts';

interface Row {
  name: string;
  /** The worst is the highest. */
  of: (measures: RungMeasures) => number;
  render: (value: number) => string;
}

const days = (value: number): string => (value === Infinity ? 'never' : value.toFixed(1));
const share = (value: number): string => `${Math.round(value * 100)} %`;

const rows: readonly Row[] = [
  { name: 'decision latency, median (working days)', of: ({ latency }) => latency.median, render: days },
  { name: 'decision latency, p90 (working days)', of: ({ latency }) => latency.p90, render: days },
  { name: 'RFCs that come to no decision', of: ({ undecided }) => undecided, render: share },
  { name: 'objections per RFC that somebody comes to', of: ({ objections }) => objections, render: (value) => value.toFixed(2) },
  { name: 'of these, too late', of: ({ late }) => late, render: share },
  { name: 'of those entitled, silent as it is decided', of: ({ silent }) => silent, render: share },
];

/** Markdown. Each run gives the measures of every rung. */
export function renderRungTable(entitled: number, runs: readonly Record<Rung, RungMeasures>[]): string {
  const lines = rows.map(({ name, of, render }) => `| ${[name, ...rungs.map((rung) => render(Math.max(...runs.map((run) => of(run[rung])))))].join(' | ')} |`);
  return [`| ${[`${entitled} people entitled`, ...rungs].join(' | ')} |`, `|---|${rungs.map(() => '---:|').join('')}`, ...lines].join('\n');
}
