/** The nouns of a pause: what an RFC waits for, whom, and since when. */
import type { PauseKind } from '../config/schema-pause.ts';
import type { Addressee } from './acts.ts';
import type { Missing } from './ladder/progress.ts';

export interface Pause {
  kind: PauseKind;
  /** Whom it waits for, in the order in which they were asked; of a team, any one member. May be empty: nobody in particular. */
  waitsFor: readonly Addressee[];
  /** When it began: when the set of those it waits for last changed, or one of them last did something. ISO 8601 in UTC. */
  since: string;
  /** What the decision still needs on its rung, where it waits for the call and that would be refused; absent where nothing is missing. */
  missing?: readonly Missing[];
}

/** Who was asked for input, and who has answered. */
export interface Heard {
  /** Everybody who was asked, in order; a team stays a team. */
  asked: readonly Addressee[];
  /** Of these, who answered, and when; a team by its member who did. */
  answered: readonly { asked: Addressee; by: number; at: string }[];
  /** Of these, who did not yet. */
  open: readonly Addressee[];
}
