import { renderMoment } from '../moments.ts';
import { inertName, mention } from '../names.ts';
import { nextSteps } from '../next-steps.ts';
import { sourceLink } from '../source-link.ts';
import { usersBlock, usersWords } from '../users-words.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';
import { threadsItem } from './open-threads.ts';
import { situationList } from './situation.ts';
import { driWays, waysOn } from './ways.ts';

/** The whole comment is at hand as well; this much is read. */
const longestNote = 2_000;

/** What the next person needs to know, when the role is handed on. */
export function handOffText({ asked: [person], term, from, note, situation }: CallOf<'hand-off'>, place: CallPlace): string {
  const step = term.scope === null ? `The step is to ${nextSteps[term.step].drive}` : `The step, in their words: ${usersWords(term.scope)}`;
  const list = [situationList(situation, place), threadsItem(place.threads)].filter((item) => item !== '').join('\n');
  return [
    `${mention(person)}, ${inertName(from)} hands you the role of temporary DRI, until ${renderMoment(term.dueAt, place.timezone)}. ${step}. It is this step alone, not the whole RFC.`,
    `**What ${inertName(from)} would like you to know:**\n\n${usersBlock(note, longestNote)}${term.source === null ? '' : `\n\nAll of it stands in their ${sourceLink(place.rfcUrl, term.source)}.`}`,
    ...(list === '' ? [] : [`**How things are:**\n\n${list}`]),
    waysOn({ kind: term.step }, place),
    driWays(place.allowed),
  ].join('\n\n');
}
