/** Who is asked for input, from when on, and until when. */
import { isTeam, type Addressee } from './acts.ts';
import { timeOf } from './activity.ts';
import { askedByName } from './asked-by-name.ts';
import { consultedIn } from './consulted.ts';
import { periodInForce } from './ladder/period.ts';
import { ownersOf } from './owner.ts';
import { accountOf } from './people.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import type { Voice } from './voices.ts';

/** Somebody is asked; instants in milliseconds, `until` is `Infinity` where it was not taken back. */
export interface Ask {
  of: Addressee;
  from: number;
  until: number;
  /** GitHub keeps track of it, and takes whoever reviewed off its list. */
  isRequest: boolean;
}

/** What asks are read from. */
export interface AskSources {
  snapshot: Snapshot;
  record: Record;
  voices: readonly Voice[];
}

/** What makes two addressees the same: the person's id, or the team. */
export function keyOf(addressee: Addressee): string {
  return isTeam(addressee) ? addressee.team.toLowerCase() : String(addressee.id);
}

/** Every ask, those that decide first: requested reviews, the newest first, then names, the earliest first. No bots. */
export function asksOf(sources: AskSources): Ask[] {
  return [...reviewRequests(sources.snapshot), ...namedAsks(sources)].filter(({ of }) => isTeam(of) || !of.isBot);
}

/** A later request asks again. Whoever is on GitHub's list without an event was asked from the start. */
function reviewRequests({ acts, reviewers, rfc }: Snapshot): Ask[] {
  const takenBack = new Map<string, number>();
  const requests: Ask[] = [];
  for (const act of acts.toReversed()) {
    if (act.kind === 'request-removed') takenBack.set(keyOf(act.of), timeOf(act));
    if (act.kind === 'requested') requests.push({ of: act.of, from: timeOf(act), until: takenBack.get(keyOf(act.of)) ?? Infinity, isRequest: true });
  }
  const fromTheStart = reviewers.map((of) => ({ of, from: timeOf({ at: rfc.createdAt }), until: Infinity, isRequest: true }));
  return [...requests, ...fromTheStart];
}

/**
 * The documents' Consulted fields and mentions. The author and the owners are not asked by name: they are there anyway.
 * A mention of somebody who has spoken already refers to what they said.
 */
function namedAsks({ snapshot, record, voices }: AskSources): Ask[] {
  const { author } = snapshot.rfc;
  const period = periodInForce(record);
  const owners = ownersOf(snapshot, record);
  const hosts = new Set([author, ...owners].map(({ id }) => id));
  const consulted = consultedNow({ snapshot, record, voices });
  const firstSaid = new Map(voices.toReversed().map(({ by, at }) => [by, at]));
  const mentioned = askedByName(snapshot, owners).filter(({ of, at }) => isTeam(of) || (firstSaid.get(of.id) ?? Infinity) >= timeOf({ at }));
  const told = new Set(period?.rung === 'consent' ? period.entitled.map(({ id }) => id) : []);
  const guests = [...consulted, ...mentioned.filter(({ of }) => isTeam(of) || !told.has(of.id))].filter(({ of }) => isTeam(of) || !hosts.has(of.id));
  return guests.map(({ of, at }) => ({ of, from: timeOf({ at }), until: Infinity, isRequest: false }));
}

/**
 * Whom a period asks, as it was frozen; before it, whom the documents name. On `consent` people are told, and asked for
 * nothing: silence is consent. Who spoke before the period began was asked from the start.
 */
function consultedNow({ snapshot, record, voices }: AskSources): { of: Addressee; at: string }[] {
  const { createdAt } = snapshot.rfc;
  const period = periodInForce(record);
  if (period === null) return consultedIn(snapshot).map((of) => ({ of, at: createdAt }));
  if (period.rung === 'consent') return [];
  const spoke = new Set(voices.filter(({ at }) => at < timeOf({ at: period.from })).map(({ by }) => by));
  const people = period.entitled.map((person) => ({ of: accountOf(person, snapshot), at: spoke.has(person.id) ? createdAt : period.from }));
  return [...people, ...period.teams.map((team) => ({ of: { team }, at: period.from }))];
}
