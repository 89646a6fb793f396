/** What an effect does, in a few plain words, for a report of what was or would be done. */
import type { Call } from '../decision/calls.ts';
import type { Effect } from '../decision/plan.ts';
import { checkNames } from './check-run.ts';
import { inWords } from './names.ts';
import { plainText } from './plain-text.ts';

/** One line; logins stand there without `@`, and nobody is mentioned. */
export function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'report-check':
      return `report the check “${checkNames[effect.report.name]}” as ${effect.report.conclusion} (${effect.report.reason})`;
    case 'add-label':
      return `add the label “${plainText(effect.name)}”`;
    case 'remove-label':
      return `take off the label “${plainText(effect.name)}”`;
    case 'react':
      return effect.content === '+1' ? `react with 👍 to a ${effect.to.in}` : `react with 😕 to a ${effect.to.in}`;
    case 'call':
      return describeCall(effect.call);
    case 'assign':
      return `assign ${plainText(effect.login)}`;
    case 'unassign':
      return `take ${plainText(effect.login)} off as assignee`;
    default:
      return otherWords[effect.kind];
  }
}

const otherWords: Record<Exclude<Effect['kind'], 'report-check' | 'add-label' | 'remove-label' | 'react' | 'call' | 'assign' | 'unassign'>, string> = {
  'show-status': 'bring the status comment up to date',
  'remove-status': 'remove the status comment',
  suggest: 'suggest what is missing',
};

function describeCall(call: Call): string {
  return callWords[call.kind](call as never, inWords(call.asked.map(({ login }) => plainText(login))));
}

type CallWords = { [Kind in Call['kind']]: (call: Extract<Call, { kind: Kind }>, asked: string) => string };

const callWords: CallWords = {
  nudge: (_, asked) => (asked === '' ? 'nudge' : `nudge ${asked}`),
  dri: (_, asked) => `ask ${asked} to be temporary DRI`,
  'hand-off': (_, asked) => `tell ${asked} what the next temporary DRI needs to know`,
  escalation: (_, asked) => `ask ${asked} to help decide`,
  steward: () => 'say that a steward is needed',
  confirm: (_, asked) => `ask ${asked} whether the decision stands`,
  period: ({ period }, asked) => `begin the decision period on the rung ${period.rung}${asked === '' ? '' : `, and tell ${asked}`}`,
  reworded: (_, asked) => `ask ${asked} what they say to the text as it is now`,
  outcome: (_, asked) => `ask ${asked} how the decision turned out`,
  centre: (_, asked) => `tell ${asked} of a decision that may touch others as well`,
  pressed: ({ by }) => `say that ${plainText(by.login)} pressed a button`,
  reply: () => 'answer a comment',
};
