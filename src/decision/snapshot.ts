/**
 * What GitHub says about one RFC at one moment: facts only, no opinion. Observed by the shell, read by `reconcile`.
 * Instants are ISO 8601 in UTC, as GitHub writes them.
 */
import type { Mistake } from '../config/mistake.ts';
import type { DocumentResult } from '../lint/report.ts';
import type { Account } from './account.ts';
import type { Act, Addressee } from './acts.ts';
import type { WorkCalendar } from './calendar.ts';
import type { Load } from './load.ts';
import type { Person, PersonFacts, TeamFacts } from './people.ts';
import type { ObservedRecord } from './record.ts';
import type { EarlierDecision } from './earlier.ts';

export type { Account } from './account.ts';

export interface RepositoryFacts {
  id: number;
  owner: string;
  name: string;
  isPrivate: boolean;
  defaultBranch: string;
  /** Where people read it: `https://github.com/acme/rfcs`. */
  url: string;
}

/** Where a pull request's proposal lies. */
export interface Head {
  sha: string;
  /** The fork it comes from; null where it comes from a branch of the repository itself. */
  fork: string | null;
}

export interface RfcFacts {
  kind: 'pull-request' | 'issue';
  number: number;
  title: string;
  body: string;
  /** The SHA-256 of the body in UTF-8, its first 16 hexadecimal digits; of no text where it has none. */
  bodyHash: string;
  /** Where people read it. */
  url: string;
  author: Account;
  isOpen: boolean;
  isMerged: boolean;
  isDraft: boolean;
  labels: readonly string[];
  /** Null for an issue. */
  head: Head | null;
  createdAt: string;
  updatedAt: string;
  /** The last thing a person did here, bots left out. */
  lastHumanActivityAt: string;
}

/** Lines of a file that a pull request's diff shows, counted from 1 at the head, both ends included. */
export interface LineRange {
  start: number;
  end: number;
}

export interface ObservedDocument {
  path: string;
  /** Git's name of the bytes; null for the body of an issue or a pull request. */
  blob: string | null;
  /** Where people read it at this commit; null where there is no such page. */
  url: string | null;
  /** Null where it could not be read. */
  result: DocumentResult | null;
  /** Why it could not be read, in words. */
  unread: string | null;
  /** Names its text, white space aside: the first 16 hexadecimal digits of a SHA-256. Null where it could not be read. */
  wording: string | null;
  /** What the diff shows of it; a review comment can only stand there. */
  diff: readonly LineRange[];
  /** Its text, and the text with every fix applied; only at hand while a button asks for it. */
  texts: { now: string; mended: string } | null;
}

/** A comment by Unpause itself. Nobody else's is ever read as one. */
export interface OwnComment {
  id: number;
  body: string;
  createdAt: string;
  url: string;
}

/** A check run by Unpause itself on the head commit. */
export interface OwnCheckRun {
  id: number;
  name: string;
  externalId: string;
  isCompleted: boolean;
  annotations: number;
}

/** What somebody asked for with a click on GitHub; kept by the store until it is done, since GitHub keeps it nowhere. */
/** Buttons of a check run by which somebody takes a role. */
export type RoleButton = 'take-dri' | 'own-decision';

export interface ClickRequest {
  /** The delivery that brought it: the same click is done once. */
  id: string;
  kind: 'rerun' | 'insert-missing' | RoleButton;
  /** The commit it was clicked on. */
  sha: string;
  /** Who clicked; kept where the click is theirs alone to make. */
  by?: Person;
}

/** Which rules apply here, and how they came about. */
export interface RulesInForce {
  /** Consent: the repository has a config file of its own on the default branch. */
  isConfigured: boolean;
  /** When that file was first committed, or a dry run ended; null where there is no such file, or GitHub does not say. */
  configuredAt: string | null;
  /** Whose word counts: the files as they are, the last valid ones as these have mistakes, or the built-in defaults. */
  source: 'files' | 'last-valid' | 'built-in';
  path: string;
  /** What is wrong with the files on the default branch. */
  mistakes: readonly Mistake[];
  /** What could not be inherited, in sentences. */
  unread: readonly string[];
  /** The config file as this pull request leaves it, where it changes it. */
  proposed: { path: string; mistakes: readonly Mistake[] } | null;
}

export interface Snapshot {
  repository: RepositoryFacts;
  rules: RulesInForce;
  rfc: RfcFacts;
  documents: readonly ObservedDocument[];
  /** Of the files that a pull request changes, documents or not, one for each domain that such a file can tell. */
  changedPaths: readonly string[];
  comments: readonly OwnComment[];
  record: ObservedRecord;
  checkRuns: readonly OwnCheckRun[];
  clicks: readonly ClickRequest[];
  /** What was done here, by people and by bots, but for Unpause's own comments; the oldest first. */
  acts: readonly Act[];
  /** Who is asked for a review and has not given one since. */
  reviewers: readonly Addressee[];
  assignees: readonly Account[];
  /** Everybody whose word or name counts here, as far as they were looked up. */
  people: readonly PersonFacts[];
  teams: readonly TeamFacts[];
  /** Whom `CODEOWNERS` names for the changed files, as `alice` or `acme/infra`; null where there is no such file, or it could not be read. */
  codeowners: readonly string[] | null;
  load: Load;
  /** What was decided before on the topic of the documents, the last first; null where no log is at hand. */
  earlier: readonly EarlierDecision[] | null;
  /** When people here work. */
  calendar: WorkCalendar;
}
