/** What counts as somebody doing something: an act of a person. Bots, Unpause and labels do not move an RFC. */
import type { Act } from './acts.ts';
import type { Record } from './record-schema.ts';

/** Whether a person did it, and it is more than a label. */
export function isActivity({ kind, by, isOwn }: Act): boolean {
  return !by.isBot && !isOwn && kind !== 'labelled' && kind !== 'unlabelled';
}

/** An act that was weighed: when it was, in milliseconds. */
export function timeOf({ at }: { at: string }): number {
  return Date.parse(at);
}

/** ISO 8601 in UTC, whole seconds as GitHub writes them. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/**
 * Whether a push only tells that Unpause saw the RFC for the first time. GitHub gives a push no time, so a head is
 * dated by when it was first seen; for the first one of all that says nothing about anybody.
 */
export function isFirstSight(act: Act, { heads }: Record): boolean {
  const [first] = heads;
  return act.kind === 'pushed' && first?.sha === act.sha && timeOf(first) === timeOf(act);
}
