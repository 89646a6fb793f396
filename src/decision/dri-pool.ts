/** The pool from which a temporary DRI is asked, as `dri.pool` names it: people, teams, and those whom the RFC brings along. */
import type { Config } from '../config/schema.ts';
import { isTeam, type Act, type Addressee } from './acts.ts';
import type { ChoiceReason } from './calls.ts';
import { accountsNamed } from './handles.ts';
import { reaches } from './people.ts';
import type { Account, Snapshot } from './snapshot.ts';

/** Somebody in the pool, and the most telling thing that makes them one of it. */
export interface Candidate {
  account: Account;
  reason: ChoiceReason;
}

interface Source {
  /** The word in `dri.pool`. */
  word: string;
  reason: ChoiceReason;
  accounts: (snapshot: Snapshot) => readonly Account[];
}

/** The most telling reason first. */
const sources: readonly Source[] = [
  { word: 'codeowners', reason: 'code-owner', accounts: (snapshot) => accountsNamed(snapshot.codeowners ?? [], snapshot) },
  { word: 'reviewers', reason: 'reviewer', accounts: everAsked },
  { word: 'participants', reason: 'participant', accounts: writers },
];

/** The logins and teams that the pool names, without its words for those whom an RFC brings along. */
export function namedInPool({ pool }: Pick<Config['dri'], 'pool'>): string[] {
  return pool.filter((word) => !sources.some((source) => source.word === word));
}

/** Everybody in the pool, once each, bots left out. Whom a handle means but nobody could look up is not there. */
export function driPool(snapshot: Snapshot, config: Config): Candidate[] {
  const { pool } = config.dri;
  const found = [
    ...sources.filter(({ word }) => pool.includes(word)).map(({ reason, accounts }) => ({ reason, accounts: accounts(snapshot) })),
    { reason: 'pool' as const, accounts: accountsNamed(namedInPool(config.dri), snapshot) },
  ];
  const byId = new Map<number, Candidate>();
  for (const { reason, accounts } of found) {
    for (const account of accounts) {
      if (!account.isBot && !byId.has(account.id)) byId.set(account.id, { account, reason });
    }
  }
  return [...byId.values()];
}

/** The people behind those who are asked for something; a team stands for its members. */
export function peopleBehind(addressees: readonly Addressee[], snapshot: Snapshot): Account[] {
  return addressees.flatMap((one) => (isTeam(one) ? accountsNamed([one.team], snapshot) : [one]));
}

function everAsked(snapshot: Snapshot): Account[] {
  const asked = snapshot.acts.flatMap((act) => (act.kind === 'requested' ? [act.of] : []));
  return peopleBehind([...asked, ...snapshot.reviewers], snapshot);
}

/** In public anybody may write; who has no rights in the repository is not asked to drive it for that. */
function writers({ acts, people, repository }: Snapshot): Account[] {
  const trusted = new Set(people.filter(({ permission }) => reaches(permission, 'triage')).map(({ account }) => account.id));
  return acts.filter((act) => isWriting(act) && !act.isOwn && (repository.isPrivate || trusted.has(act.by.id))).map(({ by }) => by);
}

function isWriting({ kind }: Act): boolean {
  return kind === 'comment' || kind === 'review' || kind === 'review-comment';
}
