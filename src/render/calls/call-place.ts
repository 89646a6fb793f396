/** What a call's words need beside the call itself: where it stands, and how people there tell the time. */
import type { OpenThreads } from '../../decision/review-threads.ts';
import type { CommandHelp } from '../command-list.ts';
import type { Allowed } from '../who-can.ts';

export interface CallPlace {
  /** Where people read the RFC. */
  rfcUrl: string;
  /** The calendar's zone, an IANA name: dates are shown in it. */
  timezone: string;
  /** Who may use which command. */
  allowed: Allowed;
  /** The open review threads; null where a call does not tell of them. */
  threads: OpenThreads | null;
  /** All commands, for those who ask for help. */
  commands: readonly CommandHelp[];
}
