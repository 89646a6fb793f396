import { isTeam } from '../../decision/acts.ts';
import { inWords, mention } from '../names.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { hasBeenWaiting } from './waits-for.ts';
import { whoCan, type Ability, type Allowed } from '../who-can.ts';
import { waysOn } from './ways.ts';

const help: readonly Ability[] = [
  ['dri-take', 'drive this one step, not the whole RFC, with the words “I\'ll take temporary DRI on this” (or `/dri take`)'],
  ['escalate', 'ask for help to decide with `/escalate WHY`'],
];

/** The first, gentle notice of a pause. */
export function nudgeText({ asked, pause }: CallOf<'nudge'>, { timezone, allowed }: CallPlace): string {
  // Whoever is mentioned need not be named again.
  const unnamed = pause.waitsFor.filter((each) => isTeam(each) || !asked.some(({ id }) => id === each.id));
  const waits = `RFC ${hasBeenWaiting({ ...pause, waitsFor: unnamed }, timezone)}`;
  const others = othersText(allowed);
  return [asked.length === 0 ? `This ${waits}` : `${inWords(asked.map(mention))}, this ${waits}`, waysOn(pause, { allowed, timezone }), ...(others === '' ? [] : [others])].join('\n\n');
}

function othersText(allowed: Allowed): string {
  const helpers = whoCan(help, allowed);
  const planners = whoCan([['wait', 'plan the pause with `/wait until WHEN WHY`']], allowed);
  return [...(helpers === '' ? [] : [`Others here can help too: ${helpers}.`]), ...(planners === '' ? [] : [`If it is good for it to rest, ${planners}.`])].join(' ');
}
