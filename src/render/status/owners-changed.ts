import type { Record } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { firstInWords, inertLogin } from '../names.ts';
import type { StatusPlace } from './progress.ts';

/** That the text names others as Decision Owner than they did, since when, and whom. Empty where they never changed. */
export function ownersChangedSection({ owners, ownersAt, ownersBefore }: Pick<Record, 'owners' | 'ownersAt' | 'ownersBefore'>, { timezone }: StatusPlace): string {
  if (ownersAt === null) return '';
  return `**Changed on ${renderDay(ownersAt, timezone)}:** since then, the text names ${inText(owners)} as Decision Owner; before, it named ${inText(ownersBefore)}.`;
}

function inText(owners: readonly string[]): string {
  return owners.length === 0 ? 'nobody' : firstInWords(owners.map(inertLogin));
}
