/** What those who wrote commands get back: a reaction, and at most one reply. */
import { callEventId } from './call-events.ts';
import type { Call } from './calls.ts';
import type { Spoken } from './fold.ts';
import type { Effect } from './plan.ts';
import { speechId } from './read-marks.ts';

/** For each comment, in the order in which they were written. */
export function answerEffects(spoken: readonly Spoken[]): Effect[] {
  return spoken.flatMap(({ speech, answers }): Effect[] => {
    const isUnderstood = answers.every(({ verdict }) => verdict.kind === 'done');
    const reaction: Effect = { kind: 'react', to: { in: speech.kind, id: speech.id }, content: isUnderstood ? '+1' : 'confused' };
    const needsWords = answers.some(({ verdict, wants }) => verdict.kind === 'refused' || verdict.remarks.length > 0 || wants === 'help');
    if (!needsWords) return [reaction];
    const call: Call = { kind: 'reply', event: callEventId.reply(speechId(speech)), asked: isUnderstood ? [] : [speech.by], answers };
    return [reaction, { kind: 'call', call }];
  });
}
