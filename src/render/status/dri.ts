import type { Term } from '../../decision/record-schema.ts';
import { choiceReason } from '../choice-reason.ts';
import { renderMoment } from '../moments.ts';
import { inertName } from '../names.ts';
import { nextSteps } from '../next-steps.ts';
import { sourceLink } from '../source-link.ts';
import { usersWords } from '../users-words.ts';
import type { ActiveTerm, StatusPlace } from './progress.ts';

/** Who drives the next step: which step, until when, and why this person. Empty where nobody does. */
export function driSection(active: ActiveTerm | null, { rfcUrl, timezone }: StatusPlace): string {
  if (active === null) return '';
  const { term, isAssignable } = active;
  const name = inertName(term.holder);
  const step = term.scope === null ? `to ${nextSteps[term.step].drive}` : usersWords(term.scope);
  const link = term.source === null ? '' : ` (${sourceLink(rfcUrl, term.source)})`;
  const refused = isAssignable === false ? ` GitHub does not let ${name} be an assignee here; the term stands all the same.` : '';
  return `**Who drives the next step:** ${name}, temporary DRI until ${renderMoment(term.dueAt, timezone)}. The step: ${step}. ${howItCame(active)}${link}.${refused}`;
}

function howItCame({ term, reason }: ActiveTerm): string {
  const words: Record<Term['how'], string> = {
    taken: 'They took it themselves, thank you',
    assigned: 'Somebody asked them by name',
    handed: 'It was handed on to them',
    asked: reason === null ? 'The rotation came to them' : `Asked because ${choiceReason(reason, 'they')}, and the rotation came to them`,
  };
  return words[term.how];
}
