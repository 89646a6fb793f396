/** What people have to do as temporary DRI, now and lately, on all RFCs: what a fair choice rests on. */
import { balanceAt, type Member } from './dri-balance.ts';
import { type Stretch, within } from './intervals.ts';
import type { Load, OtherTerm } from './load.ts';
import type { Record } from './record-schema.ts';
import { millisecondsPerDay } from './zone-days.ts';

/** What a choice rests on: the terms, here and on other RFCs, and who was away when. */
export type DriLoad = Pick<Load, 'terms' | 'absences'>;

const minutesPerDay = 1440;

/** For so long terms are known, in milliseconds; where the pool goes round within weeks, they weigh nothing long before. */
export const remembered = 1095 * millisecondsPerDay;

/** So long a term counts as active at least: who was done soon is not asked again at once, while others are there. */
const afterglow = 2 * millisecondsPerDay;

/** So long after somebody came back, a term that they were asked for since counts as active: nobody is flooded. */
const settlingIn = 7 * millisecondsPerDay;

export interface Carried {
  /** Terms that are active at the moment, or were asked for just now or since coming back lately; also those that were taken. */
  active: number;
  /** What they carried lately, as `dri-balance` reckons it, in minutes; what they took themselves does not count. */
  lately: number;
  /** When their last term began, in milliseconds since 1970; minus infinity where none is known. */
  last: number;
}

/** The load with the terms of this RFC, which a snapshot's load leaves out. */
export function loadWith(load: DriLoad, record: Pick<Record, 'terms'>): DriLoad {
  return { terms: [...load.terms, ...termsForOthers(record)], absences: load.absences };
}

/** The terms of one RFC, as the choice of somebody for another one sees them. */
export function termsForOthers({ terms }: Pick<Record, 'terms'>): OtherTerm[] {
  return terms.map(({ holder, startedAt, dueAt, ended, how }) => ({ holder: holder.id, startedAt, dueAt, endedAt: ended?.at ?? null, isVolunteered: how === 'taken' }));
}

/** How many terms each person (by id) holds at a moment; who holds none is not in it. */
export function activeTerms({ terms }: Pick<DriLoad, 'terms'>, at: Date): ReadonlyMap<number, number> {
  const active = terms.filter((term) => isActive(stretchOf(term), at.getTime()));
  return new Map([...grouped(active, ({ holder }) => holder)].map(([holder, held]) => [holder, held.length]));
}

/** Who (by id) is away at a moment. */
export function awayAt({ absences }: Pick<DriLoad, 'absences'>, at: Date): ReadonlySet<number> {
  const now = at.getTime();
  return new Set(absences.filter(({ from, until }) => Date.parse(from) <= now && now < Date.parse(until)).map(({ person }) => person));
}

/** What everybody in a pool (ids) carries at a moment; what comes after it is not looked at. */
export function carriedIn(pool: readonly number[], load: DriLoad, at: Date): ReadonlyMap<number, Carried> {
  const now = at.getTime();
  const scope: Stretch = { from: now - remembered, until: now };
  const spans = grouped(spansOf(load.terms, now), ({ holder }) => holder);
  const absences = grouped(load.absences, ({ person }) => person);
  const members = pool.map((id): Member => ({ id, asked: (spans.get(id) ?? []).filter((span) => countsIn(span, scope)), away: awayIn(absences.get(id) ?? [], scope) }));
  const balance = balanceAt(members, now);
  return new Map(pool.map((id) => [id, { ...workOf(spans.get(id) ?? [], cameBack(absences.get(id) ?? [], now), now), lately: Math.round((balance.get(id) ?? 0) * minutesPerDay) }]));
}

function countsIn({ isVolunteered, until }: Span, scope: Stretch): boolean {
  return !isVolunteered && until > scope.from;
}

function workOf(spans: readonly Span[], back: number, now: number): Pick<Carried, 'active' | 'last'> {
  const countsUntil = ({ from, until }: Span) => Math.max(until, from + afterglow, from >= back ? back + settlingIn : 0);
  return { active: spans.filter((span) => isActive({ from: span.from, until: countsUntil(span) }, now)).length, last: spans.at(-1)?.from ?? -Infinity };
}

/** When somebody last came back, in milliseconds since 1970; never, as long as it is known, is minus infinity. */
function cameBack(absences: Load['absences'], now: number): number {
  return Math.max(-Infinity, ...absences.map(({ until }) => Date.parse(until)).filter((until) => until <= now));
}

function awayIn(absences: Load['absences'], scope: Stretch): Stretch[] {
  return within(absences.map(({ from, until }) => ({ from: new Date(from), until: new Date(until) })), { from: scope.from, until: Infinity });
}

/** A term that is overdue ended when it was due, whether or not somebody has looked since. */
function stretchOf({ startedAt, dueAt, endedAt }: OtherTerm): Stretch {
  return { from: Date.parse(startedAt), until: Date.parse(endedAt ?? dueAt) };
}

function isActive({ from, until }: Stretch, at: number): boolean {
  return from <= at && at < until;
}

interface Span extends Stretch {
  holder: number;
  isVolunteered: boolean;
}

/** In order of time, so that sums do not depend on the order in which the terms are told. */
function spansOf(terms: readonly OtherTerm[], at: number): Span[] {
  return terms
    .map((term) => ({ holder: term.holder, isVolunteered: term.isVolunteered, ...stretchOf(term) }))
    .filter(({ from }) => from <= at)
    .sort((one, other) => one.from - other.from || one.until - other.until);
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
