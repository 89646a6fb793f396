import type { ChoiceReason } from '../decision/calls.ts';

/** Why somebody was asked to be temporary DRI, after "asked because"; nothing about anybody else. */
export function choiceReason(reason: ChoiceReason, who: 'you' | 'they'): string {
  const words: Record<ChoiceReason, string> = {
    'code-owner': `${who} own files that it changes`,
    reviewer: `${who} ${who === 'you' ? 'are' : 'were'} among those asked to review it`,
    participant: `${who} took part in its discussion`,
    pool: `${who} ${who === 'you' ? 'are' : 'were'} in the pool of this repository`,
  };
  return words[reason];
}
