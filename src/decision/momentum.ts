/** What moves an RFC on: whom it waits for and since when, what help is due, and the one call that offers it. */
import { callFor } from './call-for.ts';
import type { Call } from './calls.ts';
import { candidatesOf } from './candidates.ts';
import { nextOnPath, openEscalation } from './escalation.ts';
import { heardOf } from './heard.ts';
import { nextHelp, type Help } from './help-ladder.ts';
import { ownersOf } from './owner.ts';
import { pausedIntervals } from './pause-clock.ts';
import type { Heard, Pause } from './pause-facts.ts';
import { pauseOf } from './pause.ts';
import { chooseDri } from './rotation.ts';
import type { Helpers, Weighing } from './weighing.ts';

export interface Momentum {
  heard: Heard;
  /** Null where nobody is waited for: decided, closed, a draft, or a planned wait. */
  pause: Pause | null;
  help: Help;
  /** At most one: one call at a time. */
  call: Call | null;
}

/** Weighs how things are. What comes back was not called for yet. */
export function momentumOf(weighing: Weighing): Momentum {
  const { snapshot, record, config, now } = weighing;
  const heard = heardOf(snapshot, record);
  const pause = pauseOf(snapshot, record, config, now);
  if (pause === null) return { heard, pause, help: { kind: 'rest' }, call: null };
  const helpers = helpersIn(weighing, pause);
  const paused = pausedIntervals(snapshot, record);
  const help = nextHelp({
    pause,
    record,
    config,
    calendar: snapshot.calendar,
    paused,
    now,
    hasCandidates: helpers.dri !== null,
    hasPath: helpers.onPath !== null,
  });
  return { heard, pause, help, call: callFor(help, { ...weighing, pause, heard, helpers }) };
}

function helpersIn({ snapshot, record, config, now }: Weighing, pause: Pause): Helpers {
  const { repository, rfc } = snapshot;
  const salt = `${repository.id} ${rfc.number} ${record.terms.length + record.folded.terms}`;
  const dri = chooseDri(candidatesOf({ snapshot, record, config, pause, at: now }), salt, now);
  const request = openEscalation(record) ?? { by: null, to: null, asked: [] };
  const onPath = nextOnPath(request, { config, snapshot, owners: ownersOf(snapshot, record), waitsFor: pause.waitsFor, at: now });
  return { dri, onPath };
}
