/** Ways to choose a temporary DRI from those who may be asked: Unpause's own, and what others do instead. */
import type { Candidates } from '../../src/decision/candidates.ts';
import { chooseDri } from '../../src/decision/rotation.ts';
import type { Draws } from './draws.ts';

/** Gives an id, or null where nobody may be asked; `salt` names the occasion. */
export type Choice = (candidates: Candidates, salt: string, at: Date) => number | null;

export const byUnpause: Choice = (candidates, salt, at) => chooseDri(candidates, salt, at)?.account.id ?? null;

/** Whoever comes next in the list after the last one who was asked. */
export function roundRobin(): Choice {
  let last = 0;
  return ({ available }) => {
    const ids = available.map(({ account }) => account.id).sort((one, other) => one - other);
    const next = ids.find((id) => id > last) ?? ids[0] ?? null;
    if (next !== null) last = next;
    return next;
  };
}

export function byChance(draws: Draws): Choice {
  return ({ available }, salt) => available[Math.floor(draws.even(`choice/${salt}`) * available.length)]?.account.id ?? null;
}
