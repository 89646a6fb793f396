/** What is known of people's work as temporary DRI on other RFCs: what a fair choice rests on. */

/** One term on another RFC, open or ended. */
export interface OtherTerm {
  /** The holder's id. */
  holder: number;
  startedAt: string;
  dueAt: string;
  /** Null while it is active. */
  endedAt: string | null;
  /** Taken by oneself: exempt from the balance, but not from `max-active`. */
  isVolunteered: boolean;
}

/** Somebody is out of the rotation, everywhere, from one moment to another. */
export interface Absence {
  person: number;
  from: string;
  until: string;
}

export interface Load {
  terms: readonly OtherTerm[];
  /** Also those that are over: who comes back is not flooded. */
  absences: readonly Absence[];
  /** Calls that Unpause made in the repository on the working day that is today there. */
  callsToday: number;
}

/** Nothing is known of anybody. */
export const noLoad: Load = { terms: [], absences: [], callsToday: 0 };
