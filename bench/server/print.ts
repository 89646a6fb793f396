/** Lines of figures beside the goals. */
import type { Percentiles } from './percentiles.ts';

export function line(name: string, ...figures: readonly string[]): void {
  process.stdout.write(`  ${name.padEnd(36)} ${figures.join('  ')}\n`);
}

export function milliseconds({ p50, p99, max }: Percentiles): string {
  return `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} max ${max.toFixed(1)} ms`;
}

export function perSecond(value: number): string {
  return `${value.toFixed(0).padStart(6)}/s`;
}

export function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0).padStart(4)} MiB`;
}
