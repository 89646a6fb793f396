/** What would help next, as a list. */
import type { Pause } from '../../decision/pause-facts.ts';
import { missingText } from '../missing-text.ts';
import { inWords } from '../names.ts';
import { nextSteps } from '../next-steps.ts';
import { canDo, offeredTo, type Ability, type Allowed } from '../who-can.ts';
import type { CallPlace } from './call-place.ts';

/** The ways to what an RFC waits for, with a heading. */
export function waysOn({ kind, missing = [] }: Pick<Pause, 'kind' | 'missing'>, { allowed, timezone }: Pick<CallPlace, 'allowed' | 'timezone'>): string {
  const ways = [...nextSteps[kind].ways, ...(missing.length > 0 ? [decideAnyway] : [])].flatMap((way) => (typeof way === 'string' ? [way] : canDo(way, allowed)));
  const needs = missing.length === 0 ? [] : [`Before the call can be made, its rung needs ${inWords(missing.map((each) => missingText(each, timezone)))}.`];
  return `**What would help next:**\n\n${listOf([...needs, ...ways])}`;
}

const decideAnyway: readonly Ability[] = [['decide-anyway', 'make the call before that with `/decide anyway accept WHY` (or `reject`, or `defer`), which stands out in the log']];

/** Whoever is asked to be temporary DRI is as good as always a member. */
const rolesOfDri = ['dri', 'members'];

const ofDri: readonly Ability[] = [
  ['dri-done', '`/dri done NOTE` closes the loop when the step is done.'],
  ['dri-extend', '`/dri extend WHEN` gives you more time, for example `/dri extend 2d`.'],
  ['dri-hand', '`/dri hand @user NOTE` hands the step on, with what the next person needs to know.'],
  ['escalate', '`/escalate WHY` asks the next person on the agreed path to help decide.'],
  ['dri-pass', '`/dri pass` leaves it to somebody else. You owe nobody a reason, and Unpause will not ask you again about this RFC.'],
];

/** What somebody who is temporary DRI can do with the role, with a heading. */
export function driWays(allowed: Allowed): string {
  const ways = ofDri.flatMap((ability) => offeredTo(rolesOfDri, ability, allowed));
  return `**With the role you can:**\n\n${listOf(ways)}`;
}

function listOf(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
