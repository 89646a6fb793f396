/** A person's own work as temporary DRI, and their own absence, which they can set here without telling anybody. */
import type { WorkCalendar } from '../decision/calendar.ts';
import { readAway } from '../decision/commands/dri-away.ts';
import type { Absence } from '../decision/load.ts';
import { endAbsence, keepAbsence } from '../store/momentum.ts';
import { countOwnTerms, readOwnAbsence, readOwnTerms, type OwnQuery, type OwnTerm } from '../store/own-work.ts';
import type { Database } from '../store/tables.ts';

export interface OwnWork {
  absence: Absence | null;
  terms: readonly OwnTerm[];
  /** How many terms ended lately. */
  ended: number;
}

/** `why` is a sentence for the person. */
export type AwaySet = { ok: true } | { ok: false; why: string };

export interface OwnWorkBook {
  read: (query: OwnQuery) => Promise<OwnWork>;
  /** `until` as in `/dri away until WHEN`. */
  away: (person: number, until: string) => Promise<AwaySet>;
  back: (person: number) => Promise<void>;
}

/** In milliseconds; what "lately" means on the page. */
export const lately = 90 * 24 * 3_600_000;

/** An absence holds in every repository, whatever its calendar: a day begins at nine by UTC. */
const calendar: WorkCalendar = { timezone: 'UTC', weekend: [6, 7], holidays: [], hours: { from: 9 * 60, to: 17 * 60 } };

const refusals: Readonly<Record<string, string>> = {
  past: 'That day is over, or has begun: expected a later one, the first on which you are back.',
  missing: 'Expected the first day on which you are back.',
};
const notUnderstood = 'Expected a day such as 2026-12-28, a weekday, or how long, such as `2 weeks`.';

/** `now` is the clock by which looks choose. */
export function createOwnWorkBook(database: Database, now: () => Date): OwnWorkBook {
  return {
    async read(query) {
      const at = now();
      return {
        absence: await readOwnAbsence(database, query.person, at),
        terms: await readOwnTerms(database, query),
        ended: await countOwnTerms(database, { ...query, since: new Date(at.getTime() - lately) }),
      };
    },
    async away(person, until) {
      const at = now();
      const read = readAway(until, { at: at.toISOString(), calendar });
      if (!read.ok) return { ok: false, why: refusals[read.refusal.why] ?? notUnderstood };
      await keepAbsence(database, { person, from: at.toISOString(), until: read.args });
      return { ok: true };
    },
    async back(person) {
      await endAbsence(database, person, now());
    },
  };
}
