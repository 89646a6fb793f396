/**
 * The tables as kysely sees them; `migrations/` makes them. All of it is an index or a cache, so that an empty
 * database is filled again by a sweep, but for the clicks, the absences, the sessions, the last valid configs, what was
 * sent to a chat, and the queue itself.
 *
 * What users wrote is kept as `json`, not as `jsonb` or `text`: those two refuse the character U+0000.
 */
import type { ColumnType, Kysely } from 'kysely';
import type { PauseKind } from '../config/schema-pause.ts';
import type { Progress } from '../decision/ladder/progress.ts';
import type { LogEntry } from '../decision/log/entry.ts';
import type { Course } from '../decision/course.ts';
import type { AwaitedFor, OpenRfc } from '../decision/open-rfc.ts';
import type { ClickRequest } from '../decision/snapshot.ts';
import type { DocumentResult } from '../lint/report.ts';

type Instant = ColumnType<Date, Date, Date>;
/** Written as JSON text, read back as the value. Only this product writes here, so what comes back is what it wrote. */
type Json<Value> = ColumnType<Value, string, string>;

export interface RfcTable {
  repository_id: number;
  number: number;
  owner: string;
  repo: string;
  installation: number;
  kind: 'pull-request' | 'issue';
  is_open: boolean;
  is_rfc: boolean;
  head_sha: string | null;
  /** As GitHub writes it, or empty where that was too fresh: it is only ever compared with what GitHub writes the next time. */
  updated_at: string;
  seen_at: Instant;
  wake_at: ColumnType<Date | null>;
  /** A hash of the rules that it was judged by. */
  rules: string;
  /** As `encodeRecord` writes it, perhaps by an earlier version of Unpause. */
  record: ColumnType<unknown, string | null, string | null>;
}

export interface EtagTable {
  installation: number;
  url: string;
  etag: string;
  body: Json<string>;
  link: string | null;
  expires_at: Instant;
}

/** What was found out about the bytes of a document. */
export interface KnownDocument {
  /** What the lint said. */
  result: DocumentResult;
  /** Names its text, white space aside. */
  wording: string;
}

export interface DocumentReportTable {
  blob: string;
  settings: string;
  report: Json<KnownDocument>;
  used_at: Instant;
}

/** One of the files that make up a config. */
export interface ConfigText {
  /** Where it comes from, as people know it: `acme/rfcs/.github/unpause.yml`. */
  name: string;
  text: string;
}

export interface ConfigTable {
  repository_id: number;
  texts: Json<readonly ConfigText[]>;
  kept_at: Instant;
  configured_at: string | null;
}

export interface ClickTable {
  id: string;
  repository: string;
  number: number;
  kind: ClickRequest['kind'];
  sha: string;
  by_id: number | null;
  by_login: string | null;
  created_at: Instant;
  done_at: ColumnType<Date | null, undefined, Date>;
}

export interface DeadLetterTable {
  key: string;
  reason: string;
  attempts: number;
  failed_at: Instant;
  data: Json<unknown>;
}

