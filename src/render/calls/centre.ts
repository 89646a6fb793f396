import type { Decision } from '../../decision/record-schema.ts';
import { countOf } from '../count-of.ts';
import { renderDay, renderMoment } from '../moments.ts';
import { firstInWords, inertLogin, inertName, inWords, mention } from '../names.ts';
import { outcomeWords } from '../outcome-words.ts';
import { sourceLink } from '../source-link.ts';
import { codeSpan, givenReason } from '../users-words.ts';
import { canDo, whoCan } from '../who-can.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';

type Centre = CallOf<'centre'>;

/** Tells the stewards that a decision that reaches the whole has begun, was made, or was merged without. It asks them for nothing. */
export function centreText(call: Centre, place: CallPlace): string {
  const { asked, decision, hidden } = call;
  const opening = `${inWords(asked.map(mention))}, for your information:`;
  const parts = decision !== null ? decided(call, decision, place) : call.stage === 'merged' ? merged(call, place) : begun(call, place);
  const unknown = hidden.length === 0 ? [] : [`Who is in ${firstInWords(hidden.map(inertLogin))} GitHub does not show to Unpause: somebody who knows can pass it on.`];
  const others = call.more === 0 ? [] : [`There ${call.more === 1 ? 'is' : 'are'} ${countOf(call.more, 'more steward')}, whom this comment does not mention.`];
  const [first = '', ...rest] = parts;
  return [`${opening} ${first}`, ...rest, ...others, ...unknown].join('\n\n');
}

function inDomain(domain: string | null): string {
  return domain === null ? '' : ` in the domain ${codeSpan(domain)}`;
}

function begun({ domain, owner, period }: Centre, { timezone }: CallPlace): string[] {
  const who = owner === null ? 'Who decides is still to be named.' : `It is for ${inertName(owner)} to decide.`;
  const how = period === null ? '' : ` The rung is ${codeSpan(period.rung)}, and people have until ${renderMoment(period.until, timezone)} at least.`;
  return [
    `a decision${inDomain(domain)} is under way that may touch others as well. ${who}${how}`,
    'Nothing is asked of you, and nobody waits for you: it is decided here, by those who are close to it. You are told so that you see it coming. If you know something that cannot be seen from here, a comment is as welcome as anybody\'s.',
    'There will be one more comment like this, once it is decided.',
  ];
}

function merged({ domain, owner }: Centre, { allowed }: CallPlace): string[] {
  const ways = whoCan([['decide', 'write it down with `/decide accept WHY` (or `reject`, or `defer`)']], allowed);
  const who = owner === null ? '' : ` The Decision Owner is ${inertName(owner)}.`;
  return [
    `an RFC${inDomain(domain)} that may touch others as well was merged, and nobody's decision is written down.${who}`,
    `Nothing is asked of you. You are told so that you know of it, though there is no decision to read here${ways === '' ? '.' : `: ${ways}.`}`,
  ];
}

function decided({ domain }: Centre, { outcome, by, why, at, source }: Decision, { rfcUrl, timezone, allowed }: CallPlace): string[] {
  return [
    `a decision${inDomain(domain)} is made that may touch others as well. It was ${outcomeWords[outcome]} by ${inertName(by)} on ${renderDay(at, timezone)}${givenReason(why)} (${sourceLink(rfcUrl, source)}).`,
    ['Nothing is asked of you: it stands as it is. You are told so that others can hear of it from you, and learn from it.', ...canDo([['tension', 'report with `/tension PRINCIPLE WHY` where a principle did not fit']], allowed)].join(' '),
  ];
}
