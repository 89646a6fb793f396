import type { LogEntry } from './log/entry.ts';

/** A decision on the same topic, of another RFC of the repository. */
export type EarlierDecision = Pick<LogEntry, 'number' | 'n' | 'url' | 'question' | 'result' | 'at' | 'domain'>;
