/** Who had said what about an RFC by the moment of a decision. What was said afterwards is no part of it. */
import type { Act } from '../acts.ts';
import { isActivity } from '../activity.ts';
import type { Person } from '../people.ts';
import type { Decision, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { formalitiesIn } from '../voices.ts';
import type { LogVoice } from './entry.ts';

type Stance = LogVoice['stance'];

/** Everybody but the one who decided, in the order of their first word; then those whose silence is on record. */
export function voicesThen(snapshot: Snapshot, record: Record, { at, decision }: { at: string; decision: Decision | null }): LogVoice[] {
  const until = Date.parse(at);
  const isThen = (entry: { at: string }) => Date.parse(entry.at) <= until;
  const voices = new Map<number, LogVoice>();
  const say = (person: Person, stance: Stance): void => {
    const known = voices.get(person.id);
    if (known === undefined || weight[stance] >= weight[known.stance]) voices.set(person.id, { person: known?.person ?? personOf(person), stance });
  };
  for (const { by, stance } of spokenIn(snapshot, record).filter(isThen)) say(by, stance);
  for (const { by, stance } of record.voices.filter(isThen)) say(by, stance);
  for (const { by, withdrawnAt } of record.objections.filter(isThen)) {
    if (withdrawnAt === null || Date.parse(withdrawnAt) > until) say(by, 'objects');
  }
  for (const person of decision?.under?.silent ?? []) if (!voices.has(person.id)) say(person, 'silent');
  if (decision !== null) voices.delete(decision.by.id);
  return [...voices.values()];
}

/** What says more of a person takes the place of what says less. */
const weight: { [Name in Stance]: number } = { silent: 0, heard: 1, support: 2, abstain: 2, objects: 3 };

interface Spoken {
  by: Person;
  at: string;
  stance: Stance;
}

/** The author's words are the proposal itself. */
function spokenIn({ acts, rfc }: Snapshot, record: Record): Spoken[] {
  const isFormal = formalitiesIn(record);
  return acts.filter((act) => isActivity(act) && act.by.id !== rfc.author.id && !(act.kind === 'comment' && isFormal(act))).flatMap(stanceOf);
}

function stanceOf(act: Act): Spoken[] {
  if (act.kind === 'comment' || act.kind === 'review-comment') return [{ by: act.by, at: act.at, stance: 'heard' }];
  if (act.kind !== 'review' || act.state === 'dismissed') return [];
  return [{ by: act.by, at: act.at, stance: act.state === 'approved' ? 'support' : 'heard' }];
}

function personOf({ id, login }: Person): Person {
  return { id, login };
}
