/** Who had said what about an RFC by the moment of a decision. What was said afterwards is no part of it. */
import { personOf, type Person } from '../people.ts';
import type { Decision, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordsIn } from '../voices.ts';
import type { LogVoice } from './entry.ts';

type Stance = LogVoice['stance'];

/** Everybody but the one who decided, in the order of their first word; then those whose silence is on record. */
export function voicesThen(snapshot: Snapshot, record: Record, { at, decision }: { at: string; decision: Decision | null }): LogVoice[] {
  const all: Spoken[] = [...spokenIn(snapshot, record), ...record.voices, ...objectionsAt(at, record)];
  const said = all.filter((spoken) => Date.parse(spoken.at) <= Date.parse(at)).sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const voices = new Map<number, LogVoice>();
  for (const { by, stance } of said) {
    const known = voices.get(by.id);
    if (known === undefined || weight[stance] >= weight[known.stance]) voices.set(by.id, { person: known?.person ?? personOf(by), stance });
  }
  return [...voices.values(), ...silentUnder(decision, voices)].filter(({ person }) => person.id !== decision?.by.id);
}

function silentUnder(decision: Decision | null, spoken: ReadonlyMap<number, LogVoice>): LogVoice[] {
  const silent = decision?.under?.silent ?? [];
  return silent.filter(({ id }) => !spoken.has(id)).map((person) => ({ person, stance: 'silent' }));
}

/** Those that had not been withdrawn by then. */
function objectionsAt(at: string, { objections }: Record): Spoken[] {
  const standing = objections.filter(({ withdrawnAt }) => withdrawnAt === null || Date.parse(withdrawnAt) > Date.parse(at));
  return standing.map((objection) => ({ by: objection.by, at: objection.at, stance: 'objects' }));
}

/** What says more of a person takes the place of what says less. */
const weight: Readonly<globalThis.Record<Stance, number>> = { silent: 0, heard: 1, support: 2, abstain: 2, objects: 3 };

interface Spoken {
  by: Person;
  at: string;
  stance: Stance;
}

/** The author's words are the proposal itself. */
function spokenIn(snapshot: Snapshot, record: Record): Spoken[] {
  const words = wordsIn(snapshot, record).filter(({ by }) => by.id !== snapshot.rfc.author.id);
  return words.map((act) => ({ by: act.by, at: act.at, stance: act.kind === 'review' && act.state === 'approved' ? 'support' : 'heard' }));
}
