import type { Rung } from '../../config/schema-domains.ts';
import { renderDay, renderMoment } from '../moments.ts';
import { inWords, mention } from '../names.ts';
import { canDo, offeredTo, type Ability } from '../who-can.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';

const toSay: readonly Ability[] = [
  ['support', '`/support` says that you are in favour.'],
  ['abstain', '`/abstain` takes no side.'],
  ['object', '`/object WHY` says what stands against it.'],
];

const toSettle: readonly Ability[] = [['withdraw', '`/withdraw` takes an objection back that the change has settled; until then it stays open.']];

const ofOwner: readonly Ability[] = [['editorial', 'say with `/editorial WHY` that the change means the same: then what was said before it counts again']];

const silenceMeans: Readonly<Record<Exclude<Rung, 'delegate'>, (until: string) => string>> = {
  consult: (until) => `until ${until} your word is waited for; after that the decision can be made, and it is on record that there was none on this text.`,
  consent: (until) => `silence is consent: after ${until} the decision can be made, unless an objection is open.`,
  consensus: () => 'silence is no agreement here: the decision waits for your word.',
};

/** Asks those whose word was about an earlier text whether it holds for this one. */
export function rewordedText({ asked, hasObjection, rung, changedAt, closesAt }: CallOf<'reworded'>, { timezone, allowed }: CallPlace): string {
  const ways = [...(hasObjection ? toSettle : []), ...toSay].flatMap((ability) => offeredTo(['members', 'asked'], ability, allowed));
  const owner = canDo(ofOwner, allowed);
  return [
    `${inWords(asked.map(mention))}, the text of this RFC changed on ${renderDay(changedAt, timezone)}, after you had said what you think of it. Does that hold for the text as it is now?`,
    `**Any word from you counts, a short one too:**\n\n${['A comment or a review says what you think of it.', ...ways].map((way) => `- ${way}`).join('\n')}`,
    ...(rung === 'delegate' || closesAt === null ? [] : [`**What silence means:** ${silenceMeans[rung](renderMoment(closesAt, timezone))}`]),
    ...(owner.length === 0 ? [] : [owner.join(' ')]),
  ].join('\n\n');
}
