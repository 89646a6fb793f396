/** Whom Unpause may ask to be temporary DRI, by the rules as the documentation words them, and not as the code goes about it. */
import type { Config } from '../../src/config/schema.ts';
import { isTeam } from '../../src/decision/acts.ts';
import type { Call } from '../../src/decision/calls.ts';
import type { Plan } from '../../src/decision/plan.ts';
import type { Record } from '../../src/decision/record.ts';
import type { Account, Snapshot } from '../../src/decision/snapshot.ts';

/** What a look found, and what it planned. */
export interface Asking {
  snapshot: Snapshot;
  plan: Plan;
  config: Config;
  /** The Decision Owner whom the document names. */
  owner: Account;
  /** Everybody in the pool. */
  pool: readonly Account[];
  at: Date;
}

type Ask = Extract<Call, { kind: 'dri' }>;

/** The rules that a plan breaks in whom it asks; empty where it asks nobody, or nobody it should not. */
export function unfairAsks(asking: Asking): string[] {
  const { record, effects } = asking.plan;
  const asks = effects.flatMap((effect) => (effect.kind === 'call' && effect.call.kind === 'dri' ? [effect.call] : []));
  return record === null ? [] : asks.flatMap((ask) => brokenBy(ask, record, asking));
}

function brokenBy(ask: Ask, record: Record, asking: Asking): string[] {
  const [{ id }] = ask.asked;
  const awaited = new Set(ask.pause.waitsFor.flatMap((one) => (isTeam(one) ? [] : [one.id])));
  const drove = new Set(record.terms.filter(({ startedAt }) => Date.parse(startedAt) >= Date.parse(ask.pause.since)).map(({ holder }) => holder.id));
  const others = asking.pool.filter((other) => !awaited.has(other.id) && !drove.has(other.id) && whyNever(other.id, record, asking).length === 0);
  return [...whyNever(id, record, asking), ...(awaited.has(id) && others.length > 0 ? ['is waited for, and others are there'] : [])].map((why) => `who is asked ${why}`);
}

function whyNever(id: number, record: Record, { snapshot, plan, config, owner, at }: Asking): string[] {
  const { rfc, people, load } = snapshot;
  const of = people.find(({ account }) => account.id === id);
  const held = load.terms.filter((term) => term.holder === id && isWithin(at, term.startedAt, term.endedAt ?? term.dueAt)).length;
  const holds = held + record.terms.filter(({ holder, ended }) => holder.id === id && ended === null).length;
  const reasons = {
    'is the author': id === rfc.author.id,
    'is the Decision Owner': id === (record.namedOwner?.person.id ?? owner.id),
    'is a bot': of?.account.isBot === true,
    'is nobody whom GitHub would assign': of?.isAssignable === false,
    'is away': isAway(id, { snapshot, plan }, at),
    'has passed on this RFC': record.terms.some(({ holder, ended }) => holder.id === id && ended?.how === 'passed'),
    'holds as many roles as one person may': holds >= config.dri['max-active'],
  };
  return Object.entries(reasons).flatMap(([why, isSo]) => (isSo ? [why] : []));
}

/** Also who said so in what this very look read. */
function isAway(id: number, { snapshot, plan }: Pick<Asking, 'snapshot' | 'plan'>, at: Date): boolean {
  const last = plan.aways.findLast(({ person }) => person === id);
  if (last !== undefined) return last.until !== null && isWithin(at, last.from, last.until);
  return snapshot.load.absences.some(({ person, from, until }) => person === id && isWithin(at, from, until));
}

function isWithin(at: Date, from: string, until: string): boolean {
  return Date.parse(from) <= at.getTime() && at.getTime() < Date.parse(until);
}
