/** What a look at a repository's way of deciding asks of what is known of its RFCs. */
import type { LogEntry } from '../decision/log/entry.ts';
import type { OpenRfc, ReportedTension } from '../decision/stewards/facts.ts';
import type { RfcCourse } from '../decision/vitality/facts.ts';
import type { PrincipleReview } from '../decision/stewards/principle-reviews.ts';

/** What became of a message to a chat. `reason` says why it was not sent, and holds no secret. */
export type ChatPost = { kind: 'sent' } | { kind: 'refused' | 'given-up'; reason: string };

export interface ChatMemory {
  /** The marks of what is not to be sent any more. */
  settled: () => Promise<readonly string[]>;
  /** Sends it, once; null where somebody else is at it. */
  post: (event: string, bodies: { slack: object; teams: object }) => Promise<ChatPost | null>;
}

export interface StewardMemory {
  /** Unpause's issues that changed before are not asked for; null: all are. */
  issuesSince: Date | null;
  tensions: (since: Date) => Promise<readonly ReportedTension[]>;
  /** Those since then, earlier ones that are to be looked back at, were since, or have a topic, and, where they are at hand, those since `past`. */
  decisions: (since: Date, past: Date | null) => Promise<readonly LogEntry[]>;
  /** The courses of RFCs that were settled since `past`, or, where there are none of that age, since then. */
  courses: (since: Date, past: Date) => Promise<readonly RfcCourse[]>;
  /** Decisions on these topics in other repositories that everybody may see. */
  elsewhere: (topics: readonly string[]) => Promise<readonly LogEntry[]>;
  open: () => Promise<readonly OpenRfc[]>;
  /** Null where no chat is set. */
  chat: ChatMemory | null;
  keepReviews: (reviews: readonly PrincipleReview[]) => Promise<void>;
}
