/** What happened on an RFC's way to a decision, in the order in which it did: for a picture over time, and for the list beside it. */
import type { LogEntry } from './log/entry.ts';
import type { Person } from './people.ts';
import type { Record, Source } from './record-schema.ts';

/** What a line of the picture is about. */
export const lanes = ['decision', 'period', 'voices', 'objections', 'driving', 'help', 'waits'] as const;
export type Lane = (typeof lanes)[number];

/** What happened at one moment, or was so for a while. Instants are ISO 8601 in UTC. */
export interface StoryPart {
  lane: Lane;
  what:
    | 'opened'
    | 'accept'
    | 'reject'
    | 'defer'
    | 'merged'
    | 'confirmed'
    | 'reopened'
    | 'amended'
    | 'reworded'
    | 'period'
    | 'support'
    | 'abstain'
    | 'objection'
    | 'term'
    | 'escalation'
    | 'wait'
    | 'hold'
    | 'outcome';
  at: string;
  /** The end of what took a while; null while it goes on, and for what took none. */
  until: string | null;
  /** True for what takes a while, whether it is over or not. */
  isStretch: boolean;
  by: Person | null;
  why: string | null;
  source: Source | null;
}

export interface Story {
  /** The first moment, and the last one known. */
  from: string;
  until: string;
  parts: readonly StoryPart[];
}

/** What the story is told from. */
export interface StorySources {
  /** Null where nobody kept it: the story begins with what the record tells. */
  openedAt: string | null;
  author: Person | null;
  record: Record | null;
  entries: readonly LogEntry[];
  now: Date;
}

const nothingMore = { until: null, isStretch: false, by: null, why: null, source: null };

/** The story so far; what is still going on lasts until now. */
export function storyOf({ openedAt, author, record, entries, now }: StorySources): Story {
  const opened: StoryPart[] = openedAt === null ? [] : [{ ...nothingMore, lane: 'decision', what: 'opened', at: openedAt, by: author }];
  const told = [...(record === null ? [] : [...decisions(record), ...period(record), ...voices(record), ...moves(record)])];
  const parts = [...opened, ...told, ...merges(entries)].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const ends = parts.flatMap(({ at, until }) => [at, until ?? at]);
  const isGoingOn = parts.some(({ isStretch, until }) => isStretch && until === null);
  const from = parts[0]?.at ?? record?.firstSeenAt ?? now.toISOString();
  const last = ends.reduce((latest, each) => (Date.parse(each) > Date.parse(latest) ? each : latest), from);
  const until = isGoingOn && Date.parse(last) < now.getTime() ? now.toISOString() : last;
  return { from, until, parts };
}

function decisions({ decisions: all, amended, wordings }: Record): StoryPart[] {
  const made = all.flatMap(({ outcome, by, at, why, source, confirmed, reopened, owner, reviewed }): StoryPart[] => [
    { ...nothingMore, lane: 'decision', what: outcome, at, by, why, source },
    ...(confirmed === null ? [] : [{ ...nothingMore, lane: 'decision' as const, what: 'confirmed' as const, at: confirmed.at, by: confirmed.owner ?? owner, source: confirmed.source }]),
    ...(reopened === null ? [] : [{ ...nothingMore, lane: 'decision' as const, what: 'reopened' as const, ...reopened }]),
    ...(reviewed === null ? [] : [{ ...nothingMore, lane: 'decision' as const, what: 'outcome' as const, at: reviewed.at, by: reviewed.by, why: `${reviewed.outcome}: ${reviewed.why}`, source: reviewed.source }]),
  ]);
  const again = amended === null ? [] : [{ ...nothingMore, lane: 'decision' as const, what: 'amended' as const, ...amended }];
  // The first wording is what the RFC began with.
  const reworded = wordings.slice(1).map(({ at, editorial }): StoryPart => ({ ...nothingMore, lane: 'decision', what: 'reworded', at, by: editorial?.by ?? null, why: editorial?.why ?? null, source: editorial?.source ?? null }));
  return [...made, ...again, ...reworded];
}

function period({ period: frozen }: Record): StoryPart[] {
  if (frozen === null) return [];
  const until = frozen.extensions.reduce((end, extension) => (Date.parse(extension.until) > Date.parse(end) ? extension.until : end), frozen.until);
  return [{ ...nothingMore, lane: 'period', what: 'period', at: frozen.from, until: Date.parse(until) > Date.parse(frozen.last) ? frozen.last : until, isStretch: true, why: frozen.rung }];
}

function voices({ voices: said, objections }: Record): StoryPart[] {
  const stances = said.map(({ stance, by, at, source }): StoryPart => ({ ...nothingMore, lane: 'voices', what: stance, at, by, source }));
  const raised = objections.map(({ by, why, at, source, withdrawnAt, setAside }): StoryPart => ({ lane: 'objections', what: 'objection', at, until: withdrawnAt ?? setAside?.at ?? null, isStretch: true, by, why, source }));
  return [...stances, ...raised];
}

function moves({ terms, escalations, waits }: Record): StoryPart[] {
  return [
    ...terms.map(({ holder, startedAt, ended, scope, source }): StoryPart => ({ lane: 'driving', what: 'term', at: startedAt, until: ended?.at ?? null, isStretch: true, by: holder, why: scope, source })),
    ...escalations.map(({ openedAt, ended, by, why, source }): StoryPart => ({ lane: 'help', what: 'escalation', at: openedAt, until: ended?.at ?? null, isStretch: true, by, why, source })),
    ...waits.map(({ kind, by, from, until, why, source }): StoryPart => ({ lane: 'waits', what: kind, at: from, until, isStretch: true, by, why, source })),
  ];
}

/** A merge that no record tells of, as nobody wrote a decision down. */
function merges(entries: readonly LogEntry[]): StoryPart[] {
  return entries.filter(({ result }) => result === 'merged-without-decision').map(({ at, by }): StoryPart => ({ ...nothingMore, lane: 'decision', what: 'merged', at, by }));
}
