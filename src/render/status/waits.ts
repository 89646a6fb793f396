import type { Wait } from '../../decision/record-schema.ts';
import { renderMoment } from '../moments.ts';
import { inertName } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { usersWords } from '../users-words.ts';
import { listSection } from './list-section.ts';
import type { StatusPlace } from './progress.ts';

/** Planned pauses, in which the clock stands still, and people who asked for time. Empty where there are none. */
export function waitsSection(waits: readonly Wait[], place: StatusPlace): string {
  return listSection({ title: 'Planned pauses', items: waits.map((wait) => waitItem(wait, place)), budget: 1_000, after: '' });
}

function waitItem({ kind, by, until, why, source }: Wait, { rfcUrl, timezone }: StatusPlace): string {
  const what = kind === 'wait' ? 'The clock rests' : `The RFC waits for ${inertName(by)}`;
  const who = kind === 'wait' ? `, as ${inertName(by)} planned` : '';
  return `${what} until ${renderMoment(until, timezone)}${who}: ${usersWords(why)} (${sourceLink(rfcUrl, source)}).`;
}
