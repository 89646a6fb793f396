/** The visible end of the ladder of help. Empty before it. */
export function stewardSection(needsSteward: boolean): string {
  if (!needsSteward) return '';
  return '**Needs a steward:** somebody who takes a hand on the tiller for the next step. Any member can do so with `/dri take`, or ask somebody for help with `/escalate to @user WHY`. Unpause asks nobody by itself here until somebody takes a step.';
}
