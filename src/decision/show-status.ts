/** The status comment: whether there is one, and what it shows. */
import type { Config } from '../config/schema.ts';
import { decisionInForce } from './decided.ts';
import { ownersWithout } from './domain-owners.ts';
import type { Folded } from './fold.ts';
import { confirmationOf } from './follow-ups.ts';
import { hasStory } from './known-record.ts';
import type { Progress } from './ladder/progress.ts';
import type { Learning } from './learning.ts';
import { statusComments } from './markers.ts';
import type { Momentum } from './momentum.ts';
import { ownerInPlace } from './owner.ts';
import type { Effect, Status } from './plan.ts';
import type { Predecessor } from './predecessor.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** What happened up to now, and what it calls for. */
export interface Story {
  /** The record as it was found. */
  known: Record;
  folded: Folded;
  momentum: Momentum;
  learning: Learning;
  /** Reckoned where somebody asks. */
  progress: () => Progress;
  /** Null where no other bot kept the status here before. */
  predecessor: Predecessor | null;
}

interface Shown {
  config: Config;
  now: Date;
  /** Null for what is no RFC. */
  story: Story | null;
  isCalling: boolean;
}

/**
 * A first status comment notifies people: so none on a draft, none on what is closed, and none on an RFC in which
 * nobody did anything since Unpause was switched on. It comes with the next word of a person, a command, or a call.
 */
export function statusEffects(snapshot: Snapshot, { config, now, story, isCalling }: Shown): Effect[] {
  const hasBegun = statusComments(snapshot.comments).length > 0;
  if (story === null) return hasBegun && !holdsStory(snapshot) ? [{ kind: 'remove-status' }] : [];
  const { folded } = story;
  const hasCommands = snapshot.rfc.isOpen && folded.spoken.length > 0;
  const isWanted = hasBegun || isCalling || hasCommands || hasStory(folded.record) || mayBegin(snapshot);
  return isWanted ? [{ kind: 'show-status', status: statusOf(snapshot, story, { config, now }) }] : [];
}

/** What was decided on an issue stays there when its label goes; with the label, it goes on. */
function holdsStory({ record }: Snapshot): boolean {
  return (record.kind === 'sound' || record.kind === 'unsealed') && hasStory(record.record);
}

/** Whether somebody did something since Unpause was switched on. */
export function mayBegin({ rfc, rules }: Pick<Snapshot, 'rfc' | 'rules'>): boolean {
  if (!rfc.isOpen || rfc.isDraft) return false;
  return rules.configuredAt === null || Date.parse(rfc.lastHumanActivityAt) >= Date.parse(rules.configuredAt);
}

function statusOf(snapshot: Snapshot, { folded: { record }, momentum: { heard, pause }, learning, progress, predecessor }: Story, { config, now }: Pick<Shown, 'config' | 'now'>): Status {
  const { rfc, documents } = snapshot;
  const placed = ownerInPlace(record, snapshot);
  const isOfPause = ({ stage, kind, since }: Record['calls'][number]) => stage === 'steward' && kind === pause?.kind && Date.parse(since) === Date.parse(pause.since);
  return {
    phase: rfc.isOpen ? 'open' : rfc.isMerged ? 'merged' : 'closed',
    documents,
    record,
    outside: placed === null ? null : ownersWithout(placed.person.id, snapshot, config),
    heard,
    pause,
    needsSteward: record.calls.some(isOfPause),
    confirm: confirmationOf({ snapshot, record }),
    progress: rfc.isOpen && decisionInForce(record) === null ? progress() : null,
    waits: record.waits.filter(({ until }) => Date.parse(until) > now.getTime()),
    learning,
    former: predecessor === null ? null : { by: predecessor.status.by.login, url: predecessor.status.url },
  };
}
