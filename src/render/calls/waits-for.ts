import type { Pause } from '../../decision/pause-facts.ts';
import { renderDay } from '../moments.ts';
import { firstInWords, inertName } from '../names.ts';
import { nextSteps } from '../next-steps.ts';

/** Since when an RFC waits, for what and whom, and what is known besides, after its name or "it"; notifies nobody. */
export function hasBeenWaiting(pause: Pause, timezone: string): string {
  return `has been waiting since ${renderDay(pause.since, timezone)} for ${awaited(pause)}`;
}

/** What an RFC waits for and whom, and what is known besides; notifies nobody. */
export function awaited({ kind, waitsFor }: Pause): string {
  const { awaits, known } = nextSteps[kind];
  const names = waitsFor.length === 0 ? '' : ` (${firstInWords(waitsFor.map(inertName))})`;
  return `${awaits}${names}.${known === '' ? '' : ` ${known}`}`;
}
