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
  const asked = inWords(call.asked.map(({ login }) => plainText(login)));
  switch (call.kind) {
    case 'nudge':
      return asked === '' ? 'nudge' : `nudge ${asked}`;
    case 'dri':
      return `ask ${asked} to be temporary DRI`;
    case 'hand-off':
      return `tell ${asked} what the next temporary DRI needs to know`;
    case 'escalation':
      return `ask ${asked} to help decide`;
    case 'steward':
      return 'say that a steward is needed';
    case 'confirm':
      return `ask ${asked} whether the decision stands`;
    case 'pressed':
      return `say that ${plainText(call.by.login)} pressed a button`;
    case 'reply':
      return 'answer a comment';
  }
}
