/** Who somebody is to an RFC: their part in it, their rights, and whether both are enough for a command. */
import type { Config } from '../config/schema.ts';
import { isTeam, type Addressee } from './acts.ts';
import { domainsOf, namedInDomain } from './domain.ts';
import { namedInPool } from './dri-pool.ts';
import { heardOf } from './heard.ts';
import { periodInForce } from './ladder/period.ts';
import { ownersOf } from './owner.ts';
import { reaches, type Permission } from './people.ts';
import type { Record as RfcRecord } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';
import { activeTerm } from './term.ts';

/** What the answer hangs on; the snapshot as of the moment it is asked for. */
export interface Standing {
  snapshot: Snapshot;
  config: Config;
  record: RfcRecord;
}

type Right = Extract<Permission, 'triage' | 'write' | 'maintain' | 'admin'>;
export type Role = 'anyone' | 'members' | 'asked' | 'author' | 'owner' | 'dri' | 'domain-owners' | Right;

export type CommandKey = keyof Config['commands'];

/** Yes, no, or that GitHub did not say: what is not known is neither a right nor a refusal. */
export type Leave = 'given' | 'refused' | 'unknown';

const rights: ReadonlySet<string> = new Set<Right>(['triage', 'write', 'maintain', 'admin']);

type Holds = (account: Account, standing: Standing) => boolean;

function hasRight(right: Right): Holds {
  return (account, { snapshot }) => reaches(permissionOf(account, snapshot), right);
}

const holders: Readonly<Record<Role, Holds>> = {
  anyone: () => true,
  members: isMember,
  asked: isAsked,
  author: ({ id }, { snapshot }) => snapshot.rfc.author.id === id,
  owner: ({ id }, { snapshot, record }) => ownersOf(snapshot, record).some((owner) => owner.id === id),
  dri: ({ id }, { record }) => activeTerm(record)?.holder.id === id,
  'domain-owners': (account, { snapshot, config }) => isNamed(account, domainOwners(snapshot, config), snapshot.teams) === true,
  triage: hasRight('triage'),
  write: hasRight('write'),
  maintain: hasRight('maintain'),
  admin: hasRight('admin'),
};
const roles = Object.keys(holders) as Role[];

/** Every role that somebody is known to have. A bot has none but `anyone`. */
export function rolesOf(account: Account, standing: Standing): ReadonlySet<Role> {
  return new Set(roles.filter((role) => hasRole(role, account, standing)));
}

function hasRole(role: Role, account: Account, standing: Standing): boolean {
  return role === 'anyone' || (!account.isBot && holders[role](account, standing));
}

/** Whether somebody may use a command, as the config has it. */
export function mayUse(command: CommandKey, account: Account, standing: Standing): boolean {
  return leaveFor(command, account, standing) === 'given';
}

/** The same, told apart from not knowing. */
export function leaveFor(command: CommandKey, account: Account, standing: Standing): Leave {
  const who = allowedFor(command, standing.config);
  if (who.some((one) => isMeantBy(one, account, standing))) return 'given';
  return who.some((one) => isUncertain(one, account, standing)) ? 'unknown' : 'refused';
}

/** Roles, and people and teams with their `@`, that may use a command. */
export function allowedFor(command: CommandKey, { commands, dri }: Pick<Config, 'commands' | 'dri'>): readonly string[] {
  const who: readonly string[] = commands[command];
  return command === 'decide' && dri['may-decide'] && !who.includes('dri') ? [...who, 'dri'] : who;
}

function isMeantBy(who: string, account: Account, standing: Standing): boolean {
  if (who.startsWith('@')) return isNamed(account, [who.slice(1)], standing.snapshot.teams) === true;
  return roles.some((role) => role === who && hasRole(role, account, standing));
}

/** Whom a period asks, also where nobody waits for their answer, as silence is consent. */
function isAsked(account: Account, { snapshot, record }: Standing): boolean {
  const isOfPeriod = periodInForce(record)?.entitled.some(({ id }) => id === account.id) === true;
  return isOfPeriod || heardOf(snapshot, record).asked.some((asked) => isMeant(account, asked, snapshot.teams));
}

function isMember(account: Account, standing: Standing): boolean {
  const { snapshot, config } = standing;
  return (
    holders.author(account, standing) ||
    holders.triage(account, standing) ||
    holders.owner(account, standing) ||
    isNamed(account, namedIn(config), snapshot.teams) === true ||
    isReviewer(account, snapshot)
  );
}

function permissionOf(account: Account, { people }: Snapshot): Permission | null {
  return people.find((person) => person.account.id === account.id)?.permission ?? null;
}

/** Once asked for a review, also after giving it; not where the request was taken back unanswered. */
function isReviewer(account: Account, { acts, reviewers, teams }: Snapshot): boolean {
  if (reviewers.some((asked) => isMeant(account, asked, teams))) return true;
  const last = acts.findLast((act) => (act.kind === 'requested' || act.kind === 'request-removed') && isMeant(account, act.of, teams));
  return last?.kind === 'requested';
}

function isMeant(account: Account, addressee: Addressee, teams: Snapshot['teams']): boolean {
  return isTeam(addressee) ? isNamed(account, [addressee.team], teams) === true : addressee.id === account.id;
}

/** Everybody whom the config names: logins, and teams. */
function namedIn({ decision, dri, escalation, people, domains, stewards }: Config): string[] {
  return [...decision.owners, ...namedInPool(dri), ...escalation.path, ...stewards.pool, ...Object.values(people), ...Object.values(domains).flatMap(namedInDomain)];
}

function domainOwners(snapshot: Snapshot, config: Config): string[] {
  return domainsOf(snapshot, config).flatMap((name) => config.domains[name]?.owners ?? []);
}

/** Whether one of the logins and teams is them, or holds them; null where GitHub does not show a team that may. */
function isNamed({ id, login }: Account, handles: readonly string[], teams: Snapshot['teams']): boolean | null {
  const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
  if (handles.some((handle) => same(handle, login))) return true;
  const named = handles.filter((handle) => handle.includes('/')).map((handle) => teams.find(({ team }) => same(team, handle))?.members ?? null);
  if (named.some((members) => members?.some((member) => member.id === id) === true)) return true;
  return named.includes(null) ? null : false;
}

/** Whether somebody may have a role that they are not known to have. */
function isUncertain(who: string, account: Account, { snapshot, config }: Standing): boolean {
  const { teams } = snapshot;
  if (account.isBot) return false;
  if (who.startsWith('@')) return isNamed(account, [who.slice(1)], teams) === null;
  if (who === 'domain-owners') return isNamed(account, domainOwners(snapshot, config), teams) === null;
  const isUnasked = permissionOf(account, snapshot) === null;
  if (who === 'members') return isUnasked || isNamed(account, namedIn(config), teams) === null;
  return isUnasked && rights.has(who);
}
