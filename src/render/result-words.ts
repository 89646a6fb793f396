import type { LogResult } from '../decision/log/entry.ts';

/** What became of an RFC, after "was". */
export const resultWords: Readonly<Record<LogResult, string>> = {
  accepted: 'accepted',
  rejected: 'rejected',
  deferred: 'deferred',
  superseded: 'superseded by a later decision',
  'merged-without-decision': 'merged without a decision',
};
