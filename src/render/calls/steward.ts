import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { hasBeenWaiting } from './waits-for.ts';
import { waysOn } from './ways.ts';

/** The end of the ladder: it asks nobody by name, and nothing follows by itself. */
export function stewardText({ pause }: CallOf<'steward'>, { timezone }: CallPlace): string {
  return [
    `**This RFC needs a steward:** somebody who takes a hand on the tiller for the next step. It ${hasBeenWaiting(pause, timezone)}`,
    waysOn(pause.kind),
    'Any member can become its steward with `/dri take`, or ask somebody for help to decide with `/escalate to @user WHY`. To let it rest is a decision too: the Decision Owner writes it down with `/decide defer WHY`.',
    'Unpause stays quiet here now, and helps again as soon as somebody takes the next step.',
  ].join('\n\n');
}
