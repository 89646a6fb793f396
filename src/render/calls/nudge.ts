import { isTeam } from '../../decision/acts.ts';
import { inWords, mention } from '../names.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { hasBeenWaiting } from './waits-for.ts';
import { waysOn } from './ways.ts';

const takeIt =
  'Anyone else here can help too: a member who says “I\'ll take temporary DRI on this” (or `/dri take`) drives this one step, not the whole RFC, and `/escalate WHY` asks for help to decide. ' +
  'If it is good for it to rest, its author or owner can plan the pause with `/wait until WHEN WHY`.';

/** The first, gentle notice of a pause. */
export function nudgeText({ asked, pause }: CallOf<'nudge'>, { timezone }: CallPlace): string {
  // Whoever is mentioned need not be named again.
  const unnamed = pause.waitsFor.filter((each) => isTeam(each) || !asked.some(({ id }) => id === each.id));
  const waits = `RFC ${hasBeenWaiting({ ...pause, waitsFor: unnamed }, timezone)}`;
  return [asked.length === 0 ? `This ${waits}` : `${inWords(asked.map(mention))}, this ${waits}`, waysOn(pause.kind), takeIt].join('\n\n');
}
