/**
 * Escalation as a service: whom to ask for help to decide, in which order, and when the request is over. One request
 * is open at a time; who is asked is an agreed path, and any sign of life by somebody asked is an answer.
 */
import type { Config } from '../config/schema.ts';
import { isTeam, type Act, type Addressee } from './acts.ts';
import { isActivity } from './activity.ts';
import type { WorkCalendar } from './calendar.ts';
import { domainsOf } from './domain.ts';
import { accountsNamed } from './handles.ts';
import { accountOf, type Person } from './people.ts';
import type { Escalation, Record } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';
import { addTime, type Interval } from './working-time.ts';

/** What the next person to ask hangs on, besides who was asked already. */
export interface PathContext {
  config: Config;
  snapshot: Snapshot;
  /** The Decision Owners: `ownersOf`. */
  owners: readonly Account[];
  /** Whom the pause waits for. */
  waitsFor: readonly Addressee[];
  at: Date;
}

/** The agreed path of the RFC's domains, else of the repository; teams as their members, as far as they were looked up. */
export function pathOf(config: Config, snapshot: Snapshot): Account[] {
  const ofDomains = domainsOf(snapshot, config).flatMap((name) => config.domains[name]?.escalation ?? []);
  return accountsNamed(ofDomains.length > 0 ? ofDomains : config.escalation.path, snapshot);
}

/** The request that is open, if one is. */
export function openEscalation(record: Record): Escalation | null {
  return record.escalations.findLast(({ ended }) => ended === null) ?? null;
}

/**
 * Whom to ask next: whom the request names, then the path. Nobody twice, nobody who is away, neither the author nor who
 * asks for the help, and no Decision Owner while it is the owner who is being waited for. Whom the request names is
 * asked in any case.
 */
export function nextOnPath(escalation: Pick<Escalation, 'by' | 'to' | 'asked'>, context: PathContext): Account | null {
  const { by, to, asked } = escalation;
  const { config, snapshot, at } = context;
  const known = new Set(asked.map(({ person }) => person.id));
  const hosts = [snapshot.rfc.author.id, by?.id];
  if (to !== null && !known.has(to.id)) return accountOf(to, snapshot);
  const awaitedOwners = awaitedOwnersOf(context);
  return pathOf(config, snapshot).find(({ id }) => !known.has(id) && !hosts.includes(id) && !awaitedOwners.has(id) && absenceOf(id, snapshot, at) === null) ?? null;
}

/** Whether nobody is left to ask. */
export function isExhausted(escalation: Pick<Escalation, 'by' | 'to' | 'asked'>, context: PathContext): boolean {
  return nextOnPath(escalation, context) === null;
}

/** Whether somebody named in the request is still to be asked: nobody waits for the one before them. */
export function hasNamedNext({ to, asked }: Pick<Escalation, 'to' | 'asked'>): boolean {
  return to !== null && !asked.some(({ person }) => person.id === to.id);
}

/** From when on the next one may be asked: at once, or `next-after` after the last one; null once the request is over. */
export function nextDueAt(escalation: Escalation, { calendar, config, paused = [] }: { calendar: WorkCalendar; config: Config; paused?: readonly Interval[] }): Date | null {
  if (escalation.ended !== null) return null;
  const last = escalation.asked.at(-1);
  if (last === undefined || hasNamedNext(escalation)) return new Date(last?.at ?? escalation.openedAt);
  return addTime(calendar, new Date(last.at), config.escalation['next-after'], paused);
}

/** The request with somebody more asked: the call that asks them was read back, written at `at`. */
export function withAsked(escalation: Escalation, person: Person, at: string): Escalation {
  if (escalation.ended !== null || escalation.asked.some((other) => other.person.id === person.id)) return escalation;
  return { ...escalation, asked: [...escalation.asked, { person: { id: person.id, login: person.login }, at }] };
}

/**
 * Ends the request if the act is by somebody who was asked before it: any activity is an answer. Of the same second, what
 * people did went first.
 */
export function acknowledge(escalation: Escalation, act: Act): Escalation {
  if (escalation.ended !== null || !isActivity(act)) return escalation;
  const isAnswer = escalation.asked.some(({ person, at }) => person.id === act.by.id && Date.parse(at) < Date.parse(act.at));
  return isAnswer ? { ...escalation, ended: { at: act.at, how: 'acknowledged' } } : escalation;
}

/** Ends the request, if it is open: `withdrawn` as the RFC moves again, `unanswered` as nobody is left to ask. */
export function endEscalation(escalation: Escalation, how: 'withdrawn' | 'unanswered', at: string): Escalation {
  return escalation.ended === null ? { ...escalation, ended: { at, how } } : escalation;
}

/** Until when somebody who is away at that moment stays so; null where they are not. */
export function absenceOf(person: number, { load }: Snapshot, at: Date): string | null {
  const now = at.getTime();
  const current = load.absences.filter((absence) => absence.person === person && Date.parse(absence.from) <= now && now < Date.parse(absence.until));
  return current.map(({ until }) => until).toSorted((one, other) => Date.parse(one) - Date.parse(other)).at(-1) ?? null;
}

function awaitedOwnersOf({ owners, waitsFor }: PathContext): ReadonlySet<number> {
  const awaited = new Set(waitsFor.flatMap((addressee) => (isTeam(addressee) ? [] : [addressee.id])));
  return new Set(owners.filter(({ id }) => awaited.has(id)).map(({ id }) => id));
}
