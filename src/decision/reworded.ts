/** Asks those once whose earlier word was about another text, as soon as the text has come to rest. */
import { callEventId } from './call-events.ts';
import type { Call } from './calls.ts';
import { decisionInForce, restsOnVoices } from './decided.ts';
import type { Voiced } from './ladder/progress.ts';
import { progressOf } from './ladder/progress-of.ts';
import { pausedIntervals } from './pause-clock.ts';
import type { Weighing } from './weighing.ts';
import { addTime } from './working-time.ts';
import { lastChangeAt } from './wordings.ts';

/** Whoever rewords a text often does so twice. */
const quietFor = { amount: 1, unit: 'working-days' } as const;

export interface Reworded {
  call: Call | null;
  /** Until when the text has to rest before anybody is asked; null where nobody is to be, or the call is due. */
  from: Date | null;
}

/** Nobody is asked who has spoken since, nor while nothing is missing: what is asked has to make a difference. */
export function rewordedCall({ snapshot, record, config, now }: Weighing): Reworded {
  const changedAt = lastChangeAt(record, now);
  if (changedAt === null || !isAsked({ snapshot, record })) return { call: null, from: null };
  const { period, closesAt, missing, voices } = progressOf({ snapshot, record, config, now });
  const earlier = voices.filter((voice) => isEarlier(voice, changedAt));
  if (period === null || earlier.length === 0 || missing.length === 0 || Date.parse(changedAt) < Date.parse(period.from)) return { call: null, from: null };
  const from = addTime(snapshot.calendar, new Date(changedAt), quietFor, pausedIntervals(snapshot, record));
  if (from > now) return { call: null, from };
  const asked = earlier.map(({ person }) => person);
  const hasObjection = earlier.some(({ standing }) => standing === 'objects');
  return { call: { kind: 'reworded', event: callEventId.reworded(period.n, changedAt), asked, hasObjection, rung: period.rung, changedAt, closesAt }, from: null };
}

/** Whether their word was about an earlier text. An objection counts all the same, until whoever raised it says that the change settles it. */
function isEarlier({ standing, lastAt, uncounted }: Voiced, changedAt: string): boolean {
  if (uncounted === 'before-change') return true;
  return standing === 'objects' && uncounted === null && lastAt !== null && Date.parse(lastAt) <= Date.parse(changedAt);
}

/** A decision that rests on voices is to be confirmed on the new text, for which they are asked as well. */
function isAsked({ snapshot: { rfc }, record }: Pick<Weighing, 'snapshot' | 'record'>): boolean {
  const decision = decisionInForce(record);
  return rfc.isOpen && !rfc.isDraft && (decision === null || restsOnVoices(decision));
}
