/** Prints what was measured beside the goal. A goal that is missed is said, and fails nothing: machines are noisy. */
import type { Comparison } from './paired-runs.ts';

const { stdout } = process;

export function heading(text: string): void {
  stdout.write(`\n${text}\n`);
}

export function goal(what: string, value: number, { atMost, atLeast, unit = '' }: { atMost?: number; atLeast?: number; unit?: string }): void {
  const holds = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
  const bound = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  const shown = value < 10 ? value.toFixed(3) : value.toFixed(1);
  stdout.write(`  ${holds ? 'holds' : 'SHORT'}  ${what}: ${shown}${unit} (goal ${bound}${unit})\n`);
}

export function table(rows: readonly Comparison[]): void {
  for (const { name, median, memory, ratio, memoryRatio } of rows) {
    const peak = memory === null ? '' : `${(memory / 1024).toFixed(0)} MiB`.padStart(9);
    const times = memoryRatio === null ? '' : `, memory × ${memoryRatio.toFixed(2)}`;
    stdout.write(`  ${name.padEnd(36)} ${median.toFixed(3).padStart(8)} s ${peak}  ours/theirs × ${ratio.toFixed(3)}${times}\n`);
  }
}
