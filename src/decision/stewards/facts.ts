/**
 * What is known of one repository's way of deciding at one moment: facts only, no opinion. Gathered by the shell, read
 * by `planStewardship`. Instants are ISO 8601 in UTC.
 */
import type { PauseKind } from '../../config/schema-pause.ts';
import type { WorkCalendar } from '../calendar.ts';
import type { Load } from '../load.ts';
import type { LogEntry } from '../log/entry.ts';
import type { Person, PersonFacts, TeamFacts } from '../people.ts';
import type { Source } from '../record-schema.ts';
import type { OwnComment, RepositoryFacts, RulesInForce } from '../snapshot.ts';
import type { RfcCourse } from '../vitality/facts.ts';

/** An issue that Unpause itself opened. Nobody else's is ever read as one. */
export interface OwnIssue {
  number: number;
  url: string;
  title: string;
  body: string;
  isOpen: boolean;
  /** Somebody opened it again after it was closed. */
  isReopened: boolean;
  createdAt: string;
  /** Null while it is open. */
  closedAt: string | null;
  /** What Unpause wrote on it; only looked up while something may be noted on it. */
  notes: readonly OwnComment[];
}

/** `/tension`: on one RFC, somebody reports that a principle did not fit. */
export interface ReportedTension {
  rfc: { number: number; url: string };
  /** The id of a principle, or words that somebody took for one. */
  principle: string;
  why: string;
  by: Person;
  at: string;
  source: Source;
}

/** An RFC that waits for its decision. */
export interface OpenRfc {
  number: number;
  title: string;
  url: string;
  /** Null where nobody is waited for yet. */
  waitsFor: PauseKind | null;
  /** When its decision period ends as things are; null where it has none. */
  closesAt: string | null;
}

/** The issue that gets the digest. */
export interface DigestIssue {
  number: number;
  /** Unpause's own comments there, as far as they can be digests of this week or of those just before. */
  comments: readonly OwnComment[];
}

export interface StewardFacts {
  repository: RepositoryFacts;
  rules: Pick<RulesInForce, 'isConfigured' | 'configuredAt' | 'mistakes' | 'unread'>;
  issues: readonly OwnIssue[];
  tensions: readonly ReportedTension[];
  /** All decisions since the moment that `reachOf` names, and earlier ones that are to be looked back at, were since, or have a topic. */
  decisions: readonly LogEntry[];
  /** The courses of the RFCs that were decided or closed, as far as they are known. */
  courses: readonly RfcCourse[];
  /** Decisions on the same topics in other repositories that everybody here may see. */
  elsewhere: readonly LogEntry[];
  open: readonly OpenRfc[];
  /** Null where the config names no such issue, or GitHub shows none. */
  digestIssue: DigestIssue | null;
  /** The marks of what was sent to a chat, or given up; null where no chat is set. */
  chat: readonly string[] | null;
  people: readonly PersonFacts[];
  teams: readonly TeamFacts[];
  load: Load;
  calendar: WorkCalendar;
}
