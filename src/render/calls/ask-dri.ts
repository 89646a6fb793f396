import { choiceReason } from '../choice-reason.ts';
import { renderMoment } from '../moments.ts';
import { mention } from '../names.ts';
import { nextSteps } from '../next-steps.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { hasBeenWaiting } from './waits-for.ts';
import { driWays, waysOn } from './ways.ts';

/** Asks somebody to be temporary DRI for the next step. */
export function askDriText({ asked: [person], pause, dueAt, reason }: CallOf<'dri'>, { timezone, allowed }: CallPlace): string {
  return [
    `${mention(person)}, would you be temporary DRI for the next step of this RFC, until ${renderMoment(dueAt, timezone)}? The step is to ${nextSteps[pause.kind].drive}. It is this step alone, not the whole RFC, and the decision stays where it is. A comment from you here is a yes; \`/dri pass\` is as good an answer.`,
    `Unpause asked you because ${choiceReason(reason, 'you')}, and the rotation came to you. The RFC ${hasBeenWaiting(pause, timezone)}`,
    waysOn(pause, { allowed, timezone }),
    driWays(allowed),
  ].join('\n\n');
}
