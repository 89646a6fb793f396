/** Builds what people did on an RFC, as GitHub's timeline tells it; instants are written short: `03-02T10:00`, of 2026. */
import type { Act, Addressee, ReviewState } from '../../src/decision/acts.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { aComment } from './a-command-context.ts';
import { headSha } from './a-snapshot.ts';

/** A moment of 2026 in UTC. */
export function on(moment: string): string {
  return `2026-${moment}:00Z`;
}

export function wrote(by: Account, moment: string, body = 'A thought.', id = Date.parse(on(moment)) / 60_000): Act {
  return aComment({ by, at: on(moment), body, id });
}

export function reviewed(by: Account, moment: string, state: ReviewState = 'approved', sha: string = headSha): Act {
  return { ...aComment({ by, at: on(moment), id: Date.parse(on(moment)) / 60_000 }), kind: 'review', state, sha };
}

export function requested(of: Addressee, moment: string, by: Account = { id: 90, login: 'octocat', isBot: false }): Act {
  return { kind: 'requested', at: on(moment), by, isOwn: false, of };
}

export function requestRemoved(of: Addressee, moment: string, by: Account = { id: 90, login: 'octocat', isBot: false }): Act {
  return { kind: 'request-removed', at: on(moment), by, isOwn: false, of };
}

export function pushed(by: Account, moment: string, sha: string = headSha): Act {
  return { kind: 'pushed', at: on(moment), by, isOwn: false, sha };
}

type Plain = 'opened' | 'drafted' | 'readied' | 'closed' | 'reopened' | 'merged' | 'renamed';

export function did(kind: Plain, by: Account, moment: string): Act {
  return { kind, at: on(moment), by, isOwn: false };
}

export function labelled(by: Account, moment: string): Act {
  return { kind: 'labelled', at: on(moment), by, isOwn: false, label: 'urgent' };
}
