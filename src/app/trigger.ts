/** What follows from a delivery, and the small steps by which the rows of `triggers.ts` say it. */
import type { LookKey } from './look-key.ts';
import type { Click } from './ports.ts';

/** What a delivery asks for. */
export interface Trigger {
  looks: readonly LookKey[];
  clicks: readonly Click[];
}

/** The parts of a payload that say where something happened. */
export interface Place {
  installation: { id: number };
  repository: { name: string; owner: { login: string } };
}

export const nothing: Trigger = { looks: [], clicks: [] };

export function look(...looks: readonly LookKey[]): Trigger {
  return { looks, clicks: [] };
}

/** Where something happened, as a key says it. */
export function addressOf({ installation, repository }: Place): { installation: number; owner: string; repo: string } {
  return { installation: installation.id, owner: repository.owner.login, repo: repository.name };
}