export interface RepositoryTable {
  repository_id: number;
  owner: string;
  name: string;
  installation: number;
  state: 'active' | 'refused';
  reason: string | null;
  refused_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  last_swept_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** One person's stretch as temporary DRI, as the record of its RFC has it. */
export interface TermTable {
  repository_id: number;
  number: number;
  n: number;
  installation: number;
  holder: number;
  started_at: Instant;
  due_at: Instant;
  ended_at: ColumnType<Date | null>;
  is_volunteered: boolean;
}

/** Somebody is out of the rotation. GitHub keeps this nowhere. */
export interface AbsenceTable {
  person: number;
  from_at: Instant;
  until_at: Instant;
}

/** A call that Unpause made: a comment of its own. */
export interface CallTable {
  repository_id: number;
  comment_id: number;
  called_at: Instant;
}

/** What one look is about to call, or called just now: it counts until it is read back. */
export interface BookingTable {
  repository_id: number;
  number: number;
  installation: number;
  booked_at: Instant;
  calls: number;
  /** Of the term that begins with it; null where none does. */
  holder: number | null;
  due_at: ColumnType<Date | null>;
}

/** An entry of the decision log as it reads now; the columns are what it is found by. */
export interface DecisionTable {
  repository_id: number;
  number: number;
  n: number;
  decided_at: Instant;
  result: LogEntry['result'];
  domain: string | null;
  /** In lower case. */
  topic: string | null;
  principles: ColumnType<string[], string, string>;
  /** Everybody it names: `#583231` and `@octocat`, in lower case. */
  people: ColumnType<string[], string, string>;
  words: ColumnType<string, string, string>;
  /** The day on which its owner looks back at it, `2026-12-01`; null where nobody does, or has done so. */
  review_on: ColumnType<string | null, string | null, string | null>;
  /** Who that is. */
  review_by: number | null;
  entry: Json<LogEntry>;
}

/** Each way an entry ever read, counted from 1. A row is never changed, but to forget a person. */
export interface DecisionRevisionTable {
  repository_id: number;
  number: number;
  n: number;
  revision: number;
  kept_at: Instant;
  entry: Json<LogEntry>;
}

/** Somebody whom nothing that is kept names any more. */
export interface ForgottenTable {
  person: number;
  /** Of a name that they went by; empty where none is known. */
  login_hash: string;
  forgotten_at: Instant;
}

/** The course that an RFC took to its end. */
export interface CourseTable {
  repository_id: number;
  number: number;
  settled_at: Instant;
  course: Json<Course>;
}

/** A question about a principle, as the issue has it in which it was asked. */
export interface PrincipleReviewTable {
  repository_id: number;
  number: number;
  principle: string;
  url: string;
  asked_at: Instant;
  closed_at: ColumnType<Date | null>;
  ending: 'changed' | 'removed' | 'kept' | null;
}

/** A message to a chat, which keeps no list of them that could be asked for. */
export interface ChatPostTable {
  repository_id: number;
  event: string;
  /** `sending` by a process that may be gone: nobody knows whether it arrived, so that it is not sent again. */
  state: 'sending' | 'refused' | 'sent' | 'given-up';
  attempts: number;
  tried_at: Instant;
  reason: string | null;
}

/** Somebody is signed in on the web pages. */
export interface WebSessionTable {
  id: string;
  person: number;
  login: string;
  /** Encrypted. */
  token: string;
  ends_at: Instant;
}

/** What lists show; how far it has come is too much for them. */
export type OpenFacts = Omit<OpenRfc, 'progress'> & Pick<Progress, 'rung'>;

/** An RFC that is not over, as the last look at it saw it. */
export interface OpenRfcTable {
  repository_id: number;
  number: number;
  opened_at: Instant;
  domain: string | null;
  /** What it waits for; null while nobody is waited for. */
  pause: PauseKind | null;
  /** Since when it waits; where it waits for nobody, since it was opened. */
  since: Instant;
  closes_at: ColumnType<Date | null>;
  facts: Json<OpenFacts>;
  progress: Json<Progress>;
}

/** On whose list an open RFC is, and why. */
export interface AwaitedTable {
  repository_id: number;
  number: number;
  person: number;
  reason: AwaitedFor;
}

/** What an RFC is about, in a narrow row: entries and records are too wide to be counted over. */
export interface MarkTable {
  repository_id: number;
  number: number;
  /** The domain it was decided in, a principle it cites, or one that a tension was reported with. */
  kind: 'domain' | 'principle' | 'tension';
  name: string;
}

/** On how many RFCs of a repository a mark is: kept as marks come and go, since a company has hundreds of thousands of them. */
export interface MarkCountTable extends Pick<MarkTable, 'repository_id' | 'kind' | 'name'> {
  count: number;
}

export interface Tables {
  rfc: RfcTable;
  etag: EtagTable;
  document_report: DocumentReportTable;
  config: ConfigTable;
  click: ClickTable;
  dead_letter: DeadLetterTable;
  repository: RepositoryTable;
  term: TermTable;
  absence: AbsenceTable;
  call: CallTable;
  booking: BookingTable;
  decision: DecisionTable;
  decision_revision: DecisionRevisionTable;
  forgotten: ForgottenTable;
  open_rfc: OpenRfcTable;
  awaited: AwaitedTable;
  mark: MarkTable;
  mark_count: MarkCountTable;
  course: CourseTable;
  principle_review: PrincipleReviewTable;
  chat_post: ChatPostTable;
  web_session: WebSessionTable;
}

/** Everything goes through this, and through a transaction of it where two statements belong together. */
export type Database = Kysely<Tables>;
