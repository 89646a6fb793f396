import type { Comment } from './acts.ts';
import { statusMarker } from './markers.ts';
import { recordOpening } from './record.ts';
import type { Snapshot } from './snapshot.ts';

/** A status comment that another bot keeps here: two records cannot both win, so one of the two has to step back. */
export function otherStatus({ acts }: Pick<Snapshot, 'acts'>): Comment | null {
  const found = acts.find((act): act is Comment => act.kind === 'comment' && act.by.isBot && !act.isOwn && act.body.startsWith(statusMarker) && act.body.includes(`\n${recordOpening}`));
  return found ?? null;
}
