/** What the pages show of an RFC that is not over yet: facts of one look, kept so that no page has to ask GitHub. */
import type { Config } from '../config/schema.ts';
import type { PauseKind } from '../config/schema-pause.ts';
import { isTeam, type Addressee, type Team } from './acts.ts';
import { decisionState } from './decided.ts';
import { openEscalation } from './escalation.ts';
import { progressOf } from './ladder/progress-of.ts';
import type { Progress } from './ladder/progress.ts';
import { namedOwners, ownersOf } from './owner.ts';
import { pauseOf } from './pause.ts';
import { personOf, type Person } from './people.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm } from './term.ts';

/** Why an RFC is on somebody's own list. */
export const awaitedFor = [
  /** It waits for them, or for a team of theirs. */
  'pause',
  /** Their voice is asked for, and not heard yet. */
  'voice',
  /** They drive the next step. */
  'dri',
  /** They are asked to help decide. */
  'help',
] as const;
export type AwaitedFor = (typeof awaitedFor)[number];

export interface Awaited {
  /** GitHub's id. */
  person: number;
  for: AwaitedFor;
}

/** Instants are ISO 8601 in UTC. */
export interface OpenRfc {
  kind: 'pull-request' | 'issue';
  title: string;
  url: string;
  isDraft: boolean;
  openedAt: string;
  author: Person;
  /** The Decision Owner; by the words of the documents where nobody is found behind them. */
  owners: readonly string[];
  topic: string | null;
  /** Null while nobody is waited for: a draft, a planned wait, a decision. */
  pause: { kind: PauseKind; since: string; waitsFor: readonly (Person | Team)[] } | null;
  /** Who drives the next step. */
  dri: { person: Person; until: string } | null;
  awaited: readonly Awaited[];
  progress: Progress;
}

interface Looked {
  snapshot: Snapshot;
  record: Record;
  config: Config;
  now: Date;
}

/** Null where nothing is left to decide: it is over, or decided. */
export function openRfcOf(looked: Looked): OpenRfc | null {
  const { snapshot, record, config, now } = looked;
  const { rfc } = snapshot;
  if (!rfc.isOpen || decisionState(record, snapshot) === 'decided') return null;
  const progress = progressOf(looked);
  const pause = pauseOf(snapshot, record, config, now);
  const term = activeTerm(record);
  return {
    kind: rfc.kind,
    title: rfc.title,
    url: rfc.url,
    isDraft: rfc.isDraft,
    openedAt: rfc.createdAt,
    author: personOf(rfc.author),
    owners: ownersIn(snapshot, record),
    topic: topicOf(snapshot),
    pause: pause && { kind: pause.kind, since: pause.since, waitsFor: pause.waitsFor.map((each) => (isTeam(each) ? { team: each.team } : personOf(each))) },
    dri: term && { person: personOf(term.holder), until: term.dueAt },
    awaited: awaitedIn(snapshot, record, { waitsFor: pause?.waitsFor ?? [], progress }),
    progress,
  };
}

function ownersIn(snapshot: Snapshot, record: Record): string[] {
  const found = ownersOf(snapshot, record).map(({ login }) => login);
  return found.length > 0 ? found : namedOwners(snapshot);
}

function topicOf({ documents }: Snapshot): string | null {
  return documents.map(({ result }) => result?.fields.topic?.text ?? '').find((text) => text !== '') ?? null;
}

/** Everybody who can move it on, each once for each reason; of a team its members, but for the author, who speaks for none. */
function awaitedIn(snapshot: Snapshot, record: Record, { waitsFor, progress }: { waitsFor: readonly Addressee[]; progress: Progress }): Awaited[] {
  const silent = progress.missing.flatMap((each) => (each.what === 'voices' ? each.people : []));
  const term = activeTerm(record);
  const helper = openEscalation(record)?.asked.at(-1)?.person;
  const lists: readonly [AwaitedFor, readonly Person[]][] = [
    ['pause', waitsFor.flatMap((each) => (isTeam(each) ? membersOf(each, snapshot) : [each]))],
    ['voice', silent],
    ['dri', term === null ? [] : [term.holder]],
    ['help', helper === undefined ? [] : [helper]],
  ];
  return lists.flatMap(([reason, people]) => [...new Set(people.map(({ id }) => id))].map((person) => ({ person, for: reason })));
}

function membersOf({ team }: Team, { teams, rfc }: Snapshot): Person[] {
  const found = teams.find((each) => each.team.toLowerCase() === team.toLowerCase())?.members ?? [];
  return found.filter(({ id, isBot }) => !isBot && id !== rfc.author.id);
}
