import type { Escalation } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { firstInWords, inertName } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { listSection } from './list-section.ts';
import type { StatusPlace } from './progress.ts';

/** The open requests for help to decide. Empty where there are none. */
export function escalationsSection(escalations: readonly Escalation[], place: StatusPlace): string {
  const open = escalations.filter(({ ended }) => ended === null);
  return listSection({
    title: 'Help to decide was asked for',
    items: open.map((escalation) => escalationItem(escalation, place)),
    budget: 1_200,
    after: 'Any answer by those who are asked will do. Nobody dropped anything: this is to decide and move on.',
  });
}

function escalationItem({ by, why, source, openedAt, asked }: Escalation, { rfcUrl, timezone }: StatusPlace): string {
  const who = by === null ? 'By Unpause' : `By ${inertName(by)}`;
  const reason = givenReason(why);
  const link = source === null ? '' : ` (${sourceLink(rfcUrl, source)})`;
  const names = asked.length === 0 ? '' : `. Asked: ${firstInWords(asked.map(({ person }) => inertName(person)))}`;
  return `${who}, ${renderDay(openedAt, timezone)}${reason}${link}${names}.`;
}
