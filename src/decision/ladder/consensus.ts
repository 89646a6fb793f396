/**
 * `consensus`: the Decision Owner decides once everybody entitled supports the text as it is or abstains, enough of them
 * support it, the least time is over and no objection is open. Silence is not yet, however long it lasts.
 */
import type { Account } from '../account.ts';
import type { Missing } from './progress.ts';
import { isFresh, objectionsMissing, timeMissing, voicesMissing, type Rung, type Weighed } from './rung.ts';
import type { Side } from './voices-on.ts';

export const consensus: Rung = {
  judge(weighed) {
    const { ends, entitled, objections } = weighed;
    const open = entitled.filter((person) => sideOf(person, weighed) === null);
    return { closesAt: ends.least, missing: [...objectionsMissing(objections), ...voicesMissing(open), ...quorumMissing(weighed), ...timeMissing(weighed)], silent: [] };
  },
  whyNot({ standing, said }, weighed) {
    if (said === null) return 'silent';
    if (standing === 'objects') return null;
    if (!isFresh(said, weighed)) return 'before-change';
    return standing === 'heard' ? 'no-side' : null;
  },
};

/** The side that somebody takes on the text as it is; null for none, and for who objects. */
function sideOf({ id }: Account, weighed: Weighed): Side | null {
  const spoken = weighed.spoken().get(id);
  const side = spoken?.objection === null ? spoken.side : null;
  return side !== null && isFresh(side, weighed) ? side.side : null;
}

/** Who became the owner since needs not support their own decision, so there may be fewer left than were asked for; nobody is not enough. */
function quorumMissing(weighed: Weighed): Missing[] {
  const { period, entitled } = weighed;
  if (entitled.length === 0) return [{ what: 'nobody-entitled' }];
  const supports = entitled.filter((person) => sideOf(person, weighed) === 'support').length;
  const more = Math.min(period.quorum, entitled.length) - supports;
  return more > 0 ? [{ what: 'quorum', more }] : [];
}
