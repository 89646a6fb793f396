import { isOpen } from '../../decision/open-objections.ts';
import type { Objection } from '../../decision/record-schema.ts';
import { inertName } from '../names.ts';
import { objectionText } from '../objection-text.ts';
import { canDo, type Ability } from '../who-can.ts';
import { listSection } from './list-section.ts';
import type { StatusPlace } from './progress.ts';

const ways: readonly Ability[] = [
  ['answer', 'answer with `/answer @user HOW`'],
  ['set-aside', 'go on without settling it with `/set-aside @user WHY`, which stays in the log'],
];

/** The open objections, those that bind first, and those that were set aside, with all that was said to each. Empty where there are none. */
export function objectionsSection(objections: readonly Objection[], place: StatusPlace): string {
  const open = objections.filter(isOpen);
  const sorted = [...open.filter(({ isBinding }) => isBinding), ...open.filter(({ isBinding }) => !isBinding)];
  const aside = objections.filter(({ withdrawnAt, setAside }) => withdrawnAt === null && setAside !== null);
  const item = (objection: Objection) => `${inertName(objection.by)}: ${objectionText(objection, place)}`;
  return [
    listSection({ title: 'Open objections', items: sorted.map(item), budget: 1_600, after: ['Whoever objects closes it with `/withdraw` once it is settled.', ...canDo(ways, place.allowed)].join(' ') }),
    listSection({ title: 'Objections set aside', items: aside.map(item), budget: 800, after: '' }),
  ].filter((section) => section !== '').join('\n\n');
}
