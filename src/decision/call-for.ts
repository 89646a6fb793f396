/** The call that offers the help that is due. It takes effect once it is read back from the timeline. */
import { driEvent, escalationEvent, pauseEvent } from './call-events.ts';
import { isTeam } from './acts.ts';
import type { Call } from './calls.ts';
import { openEscalation } from './escalation.ts';
import type { Help } from './help-ladder.ts';
import { nextNumber } from './next-number.ts';
import type { Heard, Pause } from './pause-facts.ts';
import type { Escalation, Record } from './record-schema.ts';
import { situationOf } from './situation.ts';
import type { Account } from './snapshot.ts';
import { dueFor } from './term.ts';
import type { Helpers, Weighing } from './weighing.ts';
import { addTime } from './working-time.ts';

export interface CallContext extends Weighing {
  pause: Pause;
  heard: Heard;
  helpers: Helpers;
}

/** Null where it is time to wait, or to rest. */
export function callFor(help: Help, context: CallContext): Call | null {
  const { pause } = context;
  switch (help.kind) {
    case 'wait':
    case 'rest':
      return null;
    case 'nudge':
      return { kind: 'nudge', event: pauseEvent('nudge', pause), asked: peopleAsked(context), pause };
    case 'ask-dri':
      return driCall(context);
    case 'escalate':
    case 'next-on-path':
      return escalationCall(context);
    case 'steward':
      return { kind: 'steward', event: pauseEvent('steward', pause), asked: [], pause };
  }
}

/** A text can name hundreds, and who wrote it may be a stranger: no call mentions more than these. */
const mostAsked = 10;

/** Of a team any one member may answer: the words name the team, and notify nobody who is not asked for sure. */
function peopleAsked({ pause }: CallContext): Account[] {
  return pause.waitsFor.flatMap((addressee) => (isTeam(addressee) ? [] : [addressee])).slice(0, mostAsked);
}

function driCall({ pause, helpers, record, snapshot, config, now }: CallContext): Call | null {
  if (helpers.dri === null) return null;
  const { account, reason } = helpers.dri;
  const dueAt = dueFor(pause.kind, now.toISOString(), { calendar: snapshot.calendar, config }).toISOString();
  const event = driEvent({ n: nextNumber(record.terms, record.folded.terms), person: account, step: pause.kind, reason });
  return { kind: 'dri', event, asked: [account], pause, dueAt, reason };
}

function escalationCall(context: CallContext): Call | null {
  const { helpers, record, now, snapshot, config } = context;
  if (helpers.onPath === null) return null;
  const escalation = openEscalation(record) ?? newEscalation(record, now);
  return {
    kind: 'escalation',
    event: escalationEvent(escalation.n, helpers.onPath),
    asked: [helpers.onPath],
    escalation,
    dueAt: addTime(snapshot.calendar, now, config.escalation['next-after']).toISOString(),
    situation: situationOf(context),
  };
}

function newEscalation({ escalations, folded }: Record, now: Date): Escalation {
  const n = nextNumber(escalations, folded.escalations);
  return { n, by: null, why: null, source: null, openedAt: now.toISOString(), to: null, asked: [], ended: null };
}
