import type { Record } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { firstInWords, inertLogin } from '../names.ts';
import type { StatusPlace } from './progress.ts';

/** That the text names others as Decision Owner than they did, since when, and whom. Empty where they never changed. */
export function ownersChangedSection({ owners, ownersAt }: Pick<Record, 'owners' | 'ownersAt'>, { timezone }: StatusPlace): string {
  if (ownersAt === null) return '';
  const named = owners.length === 0 ? 'names nobody as Decision Owner; before, it named somebody' : `names ${firstInWords(owners.map(inertLogin))} as Decision Owner; before, it said otherwise`;
  return `**Changed on ${renderDay(ownersAt, timezone)}:** since then, the text ${named}.`;
}
