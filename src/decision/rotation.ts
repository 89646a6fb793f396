/**
 * Who is asked to be temporary DRI: whoever has least of it at the moment, then least of it lately (`dri-load` says
 * how that is reckoned), then whose last term is longest ago, then by a stable hash, so that nobody is asked for their
 * place in the alphabet. Who may be asked at all, `candidates` says.
 */
import type { Candidates } from './candidates.ts';
import type { Candidate } from './dri-pool.ts';
import { carriedIn, type Carried } from './dri-load.ts';
import { stableHash } from './stable-hash.ts';

/** The one of the candidates whose turn it is at a moment, or null where there is none; `salt` names the occasion. */
export function chooseDri({ available, pool, load }: Candidates, salt: string, at: Date): Candidate | null {
  const ids = [...pool, ...available.map(({ account }) => account)].map(({ id }) => id);
  const carried = carriedIn([...new Set(ids)].sort((one, other) => one - other), load, at);
  const ranked = available.map((candidate): Ranked => {
    const { id } = candidate.account;
    return { candidate, id, lot: stableHash(`${salt}:${id}`), ...(carried.get(id) ?? nothing) };
  });
  return ranked.sort(byTurn)[0]?.candidate ?? null;
}

const nothing: Carried = { active: 0, lately: 0, last: -Infinity };

interface Ranked extends Carried {
  candidate: Candidate;
  id: number;
  lot: number;
}

function byTurn(one: Ranked, other: Ranked): number {
  if (one.active !== other.active) return one.active - other.active;
  if (one.lately !== other.lately) return one.lately - other.lately;
  // Two who never had a term are at minus infinity both, whose difference is no number.
  if (one.last !== other.last) return one.last < other.last ? -1 : 1;
  return one.lot - other.lot || one.id - other.id;
}
