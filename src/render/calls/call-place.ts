/** What a call's words need beside the call itself: where it stands, and how people there tell the time. */
import type { CommandHelp } from '../command-list.ts';

export interface CallPlace {
  /** Where people read the RFC. */
  rfcUrl: string;
  /** The calendar's zone, an IANA name: dates are shown in it. */
  timezone: string;
  /** All commands, for those who ask for help. */
  commands: readonly CommandHelp[];
}
