import type { Objection } from '../../decision/record-schema.ts';
import { inertName } from '../names.ts';
import { objectionText } from '../objection-text.ts';
import { listSection } from './list-section.ts';
import type { StatusPlace } from './progress.ts';

/** The open objections, those that bind first. Empty where there are none. */
export function objectionsSection(objections: readonly Objection[], place: StatusPlace): string {
  const open = objections.filter(({ withdrawnAt }) => withdrawnAt === null);
  const sorted = [...open.filter(({ isBinding }) => isBinding), ...open.filter(({ isBinding }) => !isBinding)];
  return listSection({
    title: 'Open objections',
    items: sorted.map((objection) => `${inertName(objection.by)}: ${objectionText(objection, place)}`),
    budget: 1_600,
    after: 'Whoever objects closes it with `/withdraw` once it is settled.',
  });
}
