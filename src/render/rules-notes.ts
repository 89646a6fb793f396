/** What people should know about the rules that judged them: which config is in force, and why. */
import type { Mistake } from '../config/mistake.ts';
import type { Effect } from '../decision/plan.ts';
import type { RulesInForce } from '../decision/snapshot.ts';
import { countOf } from './count-of.ts';

const shownMistakes = 5;

/** Sentences of plain text; none where everything is as it should be. */
export function rulesNotes({ source, path, mistakes, unread, proposed }: RulesInForce): string[] {
  const inForce = source === 'last-valid' ? 'the last valid config is in force' : 'the built-in defaults are in force';
  const broken = mistakes.length === 0 ? [] : [`The config on the default branch has ${countOf(mistakes.length, 'mistake')}, so ${inForce}. ${mistakeTexts(path, mistakes)}`];
  const wrong = proposed?.mistakes.length ? [`This pull request changes the config, which would then have ${countOf(proposed.mistakes.length, 'mistake')}. ${mistakeTexts(proposed.path, proposed.mistakes)}`] : [];
  return [...wrong, ...broken, ...unread];
}

function mistakeTexts(path: string, mistakes: readonly Mistake[]): string {
  const shown = mistakes.slice(0, shownMistakes).map(({ source, line, column, message }) => `${source ?? path}, line ${line}, column ${column}: ${message}.`);
  const left = mistakes.length - shown.length;
  return [...shown, ...(left > 0 ? [`And ${left} more: \`unpause config check\` lists them.`] : [])].join(' ');
}

/** What Unpause holds back without consent, and what gives it. */
export function withheldNote(withheld: readonly Effect[], { isConfigured, path }: RulesInForce): string[] {
  const reason = isConfigured
    ? `\`dry-run\` is set in ${path}, so Unpause shows this check and does nothing else.`
    : `This repository has no ${path} of its own, so Unpause shows this check and does nothing else.`;
  const would = [...new Set(withheld.flatMap(describeEffect))];
  if (would.length === 0) return isConfigured ? [] : [`${reason} An empty file is enough to switch it on.`];
  const next = isConfigured ? 'Without it' : 'With one, even an empty one';
  return [`${reason} ${next}, it would also ${joinWords(would)}.`];
}

const describedByKind: Readonly<Record<Exclude<Effect['kind'], 'add-label' | 'remove-label' | 'call'>, string[]>> = {
  'show-status': ['keep one status comment up to date'],
  'remove-status': ['remove its status comment'],
  suggest: ['suggest what is missing'],
  assign: ['keep the temporary DRI as the assignee'],
  unassign: ['keep the temporary DRI as the assignee'],
  react: [],
  'report-check': [],
};

function describeEffect(effect: Effect): string[] {
  switch (effect.kind) {
    case 'add-label':
      return [`add the label “${effect.name}”`];
    case 'remove-label':
      return [`take off the label “${effect.name}”`];
    case 'call':
      return [effect.call.kind === 'reply' ? 'answer a command' : 'call somebody to act'];
    default:
      return describedByKind[effect.kind];
  }
}

function joinWords(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
