/** How things are, for somebody who comes to help. */
import { isActivity } from './activity.ts';
import { isAside } from './aside.ts';
import { isSpeech } from './acts.ts';
import type { Situation } from './calls.ts';
import type { Heard, Pause } from './pause-facts.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** More links than these nobody follows. */
const mostVoices = 5;

/** The open objections, the documents, and who last had something to say, the newest first. */
export function situationOf({ snapshot, record, pause, heard }: { snapshot: Snapshot; record: Record; pause: Pause | null; heard: Heard }): Situation {
  const spoken = snapshot.acts.filter(isSpeech).filter((act) => isActivity(act) && !isAside(act)).toReversed();
  return {
    pause,
    heard,
    objections: record.objections.filter(({ withdrawnAt }) => withdrawnAt === null),
    documents: snapshot.documents,
    voices: spoken.slice(0, mostVoices).map(({ by, url, at }) => ({ by, url, at })),
  };
}
