/** What the server's parts ask of each other: narrow faces of the store, GitHub and the look, so that each can be tried alone. */
import type { Person } from '../decision/people.ts';
import type { ClickRequest } from '../decision/snapshot.ts';
import type { LookKey } from './look-key.ts';

export type { Log } from '../store/log.ts';

/** Looks at what a key names: observe, reconcile, apply. Doing it twice changes nothing. */
export type Look = (key: LookKey, signal: AbortSignal) => Promise<void>;

/** In place of an RFC's number: the click is on a commit, whose RFCs are found by the look. No RFC has this number. */
export const onCommit = 0;

/** What somebody clicked on GitHub; it stands in no list of GitHub's, so it is kept until it is done. */
export interface Click {
  /** The same for each delivery of the same click. */
  id: string;
  kind: ClickRequest['kind'];
  owner: string;
  repo: string;
  number: number;
  /** The commit it was clicked on. */
  sha: string;
  /** Who clicked, where that matters. */
  by?: Person;
}

/** A look in the queue. Entries of the same key melt into one; a higher priority goes first. */
export interface QueuedLook {
  key: string;
  data: unknown;
  priority?: number;
}

/** Resolves once the entries survive a crash. */
export type AddLooks = (looks: readonly QueuedLook[]) => Promise<void>;

/** One delivery of a webhook. */
export interface Delivery {
  /** GitHub's `X-GitHub-Delivery`; a redelivery has the same. */
  id: string;
  event: string;
  payload: unknown;
}
