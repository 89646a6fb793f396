import { renderDay, renderMoment } from '../moments.ts';
import { inertName, mention } from '../names.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { offeredTo, type Ability } from '../who-can.ts';
import type { Escalation } from '../../decision/record-schema.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { situationList } from './situation.ts';
import { waysOn } from './ways.ts';

const bringIn: Ability = ['escalate', '`/escalate to @user WHY` brings in somebody who is closer to it.'];

/** Asks the next person on the path to help decide. */
export function escalationText({ asked: [person], escalation, dueAt, situation }: CallOf<'escalation'>, place: CallPlace): string {
  const list = situationList(situation, place);
  return [
    `${mention(person)}, could you help to decide here? Nobody dropped anything: this is a request for help, to decide and move on.`,
    whoAsks(escalation, place),
    ...(list === '' ? [] : [list]),
    `**What is asked:** whatever moves it on: a view on what is on the table, an answer to an objection, or the call itself where it is yours to make. **By when:** ${renderMoment(dueAt, place.timezone)}; after that the next person on the escalation path can be asked.`,
    ...(situation.pause === null ? [] : [waysOn(situation.pause, place)]),
    ['Any answer here will do, and “not me” is one.', ...offeredTo(['members'], bringIn, place.allowed)].join(' '),
  ].join('\n\n');
}

function whoAsks({ by, why, source, openedAt }: Escalation, { rfcUrl, timezone }: CallPlace): string {
  if (by === null) return 'Unpause asks, as the step is open and a further pair of eyes would help.';
  const link = source === null ? '' : `${sourceLink(rfcUrl, source)}, `;
  return `${inertName(by)} asks${givenReason(why)} (${link}${renderDay(openedAt, timezone)})`;
}
