/** What the stand-in knows of an App and of where it is installed. */
import type { KeyObject } from 'node:crypto';
import type { Account, App as KnownApp } from '../state/accounts.ts';

/** By GitHub's name: `{ issues: 'write', merge_queues: 'read' }`. */
export type Permissions = Readonly<Record<string, string>>;

/** An App with what only its makers know. */
export interface App extends KnownApp {
  readonly clientSecret: string;
  /** PEM, as GitHub hands it out. */
  readonly privateKey: string;
  readonly publicKey: KeyObject;
  /** Null: it is told nothing. */
  readonly webhookUrl: string | null;
  readonly webhookSecret: string | null;
  /** Where people are led back to who sign in. */
  readonly callbackUrls: readonly string[];
}

export interface Installation {
  readonly id: number;
  readonly app: App;
  /** The person or organisation. */
  readonly account: Account;
  readonly selection: 'all' | 'selected';
  /** Unused where all are selected. */
  readonly repositoryIds: Set<number>;
  readonly createdAt: string;
  updatedAt: string;
  /** While it is suspended it is told nothing and gets no token. */
  suspension: { at: string; by: Account } | null;
}
