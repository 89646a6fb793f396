/**
 * The decision log of one repository, made anew from GitHub: from the records in the status comments, of RFCs that are
 * open and of those that are over. One RFC after the other, so that a long log needs no more memory than a short one.
 */
import { entriesOf } from '../decision/log/entries-of.ts';
import type { LogEntry } from '../decision/log/entry.ts';
import { statusMarker } from '../decision/markers.ts';
import { observeRecord, recordAsItStands, type Record } from '../decision/record.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import { UserError } from '../files/user-error.ts';
import type { AppIdentity } from '../github/app-identity.ts';
import type { GitHub } from '../github/client.ts';
import { listLabelled } from '../github/list-labelled.ts';
import { readFirstComments, type FirstComment } from '../github/read-first-comments.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { silentLog } from '../store/log.ts';
import { createHolidayLookUp } from './country-holidays.ts';
import { openPlace, type Place } from './open-place.ts';
import { isSealedByServer, openSeals, type SealFor } from './record-seal.ts';
import { createMemory } from './remember.ts';
import { createRunMemory } from './run-memory.ts';
import { takeSnapshot } from './take-snapshot.ts';

export interface LogRequest {
  github: GitHub;
  owner: string;
  repo: string;
  now: () => Date;
  /** Knows the App's records from what somebody made of them; null where the App's key is not at hand. */
  sealFor: SealFor | null;
}

/** What one RFC adds to the log, and what it rests on. */
export interface LoggedRfc {
  number: number;
  /** The newest first. */
  entries: readonly LogEntry[];
  snapshot: Snapshot;
  /** The record in its status comment was not written by the App whose key is at hand. */
  isAltered: boolean;
}

export interface LogReading {
  repository: Place['repository'];
  rfcs: AsyncGenerator<LoggedRfc, void, undefined>;
}

/** Opens the log of a repository. A repository that GitHub does not show, and a config that cannot be read, are a `UserError`. */
export async function openLog(request: LogRequest): Promise<LogReading> {
  const place = await openForLog(request);
  return { repository: place.repository, rfcs: readRfcs(place, request) };
}

async function openForLog({ github, owner, repo, now }: LogRequest): Promise<Place> {
  const opened = await openPlace({ installation: 0, owner, repo }, {
    connect: async () => await Promise.resolve(github),
    identify: async () => await Promise.resolve(nobody),
    memory: createRunMemory(),
    sealFor: openSeals,
    now,
    log: silentLog,
    sharedFiles: createMemory<DocumentSource[]>({ keepFor: Infinity, most: 1, now: Date.now }),
    holidaysOf: createHolidayLookUp(),
  });
  if (!opened.ok) throw new UserError(`GitHub does not show ${owner}/${repo} to this token (${opened.reason}); check the name, and what the token may see`);
  const { inForce } = opened.place.rules;
  if (inForce.mistakes.length > 0) {
    const lines = inForce.mistakes.map(({ source, line, column, message }) => `${source ?? inForce.path}:${line}:${column}: ${message}`);
    throw new UserError([...lines, 'the config on the default branch has to be mended first: it says which RFCs there are']);
  }
  return opened.place;
}

/** Whoever keeps the status comments is seen from them. */
const nobody: AppIdentity = { id: null, slug: '', login: '' };

async function* readRfcs(place: Place, { sealFor }: LogRequest): AsyncGenerator<LoggedRfc, void, undefined> {
  const { github, repository, rules } = place;
  for await (const { number, isMerged } of listLabelled(github, repository, rules.config.label)) {
    const status = statusIn(await readFirstComments(github, { ...repository, number }));
    if (status === null) continue;
    const { app, record, body } = status;
    if (record.decisions.length === 0 && !isMerged) continue;
    const taken = await takeSnapshot({ ...place, app }, number, { copy: null, clicks: [] });
    // It was deleted, or moved away, just now.
    if (!taken.ok) continue;
    const entries = entriesOf(taken.snapshot, record, rules.config).reverse();
    const isAltered = sealFor !== null && isSealedByServer(body) && observeRecord(body, { seal: sealFor(repository.id, number), copy: null }).kind === 'altered';
    if (entries.length > 0) yield { number, entries, snapshot: taken.snapshot, isAltered };
  }
}

interface FoundStatus {
  app: AppIdentity;
  record: Record;
  body: string;
}

/** The oldest status comment by a bot that holds a record: nobody but a bot writes one. */
function statusIn(comments: readonly FirstComment[]): FoundStatus | null {
  for (const { user, account, words } of comments) {
    if (!account.isBot || user === null || !words.body.startsWith(statusMarker)) continue;
    const record = recordAsItStands(words.body);
    if (record !== null) return { app: { id: null, slug: user.login.replace(/\[bot\]$/, ''), login: user.login }, record, body: words.body };
  }
  return null;
}
