import type { Notice } from '../../decision/stewards/steward-plan.ts';

export type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { kind: Kind }>;

/** What the words of a notice need beside it. */
export interface NoticePlace {
  /** `acme/rfcs` */
  repository: string;
  /** Which repository it is: decisions of others are named with theirs. */
  repositoryId: number;
  /** The calendar's zone, an IANA name: dates are shown in it. */
  timezone: string;
}
