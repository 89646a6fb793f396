/** Whose voices a rung asks for, as the config, the documents and the teams are now. */
import type { Config } from '../../config/schema.ts';
import { isTeam, type Addressee } from '../acts.ts';
import { consultedIn, unknownConsulted } from '../consulted.ts';
import { domainsOf } from '../domain.ts';
import { accountsNamed, isTeamShown } from '../handles.ts';
import { ownersOf } from '../owner.ts';
import { peopleBehind } from '../dri-pool.ts';
import type { Record } from '../record-schema.ts';
import type { Account, Snapshot } from '../snapshot.ts';
import { isAtLeast, type Rule } from './rung-of.ts';

export interface Entitled {
  /** The people whom the config names first, so that a document that names hundreds crowds nobody out. */
  people: readonly Account[];
  /** The ids of those whom the config names; anybody can write a document. */
  byConfig: ReadonlySet<number>;
  /** Teams whose members GitHub does not show: never taken as empty. */
  unknownTeams: readonly string[];
  /** Names of a field *Consulted* of which nobody knows who is meant. */
  unknownNames: readonly string[];
}

interface Place {
  snapshot: Snapshot;
  record: Pick<Record, 'namedOwner' | 'ownerIds'>;
  config: Config;
}

/** More than these no call can tell, and no record keep. */
export const mostEntitled = 100;

/**
 * `consult`: the documents' *Consulted* and the domains' `consult`; above it the domains' `owners` too. Without bots,
 * and without the author and the Decision Owner, whose word is known.
 */
export function entitledOn({ rung }: Pick<Rule, 'rung'>, { snapshot, record, config }: Place): Entitled {
  if (!isAtLeast(rung, 'consult')) return { people: [], byConfig: new Set(), unknownTeams: [], unknownNames: [] };
  const domains = domainsOf(snapshot, config).flatMap((name) => config.domains[name] ?? []);
  const handles = domains.flatMap(({ consult, owners }) => (isAtLeast(rung, 'consent') ? [...consult, ...owners] : consult));
  const consulted = consultedIn(snapshot);
  const known = new Set([snapshot.rfc.author, ...ownersOf(snapshot, record)].map(({ id }) => id));
  const asked = (accounts: readonly Account[]) => accounts.filter(({ id, isBot }) => !isBot && !known.has(id));
  const configured = asked(accountsNamed(handles, snapshot));
  const people = new Map([...configured, ...asked(peopleBehind(consulted, snapshot))].map((account) => [account.id, account]));
  return {
    people: [...people.values()].slice(0, mostEntitled),
    byConfig: new Set(configured.map(({ id }) => id)),
    unknownTeams: unknownIn([...handles.filter((handle) => handle.includes('/')), ...consulted.flatMap(teamName)], snapshot),
    unknownNames: unknownConsulted(snapshot),
  };
}

function teamName(addressee: Addressee): string[] {
  return isTeam(addressee) ? [addressee.team] : [];
}

/** In their order, each once. */
function unknownIn(names: readonly string[], snapshot: Pick<Snapshot, 'teams'>): string[] {
  const unknown = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...unknown.values()].filter((name) => !isTeamShown(name, snapshot));
}
