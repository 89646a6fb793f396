import type { Record } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { inertName } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { usersWords } from '../users-words.ts';
import { listSection } from './list-section.ts';
import type { StatusPlace } from './progress.ts';

/** Reports that a principle did not fit: for people to judge, and never a block. Empty where there are none. */
export function tensionsSection(tensions: Record['tensions'], { rfcUrl, timezone }: StatusPlace): string {
  const items = tensions.map(({ principle, why, by, at, source }) => `${usersWords(principle)}: ${usersWords(why)} (${inertName(by)}, ${sourceLink(rfcUrl, source)}, ${renderDay(at, timezone)})`);
  return listSection({ title: 'Principles that did not fit', items, budget: 700, after: '' });
}
