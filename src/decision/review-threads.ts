/** Open review threads: what somebody who takes over has to know of. */
import type { Plan } from './plan.ts';
import type { RfcFacts } from './snapshot.ts';

/** A conversation at a line of the diff that nobody has resolved; as its first comment has it. */
export interface ReviewThread {
  path: string;
  /** Null where it is about the whole file. */
  line: number | null;
  url: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** A login; null where the account is gone. */
  by: string | null;
  text: string;
}

/** `unknown`: GitHub does not tell here, which is not the same as none. */
export type OpenThreads = { kind: 'known'; threads: readonly ReviewThread[] } | { kind: 'unknown' };

/** Whether the plan's words tell of review threads: only somebody who takes over on a pull request hears of them. */
export function tellsOfThreads({ effects }: Pick<Plan, 'effects'>, { kind }: Pick<RfcFacts, 'kind'>): boolean {
  return kind === 'pull-request' && effects.some((effect) => effect.kind === 'call' && effect.call.kind === 'hand-off');
}
