/** Whom of the stewards a notice asks: by the same turn that finds a temporary DRI, so that nobody has all of it. */
import type { Config } from '../../config/schema.ts';
import type { Account } from '../account.ts';
import { awayAt, type DriLoad } from '../dri-load.ts';
import { accountsNamed } from '../handles.ts';
import type { OtherTerm } from '../load.ts';
import { chooseDri } from '../rotation.ts';
import { millisecondsPerDay } from '../zone-days.ts';
import type { OwnIssue, StewardFacts } from './facts.ts';
import { readIssueMark } from './notice-marks.ts';

/** So long a notice weighs as work in hand while its issue is open, in milliseconds. */
const weighsFor = 14 * millisecondsPerDay;

export interface Turn {
  /** The notice's own mark, without whom it asks. */
  occasion: string;
  /** Asked only where nobody else is left. */
  rather: readonly number[];
  /** Notices of the same plan. */
  before: readonly OtherTerm[];
}

/** Null where the pool is empty, or everybody in it is away. */
export function chooseSteward({ people, teams, issues, load }: StewardFacts, config: Config, { occasion, rather, before }: Turn, now: Date): Account | null {
  const pool = accountsNamed(config.stewards.pool, { people, teams });
  const carried: DriLoad = { terms: [...load.terms, ...issues.flatMap(termOf), ...before], absences: load.absences };
  const away = awayAt(carried, now);
  const here = pool.filter(({ id }) => !away.has(id));
  const others = here.filter(({ id }) => !rather.includes(id));
  const available = (others.length > 0 ? others : here).map((account) => ({ account, reason: 'pool' as const }));
  return chooseDri({ pool, available, load: carried }, occasion, now)?.account ?? null;
}

/** A notice is work for whom it asked, from when it was written. */
export function noticeTerm(holder: number, startedAt: string, endedAt: string | null): OtherTerm {
  return { holder, startedAt, dueAt: new Date(Date.parse(startedAt) + weighsFor).toISOString(), endedAt, isVolunteered: false };
}

function termOf(issue: OwnIssue): OtherTerm[] {
  const asked = readIssueMark(issue)?.asked ?? null;
  return asked === null ? [] : [noticeTerm(asked.id, issue.createdAt, issue.closedAt)];
}
