/** What the next help is weighed by. */
import type { Config } from '../config/schema.ts';
import type { Candidate } from './dri-pool.ts';
import type { Record } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';

export interface Weighing {
  snapshot: Snapshot;
  /** Folded up to `now`. */
  record: Record;
  config: Config;
  now: Date;
}

/** Who could help now: the one whose turn it is to drive, and the next on the escalation path. */
export interface Helpers {
  dri: Candidate | null;
  onPath: Account | null;
}
