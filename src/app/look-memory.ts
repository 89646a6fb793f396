/** What looks remember between them: an index in the App's database; for the Action, which has none, what this run saw. */
import type { AwaySaid } from '../decision/commands/aways-in.ts';
import type { Course } from '../decision/course.ts';
import type { Load } from '../decision/load.ts';
import type { LogEntry } from '../decision/log/entry.ts';
import type { OpenRfc } from '../decision/open-rfc.ts';
import type { Plan } from '../decision/plan.ts';
import type { Record } from '../decision/record.ts';
import type { ClickRequest, OwnComment } from '../decision/snapshot.ts';
import type { LoadQuery } from '../store/momentum.ts';
import type { RepositoryAddress } from '../store/repositories.ts';
import type { RfcId, RfcRow } from '../store/rfc-index.ts';
import type { EarlierDecision } from '../decision/earlier.ts';
import type { ReportCache } from './lint-documents.ts';
import type { RulesMemory } from './read-rules.ts';

/** What is remembered of an RFC. */
export interface Remembered {
  /** The record's copy. */
  copy: Record | null;
  clicks: readonly ClickRequest[];
}

/** An RFC by its ids, and by the names under which it was asked for. */
export interface RfcName extends RfcId {
  owner: string;
  repo: string;
}

/** What a look tells about people's work, for the looks at other RFCs. */
export interface WorkSeen {
  comments: readonly OwnComment[];
  record: Record | null;
  /** The record's copy so far: what it holds is kept already. */
  known: Record | null;
  /** Whether this look called somebody: that counts already, and is read back by the next one. */
  hasCalled: boolean;
  /** What it adds to the decision log. */
  entries: readonly LogEntry[];
  /** What the pages show of it; null where nothing is left to decide, and where nobody asked for Unpause. */
  open: OpenRfc | null;
}

/** A plan that calls somebody, to be made once more on what all others call. */
export interface Turn {
  query: LoadQuery;
  seen: Pick<WorkSeen, 'comments' | 'known'>;
  planOn: (load: Load) => Plan;
}

/** What was decided on a topic in a repository, but for one RFC itself. */
export interface TopicQuery extends RfcId {
  topic: string;
}

export interface LookMemory {
  /** The last valid config. */
  rules: RulesMemory;
  /** What the lint said of the same bytes. */
  reports: ReportCache;
  /** That a repository was opened, and under which name. */
  noteRepository: (repository: RepositoryAddress) => Promise<void>;
  recall: (rfc: RfcName) => Promise<Remembered>;
  load: (query: LoadQuery) => Promise<Load>;
  /** The last first; null where no log is kept. */
  earlier: (query: TopicQuery) => Promise<readonly EarlierDecision[] | null>;
  /** Plans while nobody else in the installation does; what the plan calls counts from then on. */
  planInTurn: (turn: Turn) => Promise<Plan>;
  /** In the order in which people said so. */
  keepAways: (aways: readonly AwaySaid[]) => Promise<void>;
  finishClicks: (clicks: readonly ClickRequest[], at: Date) => Promise<void>;
  /** Null for `work`: a newer Unpause keeps that record, and this one cannot read it. */
  keep: (row: RfcRow, work: WorkSeen | null) => Promise<void>;
  hasCourse: (rfc: RfcId) => Promise<boolean>;
  /** The course of an RFC that has come to its end. */
  keepCourse: (rfc: RfcId, kept: { course: Course; settledAt: Date }) => Promise<void>;
  /** It was deleted, or moved away. */
  markGone: (rfc: RfcId, at: Date) => Promise<void>;
}
