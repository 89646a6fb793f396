/** The decision log with nothing but a token that may read the repository. */
import type { LogEntry } from '../decision/log/entry.ts';
import { checkSources, type FaultySource } from '../decision/log/check-sources.ts';
import { UserError } from '../files/user-error.ts';
import { createClient } from '../github/client.ts';
import { gitHubErrorIn } from '../github/github-error.ts';
import { openLog, type LoggedRfc, type LogReading } from './read-log.ts';
import { createSeals } from './record-seal.ts';
import type { KeptLog } from './whole-log.ts';

export interface TokenLog {
  token: string;
  apiUrl: string;
  userAgent: string;
  owner: string;
  repo: string;
  /** The App's, where it is at hand: then a record that somebody else wrote is told. */
  privateKey: string | null;
  /** Real time, unless given. */
  now?: () => Date;
}

/** In milliseconds: somebody may be waiting before it. */
const longestWait = 60_000;

/** Opens the log. What a person can mend is a `UserError`, there and while it is read. */
export async function openLogWithToken({ token, apiUrl, userAgent, owner, repo, privateKey, now = realTime }: TokenLog): Promise<LogReading> {
  const github = createClient({ token, apiUrl, userAgent, longestWait });
  const sealFor = privateKey === null ? null : createSeals(privateKey);
  const { repository, rfcs, reviews } = await explained(async () => await openLog({ github, owner, repo, now, sealFor }));
  return { repository, rfcs: explaining(rfcs), reviews: async () => await explained(reviews) };
}

/** All of it, as it is written. */
export function wholeLog({ repository, rfcs, reviews }: LogReading): KeptLog {
  return { repositoryId: repository.id, head: { name: `${repository.owner}/${repository.name}`, url: repository.url }, entries: entriesIn(rfcs), reviews };
}

/** The entries alone, one after the other. */
export async function* entriesIn(rfcs: AsyncIterable<LoggedRfc>): AsyncGenerator<LogEntry, void, undefined> {
  for await (const { entries } of rfcs) yield* entries;
}

/** What the check of one RFC found. */
export interface CheckedRfc {
  entries: readonly LogEntry[];
  faults: readonly FaultySource[];
  isAltered: boolean;
  url: string;
}

/** Each RFC of the log, with every source that GitHub shows otherwise now. */
export async function* checkLog(rfcs: AsyncIterable<LoggedRfc>): AsyncGenerator<CheckedRfc, void, undefined> {
  for await (const { entries, snapshot, isAltered } of rfcs) yield { entries, faults: checkSources(entries, snapshot.acts), isAltered, url: snapshot.rfc.url };
}

async function* explaining<Item>(items: AsyncGenerator<Item, void, undefined>): AsyncGenerator<Item, void, undefined> {
  for (;;) {
    const next = await explained(async () => await items.next());
    if (next.done === true) return;
    yield next.value;
  }
}

async function explained<Value>(ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    const refusal = gitHubErrorIn(error);
    throw refusal === null ? error : new UserError(refusal.message, { cause: error });
  }
}

function realTime(): Date {
  return new Date();
}
