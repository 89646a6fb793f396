import { canDo, type Ability } from '../who-can.ts';
import type { StatusPlace } from './progress.ts';

const help: readonly Ability[] = [
  ['dri-take', 'do so with `/dri take`'],
  ['escalate', 'ask somebody for help with `/escalate to @user WHY`'],
];

/** The visible end of the ladder of help. Empty before it. */
export function stewardSection(needsSteward: boolean, { allowed }: Pick<StatusPlace, 'allowed'>): string {
  if (!needsSteward) return '';
  return [
    '**Needs a steward:** somebody who puts a hand on the tiller for the next step.',
    ...canDo(help, allowed),
    'Unpause asks nobody by itself here until somebody takes a step.',
  ].join(' ');
}
