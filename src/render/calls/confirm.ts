import type { Decision } from '../../decision/record-schema.ts';
import { renderDay } from '../moments.ts';
import { inertName, mention } from '../names.ts';
import { outcomeWords } from '../outcome-words.ts';
import { sourceLink } from '../source-link.ts';
import { givenReason } from '../users-words.ts';
import { offeredTo, type Ability, type Allowed } from '../who-can.ts';
import type { CallOf } from './call-of.ts';
import type { CallPlace } from './call-place.ts';

type Because = CallOf<'confirm'>['because'];

const whatHappened: Readonly<Record<Because, string>> = {
  'text-changed': 'the text of this RFC changed after it was decided. Does the decision stand?',
  'owner-changed': 'you are the Decision Owner of this RFC now, and it was decided before. Does the decision stand?',
  merged: 'this RFC was merged. Is that your decision?',
  closed: 'this RFC was closed. What is your decision?',
};

/** Asks the owner whether a decision still stands, or what was decided. */
export function confirmText({ asked: [person], because, decision }: CallOf<'confirm'>, place: CallPlace): string {
  const known = decision === null ? 'No decision is written down for it yet, so a word from you makes the log whole.' : decisionText(decision, place);
  return [`${mention(person)}, ${whatHappened[because]} ${known}`, `**As the Decision Owner you can:**\n\n${ways(because, decision, place.allowed)}`].join('\n\n');
}

function decisionText({ outcome, by, why, at, source }: Decision, { rfcUrl, timezone }: CallPlace): string {
  return `It was ${outcomeWords[outcome]} by ${inertName(by)} on ${renderDay(at, timezone)}${givenReason(why)} (${sourceLink(rfcUrl, source)}).`;
}

function ways(because: Because, decision: Decision | null, allowed: Allowed): string {
  // What a close means only its owner knows.
  const confirm: Ability[] = decision !== null ? [['decide-confirm', '`/decide confirm` says that it stands as it is.']] : because === 'merged' ? [['decide-confirm', '`/decide confirm` says that it was accepted.']] : [];
  const abilities: Ability[] = [
    ...confirm,
    ['decide', '`/decide accept WHY`, `/decide reject WHY` or `/decide defer WHY` writes down what was decided.'],
    ...(decision === null ? [] : [['reopen', '`/reopen WHY` opens the question again.'] as const]),
  ];
  return abilities.flatMap((ability) => offeredTo(['owner'], ability, allowed)).map((way) => `- ${way}`).join('\n');
}
