/** Who leaves the rotation or comes back, by a comment alone: for where no look remembers having read it. */
import type { WorkCalendar } from '../calendar.ts';
import type { Absence } from '../load.ts';
import type { AwayChange } from './define-command.ts';
import { driAway, readAway } from './dri-away.ts';
import { driBack } from './dri-back.ts';
import { linesFor } from './run-commands.ts';

/** Somebody's words, by the id of who wrote them. */
export interface Said {
  by: number;
  at: string;
  body: string;
}

/** A change of the rotation, wherever it was said. */
export type AwaySaid = Omit<AwayChange, 'source'>;

/** In the order in which they stand there. */
export function awaysIn({ by: person, at: from, body }: Said, calendar: WorkCalendar): AwaySaid[] {
  return linesFor(body).flatMap(({ meaning }): AwaySaid[] => {
    if (meaning.kind === 'near') return [];
    if (meaning.command === driBack) return [{ person, from, until: null }];
    const until = meaning.command === driAway ? readAway(meaning.rest, { at: from, calendar }) : null;
    return until?.ok ? [{ person, from, until: until.args }] : [];
  });
}

/** Who says it again means the new date, and who is back is back. */
export function withAway(absences: readonly Absence[], { person, from, until }: AwaySaid): readonly Absence[] {
  const at = Date.parse(from);
  const isUnderWay = (absence: Absence) => absence.person === person && Date.parse(absence.from) <= at && at < Date.parse(absence.until);
  const ended = absences.map((absence) => (isUnderWay(absence) ? { ...absence, until: from } : absence));
  return until === null ? ended : [...ended, { person, from, until }];
}
