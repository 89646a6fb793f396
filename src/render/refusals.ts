/** Why a command was not run, as what would work instead and who can do it: no "invalid", no "wrong". */
import type { Refusal } from '../decision/commands/verdict.ts';
import type { CallPlace } from './calls/call-place.ts';
import { countOf } from './count-of.ts';
import { cutText } from './cut-text.ts';
import { markdownMessage } from './markdown-message.ts';
import { missingText } from './missing-text.ts';
import { renderMoment } from './moments.ts';
import { inertLogin, inertName, inWords as inList } from './names.ts';
import { rolesExplained } from './roles.ts';
import { codeSpan, usersWords } from './users-words.ts';
import { whoCan, type Ability, type Allowed } from './who-can.ts';

type Reason = Refusal['why'];
type Place = Pick<CallPlace, 'timezone' | 'allowed'>;
type Words = { [Why in Reason]: (refusal: Extract<Refusal, { why: Why }>, place: Place) => string };

/** A part of a command is short, or its beginning says which it is. */
const longestPart = 60;

const words: Words = {
  'not-allowed': ({ who }) => {
    const allowed = rolesExplained(who);
    return allowed === '' ? 'the config of this repository switches this command off; its maintainers can change that in `.github/unpause.yml`.' : `this is for ${allowed}, who can post it.`;
  },
  'rights-unknown': ({ who }) => `this is for ${rolesExplained(who)}. GitHub has not told Unpause whether you may use it; you can post it again a little later.`,
  missing: ({ expected, example }) => `you can add ${inWords(expected)}: ${codeSpan(example)}`,
  'not-understood': ({ part, expected, example }) => `in place of ${usersWords(part, longestPart)}, you can write ${inWords(expected)}: ${codeSpan(example)}`,
  unknown: ({ nearest }) =>
    nearest === null ? 'there is no such command; you can see all of them with `/dri help`.' : `did you mean ${codeSpan(nearest)}? You can post it so, and \`/dri help\` lists all commands.`,
  edited: () => 'the comment was edited before Unpause first read it; as somebody else could have done that, nothing in it was run, and you can post it again.',
  'too-many': ({ limit }) => `the first ${limit} commands of a comment are run; you can post the others in a new one.`,
  'no-such-person': ({ login }) => `Unpause finds nobody called ${inertLogin(login)} on GitHub; you can try again with their login, as it stands on their profile.`,
  'not-assignable': ({ person }) => `GitHub does not let ${inertName(person)} be assigned here; you can name somebody with access to the repository, or its administrators can give it to them.`,
  'no-dri': (_, { allowed }) => `nobody is temporary DRI here at the moment${then([['dri-take', 'become it with `/dri take`']], allowed)}.`,
  'dri-held': ({ holder }, { allowed }) => `${inertName(holder)} is temporary DRI at the moment${allowed['dri-hand'].includes('dri') ? ', and can pass the role on with `/dri hand @user NOTE`' : ''}${then([['dri-assign', 'ask somebody else with `/dri assign @user`']], allowed)}.`,
  'at-limit': ({ limit }) => `one person holds up to ${countOf(limit, 'term')} as temporary DRI at a time here; \`/dri done\` on another RFC makes room for this one, or somebody else can post \`/dri take\`.`,
  'too-late': ({ limit }, { timezone }) => `the latest moment for it is ${renderMoment(limit, timezone)}; you can post it again with that, or an earlier one.`,
  past: () => 'that moment has passed; you can post it again with a later one, such as `2d` or `3 working days`.',
  once: () => 'this works once for each person here, and yours is noted already; you can say in a comment what would still help.',
  'no-objection': () => 'there is no open objection of yours here; you can open one with `/object WHY`.',
  'no-objection-by': ({ person }) => `${inertName(person)} has no open objection here; the status comment lists those that are open, and you can name somebody of these.`,
  'no-change': () => 'Unpause has seen no change of the text here that this could be about; after the next one, you can post it again.',
  'too-many-objections': ({ limit, of }) => `${crowds[of](limit)}; you can add your view to one of them in a comment, and it is read with it.`,
  'no-decision': (_, { allowed }) => `no decision is written down here yet${then([['decide', 'make one with `/decide accept WHY` (or `reject`, or `defer`)']], allowed)}.`,
  'decided-already': (_, { allowed }) => `this is decided already${then([['reopen', 'open it again with `/reopen WHY`']], allowed)}.`,
  'no-period': () => 'no decision period has begun here, so the rung, the people and the times are those of now already; nothing has to be made anew.',
  'not-satisfied': ({ rung, missing }, { timezone, allowed }) => `this is decided on \`${rung}\`, and what is missing for that is ${inList(missing.map((each) => missingText(each, timezone)))}${then([['decide-anyway', 'decide all the same with `/decide anyway accept WHY` (or `reject`, or `defer`), which stands out in the log']], allowed)}.`,
  'nobody-to-ask': () => 'the escalation path has nobody left to ask; you can name a member with `/escalate to @user WHY`, and maintainers can set `escalation.path` in `.github/unpause.yml`.',
  'not-on-the-path': ({ person }) => `${inertName(person)} is no member here and not on the escalation path; you can name somebody who is, or leave the choice to the path with \`/escalate WHY\`.`,
  closed: () => 'this RFC is closed, and this works on open ones; the author or people with triage rights can open it again on GitHub.',
};

const crowds: Readonly<Record<Extract<Refusal, { why: 'too-many-objections' }>['of'], (limit: number) => string>> = {
  everybody: (limit) => `${limit} objections are open here, which is as many as are kept`,
  'those who bind nobody': (limit) => `${limit} objections that bind nobody are open here, which is as many as are kept`,
  'one person': (limit) => `${limit} objections of yours are open here, which is as many as are kept of one person, and \`/withdraw\` closes them`,
};

/** After a semicolon: who can do what next. Empty where nobody can. */
function then(abilities: readonly Ability[], allowed: Allowed): string {
  const words = whoCan(abilities, allowed);
  return words === '' ? '' : `; ${words}`;
}

/** What would be understood is a list at most. */
const longestExpected = 300;

function inWords(expected: string): string {
  return markdownMessage(cutText(expected, longestExpected));
}

/** Where the same person can try again with other words, or the same. */
const repeatable: ReadonlySet<Reason> = new Set([
  'rights-unknown', 'missing', 'not-understood', 'unknown', 'edited', 'too-many', 'no-such-person', 'not-assignable', 'too-late', 'past', 'no-objection-by', 'nobody-to-ask', 'not-on-the-path',
]);

/** Whether whoever posted it may well post it again. */
export function isRepeatable({ why }: Refusal): boolean {
  return repeatable.has(why);
}

/** The rest of a sentence that began with the command, in harmless Markdown. */
export function refusalText(refusal: Refusal, place: Place): string {
  const word = words[refusal.why] as (refusal: Refusal, place: Place) => string;
  return word(refusal, place);
}
