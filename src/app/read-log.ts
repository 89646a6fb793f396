/**
 * The decision log of one repository, made anew from GitHub: from the records in the status comments, of RFCs that are
 * open and of those that are over. One RFC after the other, so that a long log needs no more memory than a short one.
 */
import { entriesOf } from '../decision/log/entries-of.ts';
import type { LogEntry } from '../decision/log/entry.ts';
import { observeRecord, recordAsItStands } from '../decision/record.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import { principleReviews, type PrincipleReview } from '../decision/stewards/principle-reviews.ts';
import { UserError } from '../files/user-error.ts';
import type { AppIdentity } from '../github/app-identity.ts';
import type { GitHub } from '../github/client.ts';
import { listLabelled, type LabelledRfc } from '../github/list-labelled.ts';
import { listOwnIssues } from '../github/own-issues.ts';
import { readComment } from '../github/read-comment.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { silentLog } from '../store/log.ts';
import { createHolidayLookUp } from './country-holidays.ts';
import { findStatus, findStatuses, type FoundStatuses, type StatusPlace } from './find-statuses.ts';
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
  /** The questions about principles, the newest first: of whoever kept the status comments, so that the RFCs are read before. */
  reviews: () => Promise<readonly PrincipleReview[]>;
}

/** Opens the log of a repository. A repository that GitHub does not show, and a config that cannot be read, are a `UserError`. */
export async function openLog(request: LogRequest): Promise<LogReading> {
  const place = await openForLog(request);
  const keepers = new Map<string, AppIdentity>();
  return { repository: place.repository, rfcs: readRfcs(place, request, keepers), reviews: async () => await readReviews(place, keepers) };
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

async function readReviews({ github, repository }: Place, keepers: ReadonlyMap<string, AppIdentity>): Promise<PrincipleReview[]> {
  const issues = await listOwnIssues(github, repository, { writers: [...keepers.values()], since: null, withNotes: () => false });
  return principleReviews(issues).reverse();
}

/** `keepers` takes in, by login, who keeps a status comment. */
async function* readRfcs(place: Place, request: LogRequest, keepers: Map<string, AppIdentity>): AsyncGenerator<LoggedRfc, void, undefined> {
  const { github, repository, rules } = place;
  const statuses = await findStatuses(github, repository);
  for await (const { number, mayBeMerged } of withUnlabelled(listLabelled(github, repository, rules.config.label), statuses.places)) {
    const status = statuses.places.get(number) ?? (statuses.isWhole ? null : await findStatus(github, { ...repository, number }));
    if (status === null) continue;
    keepers.set(status.app.login, status.app);
    const logged = await readRfc(place, request, { number, mayBeMerged, status });
    if (logged !== null) yield logged;
  }
}

interface Candidate {
  number: number;
  /** True also where it is not known: GitHub says it of what it lists by label. */
  mayBeMerged: boolean;
}

/** The newest first, with those that have a status comment, and the label no more. */
async function* withUnlabelled(labelled: AsyncIterable<LabelledRfc>, places: FoundStatuses['places']): AsyncGenerator<Candidate, void, undefined> {
  const others = [...places.keys()].sort((one, other) => one - other);
  const seen = new Set<number>();
  const newerThan = (number: number): Candidate[] => {
    const newer = others.splice(others.findLastIndex((other) => other <= number) + 1).reverse();
    return newer.filter((other) => !seen.has(other)).map((other) => ({ number: other, mayBeMerged: true }));
  };
  for await (const { number, isMerged } of labelled) {
    for (const candidate of [...newerThan(number), { number, mayBeMerged: isMerged }]) {
      // One that was moved here is older than its number says, and listed later.
      if (!seen.has(candidate.number)) yield candidate;
      seen.add(candidate.number);
    }
  }
  yield* newerThan(0);
}

async function readRfc(place: Place, { sealFor }: LogRequest, { number, mayBeMerged, status: { id, app } }: Candidate & { status: StatusPlace }): Promise<LoggedRfc | null> {
  const { github, repository, rules } = place;
  const body = await readComment(github, repository, id);
  const record = body === null ? null : recordAsItStands(body);
  if (body === null || record === null || (record.decisions.length === 0 && !mayBeMerged)) return null;
  const taken = await takeSnapshot({ ...place, app }, number, { copy: null, clicks: [], wasRfc: true });
  // It was deleted, or moved away, just now.
  if (!taken.ok) return null;
  const entries = entriesOf(taken.snapshot, record, rules.config).reverse();
  const isAltered = sealFor !== null && isSealedByServer(body) && observeRecord(body, { seal: sealFor(repository.id, number), copy: null }).kind === 'altered';
  return entries.length === 0 ? null : { number, entries, snapshot: taken.snapshot, isAltered };
}
