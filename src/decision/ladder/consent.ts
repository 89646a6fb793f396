/**
 * `consent`: the Decision Owner decides once the period is over and no reasoned objection is open that was raised within
 * it. Silence is consent, which everybody was told at the start; what comes later is shown, and stops nothing.
 */
import { objectionsMissing, timeMissing, type Rung, type Weighed } from './rung.ts';

export const consent: Rung = {
  judge(weighed) {
    const { ends, entitled, objections, spoken } = weighed;
    const open = objections.filter((objection) => !isLate(objection, weighed));
    return { closesAt: ends.least, missing: [...objectionsMissing(open), ...timeMissing(weighed)], silent: isOver(weighed) ? entitled.filter(({ id }) => !isInTime(spoken().get(id)?.first ?? null, weighed)) : [] };
  },
  whyNot({ standing, said }, weighed) {
    if (said === null) return isOver(weighed) ? null : 'silent';
    if (isLate(said, weighed)) return 'late';
    return standing === 'objects' || Date.parse(said.at) > weighed.changedAt ? null : 'before-change';
  },
};

function isOver({ ends, now }: Weighed): boolean {
  return now >= ends.least;
}

function isLate({ at }: { at: string }, { ends }: Weighed): boolean {
  return Date.parse(at) >= ends.least;
}

function isInTime(said: { at: string } | null, weighed: Weighed): boolean {
  return said !== null && !isLate(said, weighed);
}
