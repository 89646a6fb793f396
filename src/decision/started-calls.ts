/** What of a plan starts something with people: it counts for the day, and for their load. */
import type { Call } from './calls.ts';
import type { Effect } from './plan.ts';

/** Replies answer somebody who is there, and a click that is written down is their own act. */
export function startedCalls(effects: readonly Effect[]): Call[] {
  return effects.flatMap((effect) => (effect.kind === 'call' && effect.call.kind !== 'reply' && effect.call.kind !== 'pressed' ? [effect.call] : []));
}

/** The term that begins once these calls are read back; null where none does. */
export function termStarted(calls: readonly Call[]): { holder: number; dueAt: string } | null {
  const call = calls.find(({ kind }) => kind === 'dri');
  return call?.kind === 'dri' ? { holder: call.asked[0].id, dueAt: call.dueAt } : null;
}
