/**
 * `consult`: the Decision Owner decides once everybody to consult was heard on the text as it is, and the least time is
 * over; or once the period is over, and it is on record who was silent. No view has to be followed.
 */
import { isFresh, timeMissing, voicesMissing, wasHeard, type Rung } from './rung.ts';

export const consult: Rung = {
  judge(weighed) {
    const { period, ends, now, entitled } = weighed;
    const open = entitled.filter((person) => !wasHeard(person, weighed));
    const isAwaited = open.length > 0 || period.teams.length > 0;
    const closesAt = isAwaited ? ends.last : ends.least;
    if (now >= ends.last) return { closesAt, missing: [], silent: entitled.filter(({ id }) => !weighed.spoken().has(id)) };
    const teams = period.teams.length === 0 ? [] : [{ what: 'team-unknown' as const, teams: period.teams }];
    return { closesAt, missing: [...teams, ...voicesMissing(open), ...timeMissing(weighed)], silent: [] };
  },
  whyNot({ lastAt }, weighed) {
    if (lastAt === null) return 'silent';
    return isFresh({ at: lastAt }, weighed) ? null : 'before-change';
  },
};
