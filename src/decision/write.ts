/**
 * One change to GitHub, with its words already in it: what `render` makes of an effect and `github/apply` carries out.
 * Every write is either idempotent by nature or carries a mark (`externalId`, the marker in a body) by which the next
 * look sees that it was made.
 */

export type Conclusion = 'success' | 'failure' | 'neutral' | 'action_required';

/** Columns only where it begins and ends on one line: GitHub refuses them elsewhere. */
export interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  start_column?: number;
  end_column?: number;
  annotation_level: 'notice' | 'warning' | 'failure';
  title: string;
  message: string;
}

/** A button on a check run: label up to 20 characters, description 40, identifier 20. */
export interface CheckButton {
  label: string;
  description: string;
  identifier: string;
}

/** A whole check run, as it should be once completed. */
export interface CheckRunContent {
  name: string;
  headSha: string;
  externalId: string;
  conclusion: Conclusion;
  title: string;
  summary: string;
  annotations: readonly Annotation[];
  buttons: readonly CheckButton[];
  /** Where "Details" leads; null: GitHub's own page of the run. */
  detailsUrl: string | null;
}

export type Write =
  | { kind: 'create-check-run'; content: CheckRunContent }
  /** Goes on where an earlier look was cut off: `sent` annotations are there already. */
  | { kind: 'finish-check-run'; id: number; sent: number; content: CheckRunContent }
  /** A run that was begun for a state that is past. */
  | { kind: 'cancel-check-run'; id: number }
  | { kind: 'create-comment'; body: string }
  | { kind: 'update-comment'; id: number; body: string }
  | { kind: 'delete-comment'; id: number }
  | { kind: 'add-label'; label: LabelContent }
  | { kind: 'remove-label'; name: string }
  /** GitHub keeps one reaction of a kind by the same account: again, it changes nothing. */
  | { kind: 'react'; to: { in: 'comment' | 'review'; id: number }; content: '+1' | 'confused' }
  | { kind: 'assign' | 'unassign'; login: string }
  | { kind: 'create-review-comment'; commit: string; path: string; startLine: number; line: number; body: string };

/** A label, and how it looks where it has to be made first. */
export interface LabelContent {
  name: string;
  /** Six hexadecimal digits. */
  color: string;
  description: string;
}
