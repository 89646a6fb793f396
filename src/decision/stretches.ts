/**
 * What an RFC waited for from its opening on, stretch by stretch: `pauseOf` asked again at every moment at which its
 * answer may have become another one. As exact as the timeline: of documents, rights and teams GitHub keeps no history,
 * so that these are as they are now.
 */
import type { Config } from '../config/schema.ts';
import type { PauseKind } from '../config/schema-pause.ts';
import { instantOf, isActivity, timeOf } from './activity.ts';
import { afterActs } from './as-of.ts';
import { overdueFrom } from './decide-by.ts';
import { pausedIntervals } from './pause-clock.ts';
import { pauseOf } from './pause.ts';
import { recordAsOf } from './record-as-of.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { workingDaysBetween } from './working-time.ts';

/** A time in which an RFC waited for the same thing, and none of those it waited for did anything. */
export interface PauseStretch {
  kind: PauseKind;
  /** ISO 8601 in UTC. */
  from: string;
  until: string;
  /** In working days, planned waits not counted. */
  days: number;
}

/** What stretches are read from. */
export interface StretchSources {
  snapshot: Snapshot;
  /** Folded up to `now`. */
  record: Record;
  config: Config;
  now: Date;
}

/** A timeline longer than this is read at every so manieth moment only: nobody waits for the figures of a flood. */
const mostMoments = 1_000;

interface Sample {
  at: number;
  kind: PauseKind;
  /** When that pause began. */
  since: string;
}

/** In the order of time, none overlapping. Time in which an RFC waits for bots alone is nobody's pause. */
export function stretchesOf(sources: StretchSources): PauseStretch[] {
  const { snapshot, record, now } = sources;
  const moments = thinned(momentsOf(sources));
  const samples = moments.map((at) => sampleAt(at, sources));
  const paused = pausedIntervals(snapshot, record);
  const stretches: PauseStretch[] = [];
  samples.forEach((sample, index) => {
    if (sample === null) return;
    const from = Math.max(sample.at, timeOf({ at: sample.since }));
    const until = moments[index + 1] ?? now.getTime();
    if (from >= until) return;
    const last = samples[index - 1];
    const open = stretches.at(-1);
    const goesOn = open !== undefined && last?.kind === sample.kind && last.since === sample.since && timeOf({ at: open.until }) === sample.at;
    if (goesOn) stretches.pop();
    const begin = goesOn ? timeOf({ at: open.from }) : from;
    const days = workingDaysBetween(snapshot.calendar, new Date(begin), new Date(until), paused);
    stretches.push({ kind: sample.kind, from: instantOf(begin), until: instantOf(until), days });
  });
  return stretches;
}

function sampleAt(at: number, { snapshot, record, config }: StretchSources): Sample | null {
  const moment = new Date(at);
  const count = snapshot.acts.findIndex((act) => timeOf(act) > at);
  const then = afterActs(snapshot, count < 0 ? snapshot.acts.length : count);
  const pause = pauseOf(then, recordAsOf(record, moment, snapshot), config, moment);
  return pause === null || pause.waitsFor.length === 0 ? null : { at, kind: pause.kind, since: pause.since };
}

/** Every moment at which the pause may have become another one, in milliseconds, in order, each once. */
function momentsOf({ snapshot, record, now }: StretchSources): number[] {
  const { rfc, rules, acts } = snapshot;
  const overdue = overdueFrom(snapshot);
  const start = Math.max(timeOf({ at: rfc.createdAt }), timeOf({ at: rules.configuredAt ?? record.firstSeenAt }));
  const acted = acts.filter((act) => isActivity(act) || changesState.has(act.kind)).map(timeOf);
  const recorded = recordedMoments(record).map((at) => timeOf({ at }));
  const all = [start, ...acted, ...recorded, ...(overdue === null ? [] : [overdue.getTime()])];
  return [...new Set(all)].filter((at) => at >= start && at < now.getTime()).sort((one, other) => one - other);
}

/** Also where a bot did it. */
const changesState: ReadonlySet<string> = new Set(['drafted', 'readied', 'closed', 'reopened', 'merged', 'requested', 'request-removed']);

function recordedMoments({ heads, ownersAt, namedOwner, waits, objections, decisions, wordings, voices }: Record): string[] {
  const moments = [
    ownersAt,
    namedOwner?.at,
    ...[...heads, ...wordings, ...voices].map(({ at }) => at),
    ...waits.flatMap(({ from, until }) => [from, until]),
    ...objections.flatMap(({ at, withdrawnAt, setAside }) => [at, withdrawnAt, setAside?.at]),
    ...decisions.flatMap(({ at, confirmed, reopened }) => [at, confirmed?.at, reopened?.at]),
  ];
  return moments.filter((moment) => typeof moment === 'string');
}

function thinned(moments: readonly number[]): number[] {
  const step = Math.ceil(moments.length / mostMoments);
  return moments.filter((_, index) => index % Math.max(1, step) === 0);
}
