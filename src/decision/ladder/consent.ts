/**
 * `consent`: the Decision Owner decides once the period is over and no reasoned objection is open that was raised within
 * it. Silence is consent, which everybody was told at the start; what comes later is shown, and stops nothing.
 */
import { objectionsMissing, timeMissing, type Rung, type Weighed } from './rung.ts';
import type { Spoken } from './voices-on.ts';

export const consent: Rung = {
  judge(weighed) {
    const { ends, entitled, objections, spoken } = weighed;
    const open = objections.filter((objection) => !isLate(objection, weighed));
    return { closesAt: ends.least, missing: [...objectionsMissing(open), ...timeMissing(weighed)], silent: isOver(weighed) ? entitled.filter(({ id }) => isSilence(spoken().get(id), weighed)) : [] };
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

/** Nothing is late before the period is over: in a draft its clock stands still. */
function isLate({ at }: { at: string }, weighed: Weighed): boolean {
  return isOver(weighed) && Date.parse(at) >= weighed.ends.least;
}

/** Who said nothing in time, and does not object since. */
function isSilence(spoken: Spoken | undefined, weighed: Weighed): boolean {
  return spoken === undefined || (isLate(spoken.first, weighed) && spoken.objection === null);
}
