import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { hasBeenWaiting } from './waits-for.ts';
import { canDo, whoCan, type Ability, type Allowed } from '../who-can.ts';
import { waysOn } from './ways.ts';

/** The end of the ladder: it asks nobody by name, and nothing follows by itself. */
export function stewardText({ pause }: CallOf<'steward'>, { timezone, allowed }: CallPlace): string {
  return [
    `**This RFC needs a steward:** somebody who puts a hand on the tiller for the next step. It ${hasBeenWaiting(pause, timezone)}`,
    waysOn(pause, { allowed, timezone }),
    ...stewardWays(allowed),
    'Unpause stays quiet here now, and helps again as soon as somebody takes the next step.',
  ].join('\n\n');
}

const help: readonly Ability[] = [
  ['dri-take', 'become its steward with `/dri take`'],
  ['escalate', 'ask somebody for help to decide with `/escalate to @user WHY`'],
];

/** A paragraph, or none where nobody may do any of it. */
function stewardWays(allowed: Allowed): string[] {
  const deciders = whoCan([['decide', 'write it down with `/decide defer WHY`']], allowed);
  const words = [...canDo(help, allowed), ...(deciders === '' ? [] : [`To let it rest is a decision too: ${deciders}.`])].join(' ');
  return words === '' ? [] : [words];
}
