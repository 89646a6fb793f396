/**
 * What each person had said about an RFC by the moment of a decision, as the ladder weighed it then: what they took back,
 * or put another word in the place of, counts no more. What was said afterwards is no part of it.
 */
import { changedAt } from '../ladder/changed-at.ts';
import { wordOf } from '../ladder/rung.ts';
import { spokenOn } from '../ladder/voices-on.ts';
import { personOf } from '../people.ts';
import { recordAsOf } from '../record-as-of.ts';
import type { Decision, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import type { LogVoice } from './entry.ts';

/** Everybody but the one who decided, in the order of their first word; then those whose silence is on record. */
export function voicesThen(snapshot: Snapshot, record: Record, { at, decision }: { at: string; decision: Decision | null }): LogVoice[] {
  const moment = new Date(at);
  const then = recordAsOf(record, moment, snapshot);
  const weighed = { changedAt: changedAt(then, moment) };
  const spoken = spokenOn({ ...snapshot, acts: snapshot.acts.filter((act) => Date.parse(act.at) <= moment.getTime()) }, then);
  const voices = [...spoken.values()].map((each): LogVoice => {
    const { standing, said } = wordOf(each, weighed);
    return { person: personOf(each.first.by), stance: standing, url: said?.url ?? null };
  });
  // The author's words are the proposal itself.
  const others = voices.filter(({ person, stance }) => stance !== 'heard' || person.id !== snapshot.rfc.author.id);
  return [...others, ...silentUnder(decision, spoken)].filter(({ person }) => person.id !== decision?.by.id);
}

function silentUnder(decision: Decision | null, spoken: ReadonlyMap<number, unknown>): LogVoice[] {
  const silent = decision?.under?.silent ?? [];
  return silent.filter(({ id }) => !spoken.has(id)).map((person) => ({ person, stance: 'silent', url: null }));
}
