/** How things are, for somebody who comes to help. */
import { isActivity } from './activity.ts';
import { isSpeech, type Speech } from './acts.ts';
import { isAside } from './aside.ts';
import type { Situation } from './calls.ts';
import { openObjections } from './open-objections.ts';
import type { Heard, Pause } from './pause-facts.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { formalitiesIn } from './voices.ts';

/** More links than these nobody follows. */
const mostVoices = 5;

/** The open objections, the documents, and the last words of each who had something to say, the newest first. */
export function situationOf({ snapshot, record, pause, heard }: { snapshot: Snapshot; record: Record; pause: Pause | null; heard: Heard }): Situation {
  return {
    pause,
    heard,
    objections: openObjections(record),
    documents: snapshot.documents,
    voices: lastWords(snapshot, record).slice(0, mostVoices).map(({ by, url, at }) => ({ by, url, at })),
  };
}

/** Of each person one comment or review; what is for Unpause alone helps nobody to decide. */
function lastWords(snapshot: Snapshot, record: Record): Speech[] {
  const isFormal = formalitiesIn(record);
  const byPerson = new Map<number, Speech>();
  for (const act of snapshot.acts.filter(isSpeech).toReversed()) {
    if (isActivity(act) && !byPerson.has(act.by.id) && !isFormal(act) && !isAside(act) && !isOfCommands(act)) byPerson.set(act.by.id, act);
  }
  return [...byPerson.values()];
}

/** Whether every line begins with a slash and a word. A review without words says something by its state. */
function isOfCommands({ body }: Speech): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => /^\s*\/[a-z]/i.test(line));
}
