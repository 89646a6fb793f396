/** What would help next, as a list. */
import type { PauseKind } from '../../config/schema-pause.ts';
import { nextSteps } from '../next-steps.ts';

/** The ways to what an RFC waits for, with a heading. */
export function waysOn(kind: PauseKind): string {
  return `**What would help next:**\n\n${nextSteps[kind].ways.map((way) => `- ${way}`).join('\n')}`;
}

/** What somebody who is temporary DRI can do with the role. */
export const driWays = [
  '- `/dri done NOTE` closes the loop when the step is done.',
  '- `/dri extend WHEN` gives you more time, for example `/dri extend 2d`.',
  '- `/dri hand @user NOTE` hands the step on, with what the next person needs to know.',
  '- `/escalate WHY` asks the next person on the agreed path to help decide.',
  '- `/dri pass` leaves it to somebody else. You owe nobody a reason, and Unpause will not ask you again about this RFC.',
].join('\n');
