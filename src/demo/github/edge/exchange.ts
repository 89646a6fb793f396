import type { Caller } from '../route.ts';

/** One request to the stand-in, and what became of it: what tests count. */
export interface RequestRecord {
  /** GitHub's `x-github-request-id`. */
  id: string;
  method: string;
  /** Without the query, and without the `/api/v3` of an Enterprise Server. */
  path: string;
  query: string;
  /** `/repos/{owner}/{repo}`; null where there is no such route. */
  template: string | null;
  params: Readonly<Record<string, string>>;
  /** Null where the token was refused, or was never looked at. */
  caller: Caller | null;
  /** The permission of the installation that let it in: `issues:write`; null where none was needed. */
  permission: string | null;
  /** Null where no answer was sent. */
  status: number | null;
  /** Answered with 304: nothing was sent, and it cost nothing. */
  isConditionalHit: boolean;
  /** What was asked for by `faults.next`: `502 after`; null for an honest answer. */
  fault: string | null;
}

/** The same with both bodies, for whoever checks them. */
export interface Exchange extends RequestRecord {
  requestBody: Readonly<Record<string, unknown>>;
  /** Undefined where none was sent. */
  answerBody: unknown;
}
