/** What should happen about a repository: effects as data, each made once. `render/stewards` has the words. */
import type { Account } from '../account.ts';
import type { Digest } from './digest.ts';
import type { ReportedTension } from './facts.ts';
import type { ReviewEnding } from './notice-marks.ts';
import type { Retrospective } from './retrospective.ts';
import type { Principle } from './tension-cases.ts';

/** Something that Unpause writes; `event` is the mark by which it is found again. */
export type Notice =
  /** Asks whether a principle still fits. */
  | { kind: 'principle'; event: string; asked: Account | null; principle: Principle; /** The value that it comes from. */ value: string | null; cases: readonly ReportedTension[] }
  /** The config has answered: what the principle says now; null where it is gone. */
  | { kind: 'settled'; event: string; principle: Principle | null }
  | { kind: 'retrospective'; event: string; asked: Account | null; retrospective: Retrospective }
  | { kind: 'digest'; event: string; digest: Digest };

export type StewardEffect =
  /** With whoever it asks as its assignee, where GitHub allows that. */
  | { kind: 'open-issue'; notice: Extract<Notice, { kind: 'principle' | 'retrospective' }>; isAssignable: boolean }
  | { kind: 'comment'; on: number; notice: Extract<Notice, { kind: 'settled' | 'digest' }> }
  /** `body` holds how it ended, and is otherwise as it was. */
  | { kind: 'close-issue'; number: number; ending: ReviewEnding; body: string }
  /** The same on an issue that people closed, or, with null, opened again. */
  | { kind: 'mark-issue'; number: number; ending: ReviewEnding | null; body: string }
  | { kind: 'post-to-chat'; notice: Extract<Notice, { kind: 'digest' }> };

export interface StewardPlan {
  /** In the order in which they are carried out. */
  effects: readonly StewardEffect[];
  /** What would happen too, if the config did not say `dry-run`. */
  withheld: readonly StewardEffect[];
}
