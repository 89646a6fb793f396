import type { Pause } from '../../decision/pause-facts.ts';
import { awaited } from '../calls/waits-for.ts';
import { renderDay } from '../moments.ts';
import type { StatusPlace } from './progress.ts';

/** What the RFC waits for, whom, and since when. Empty where it waits for nobody. */
export function waitsForSection(pause: Pause | null, { timezone }: StatusPlace): string {
  return pause === null ? '' : `**What it waits for, since ${renderDay(pause.since, timezone)}:** ${awaited(pause)}`;
}
