import type { LogEntry } from '../../decision/log/entry.ts';
import type { PrincipleReview } from '../../decision/stewards/principle-reviews.ts';

/** What a whole log is about. */
export interface LogHead {
  /** `acme/rfcs`. */
  name: string;
  /** Where people find it; null: nowhere but here. */
  url: string | null;
}

/** Writes a log one entry after the other, so that none has to wait in memory for the next. */
export interface LogWriter {
  begin: (head: LogHead) => string;
  /** `index` counts from 0. */
  each: (entry: LogEntry, index: number) => string;
  /** The questions about principles, behind the decisions; null where a format knows decisions alone. */
  reviews: ((reviews: readonly PrincipleReview[]) => string) | null;
  end: () => string;
}
