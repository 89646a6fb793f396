import { renderDate, renderDay } from '../moments.ts';
import { inertName, mention } from '../names.ts';
import { outcomeWords } from '../outcome-words.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { offeredTo, type Ability } from '../who-can.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';

const ways: readonly Ability[] = [
  ['outcome', '`/outcome kept WHY` says that it stands, and what came of it.'],
  ['outcome', '`/outcome changed WHY` says that it stands in another form by now.'],
  ['outcome', '`/outcome reversed WHY` says that another way was taken, and what was learnt.'],
];

/** Asks the owner how a decision turned out. */
export function outcomeText({ asked: [person], decision, reviewOn }: CallOf<'outcome'>, { rfcUrl, timezone, allowed }: CallPlace): string {
  const { outcome, by, why, at, source } = decision;
  const made = `It was ${outcomeWords[outcome]} by ${inertName(by)} on ${renderDay(at, timezone)}${givenReason(why)} (${sourceLink(rfcUrl, source)}).`;
  const offered = ways.flatMap((way) => offeredTo(['owner'], way, allowed)).map((way) => `- ${way}`).join('\n');
  return [
    `${mention(person)}, ${renderDate(reviewOn)} is the day to look back at this decision: how did it turn out? ${made}`,
    `**A sentence is enough:**\n\n${offered}`,
    'A decision is a bet, made with what was known then. Whatever came of it, others can learn from it. Unpause asks once.',
  ].join('\n\n');
}
