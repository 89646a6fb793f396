import type { Rung } from '../../config/schema-domains.ts';
import { firstInWords, inertName, inWords, mention } from '../names.ts';
import { howDecided, silenceMeans, underWhat, untilWhen } from '../rung-words.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { offeredTo, whoCan, type Ability, type Allowed } from '../who-can.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';

/** What is asked for, after the names of those who are asked. */
const wishes: Readonly<Record<Rung, string>> = {
  delegate: 'this RFC is about to be decided.',
  consult: 'your thoughts are asked for, before this RFC is decided.',
  consent: 'this RFC is on its way to a decision: is there a reason against going on like this?',
  consensus: 'where do you stand on this RFC? Your word is asked for, before it is decided.',
};

/** Tells those entitled how it is decided, by when, and what silence means. */
export function periodText({ asked, period, owners, renewed }: CallOf<'period'>, place: CallPlace): string {
  const decider = owners.length === 0 ? 'the Decision Owner' : firstInWords(owners.map(inertName), 'or');
  const others = period.entitled.filter(({ id }) => !asked.some((one) => one.id === id));
  const lines = [
    `**How it is decided:** by ${underWhat(period)}. ${howDecided(period, decider)}`,
    `**By when:** ${untilWhen(period, place.timezone)}`,
    `**What silence means:** ${silenceMeans(period.rung)}`,
    ...(others.length === 0 ? [] : [`**Counted as well:** ${firstInWords(others.map(inertName))}.`]),
    ...(period.teams.length === 0 ? [] : [`**Asked as a team:** ${firstInWords(period.teams.map((team) => inertName({ team })))}. GitHub does not show who is in it, so who of them was heard is for people to say.`]),
  ];
  return [opening({ asked, period }), renewedText(renewed, place), lines.map((line) => `- ${line}`).join('\n'), waysIn(period.rung, place.allowed), frozenText(place.allowed)].filter((part) => part !== '').join('\n\n');
}

function opening({ asked, period: { rung, entitled } }: Pick<CallOf<'period'>, 'asked' | 'period'>): string {
  if (asked.length > 0) return `${inWords(asked.map(mention))}, ${wishes[rung]}`;
  return `This RFC is on its way to a decision. ${entitled.length === 0 ? 'Nobody is asked by name.' : 'Everybody who is asked has said something already.'}`;
}

function renewedText(renewed: CallOf<'period'>['renewed'], { rfcUrl }: CallPlace): string {
  return renewed === null ? '' : `It begins anew, as ${inertName(renewed.by)} asked for it (${sourceLink(rfcUrl, renewed.source)})${givenReason(renewed.why)}`;
}

const support: Ability = ['support', '`/support` says that you are in favour.'];
const abstain: Ability = ['abstain', '`/abstain` takes no side.'];
const object: Ability = ['object', '`/object WHY` says what stands in the way, with a reason that the others can weigh.'];
const hold: Ability = ['hold', '`/hold WHEN WHY` asks for time, once: your thoughts are forming.'];

const waysOfRung: Readonly<Record<Rung, readonly Ability[]>> = {
  delegate: [],
  consult: [support, abstain, hold],
  consent: [object, support, hold],
  consensus: [support, abstain, object, hold],
};

/** Whoever is asked is named by the config or the document. */
const rolesOfAsked = ['asked', 'members'];

function waysIn(rung: Rung, allowed: Allowed): string {
  const words = rung === 'consensus' ? [] : ['A comment or a review in your own words; a few are enough.'];
  const ways = [...words, ...waysOfRung[rung].flatMap((ability) => offeredTo(rolesOfAsked, ability, allowed))];
  return ways.length === 0 ? '' : `**What you can do:**\n\n${ways.map((way) => `- ${way}`).join('\n')}`;
}

function frozenText(allowed: Allowed): string {
  const anew = whoCan([['amend', 'have them made anew with `/amend WHY`']], allowed);
  return `Who is asked, the rule and the times stay as they are now, whatever changes in the config or in a team${anew === '' ? '' : `; ${anew}`}.`;
}
