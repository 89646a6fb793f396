/**
 * Moves the record on by everything that happened, strictly in the order of time: acts of the timeline, Unpause's own
 * calls, and terms that ran out in between. It does not matter when looks are made: folding all at once, from an empty
 * record, gives the same as folding bit by bit.
 */
import type { Config } from '../config/schema.ts';
import { isSpeech, type Act, type Speech } from './acts.ts';
import { instantOf, isActivity } from './activity.ts';
import { afterActs } from './as-of.ts';
import { readCallEvent } from './call-events.ts';
import type { AwayChange, Recall } from './commands/define-command.ts';
import { runCommands } from './commands/run-commands.ts';
import type { Answer } from './commands/verdict.ts';
import { acknowledge } from './escalation.ts';
import { foldCall } from './fold-call.ts';
import { withMoreTime } from './ladder/more-time.ts';
import { moveOn } from './move-on.ts';
import { namedOwners, ownerIdsIn } from './owner.ts';
import { pauseOf } from './pause.ts';
import { isRead, markRead } from './read-marks.ts';
import type { Record, Wording } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { activeTerm, runOut, touchTerm } from './term.ts';
import { withWording } from './wordings.ts';

/** What became of the commands in one comment or review that had not been read before. */
export interface Spoken {
  speech: Speech;
  answers: readonly Answer[];
}

export interface Folded {
  record: Record;
  spoken: readonly Spoken[];
  aways: readonly AwayChange[];
}

/** What is known of a decision's texts beside what GitHub shows now: as it was made, and once something was pushed. */
export interface Recollection extends Recall {
  asMade: (record: Record) => Record;
  asPushed: (record: Record) => Record;
}

interface Folding {
  snapshot: Snapshot;
  config: Config;
  recollection: Recollection;
  /** Commands from before are not for Unpause: nobody had asked for it yet. */
  listensFrom: number;
}

const noRecollection: Recollection = { decisionBy: () => null, wasConfirmed: () => false, asMade: (record) => record, asPushed: (record) => record };

/** Folds everything up to `now`. */
export function foldActs(record: Record, snapshot: Snapshot, config: Config, now: Date): Folded {
  return foldWith(noRecollection, { record, snapshot, config, now });
}

/** The same, where what was decided on is not to be seen any more. */
export function foldWith(recollection: Recollection, { record, snapshot, config, now }: { record: Record; snapshot: Snapshot; config: Config; now: Date }): Folded {
  const { rules, rfc } = snapshot;
  const folding: Folding = { snapshot, config, recollection, listensFrom: Date.parse(rules.configuredAt ?? record.firstSeenAt) };
  const seen = withWording(withOwners(withHead(record, snapshot), snapshot, now), snapshot, now);
  let folded: Folded = { record: seen, spoken: [], aways: [] };
  for (const event of eventsIn(snapshot, changesToFold(record, seen))) {
    folded = { ...folded, record: runOut(folded.record, event.at) };
    folded = event.kind === 'act' ? foldAct(folded, event, folding) : { ...folded, record: foldNews(folded.record, event, folding) };
  }
  const settled = rfc.isOpen ? runOut(folded.record, now.toISOString()) : folded.record;
  return { ...folded, record: markRead(settled, folded.spoken.map(({ speech }) => speech), snapshot.acts) };
}

export interface CallMade {
  kind: 'call';
  at: string;
  event: NonNullable<ReturnType<typeof readCallEvent>>;
}

interface Acted {
  kind: 'act';
  at: string;
  act: Act;
  /** How many acts there had been by then, this one included. */
  count: number;
}

/** The text is another one from then on. */
interface Changed {
  kind: 'changed';
  at: string;
}

/** In the order of time; of the same second, what people did goes first. */
function eventsIn({ acts, comments }: Snapshot, changes: readonly Wording[]): (Acted | CallMade | Changed)[] {
  const acted = acts.map((act, index): Acted => ({ kind: 'act', at: act.at, act, count: index + 1 }));
  const calls = comments.flatMap((comment): CallMade[] => {
    const event = readCallEvent(comment);
    return event === null ? [] : [{ kind: 'call', at: comment.createdAt, event }];
  });
  const changed = changes.map(({ at }): Changed => ({ kind: 'changed', at }));
  return [...acted, ...calls, ...changed].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** Each change moves the end of a period once; where the period itself is read anew, all do. */
function changesToFold({ period, wordings }: Record, { wordings: [, ...changes] }: Record): Wording[] {
  return period === null ? changes : changes.filter(({ at }) => !wordings.some((known) => known.at === at));
}

function foldNews(record: Record, event: CallMade | Changed, { snapshot, config }: Folding): Record {
  if (event.kind === 'call') return foldCall(record, event, { snapshot, config });
  return withMoreTime(record, { because: 'changed', at: event.at }, snapshot);
}

/** A head counts from when it was first seen: GitHub tells no time of a push. In the order of time: the oldest gives way first, also where it is seen once more. */
function withHead(record: Record, { acts }: Snapshot): Record {
  const heads = new Map(record.heads.map((head) => [head.sha, head]));
  for (const act of acts) if (act.kind === 'pushed' && !heads.has(act.sha)) heads.set(act.sha, { sha: act.sha, at: act.at });
  if (heads.size === record.heads.length) return record;
  return { ...record, heads: [...heads.values()].sort((one, other) => Date.parse(one.at) - Date.parse(other.at)) };
}

/** Who was named before is shown in a sentence. */
const mostFormer = 3;

/** GitHub tells nobody when a document's owner became another: it was when that was first seen. */
export function withOwners(record: Record, snapshot: Snapshot, now: Date): Record {
  const owners = namedOwners(snapshot);
  if (snapshot.documents.some(({ result }) => result === null)) return record;
  const known = { ...record, ownerIds: ownerIdsIn(snapshot, record) };
  const isSame = owners.length === record.owners.length && owners.every((owner, index) => owner.toLowerCase() === record.owners[index]?.toLowerCase());
  if (isSame) return known;
  const isFirstLook = record.read === null && record.owners.length === 0;
  return { ...known, owners, ...(!isFirstLook && { ownersAt: instantOf(now.getTime()), ownersBefore: record.owners.slice(0, mostFormer) }) };
}

function foldAct(folded: Folded, { act, count }: Acted, folding: Folding): Folded {
  const known = act.kind === 'pushed' ? folding.recollection.asPushed(folded.record) : folded.record;
  const moved = { ...folded, record: foldActivity(known, act, folding) };
  const spoken = isSpeech(act) && Date.parse(act.at) >= folding.listensFrom && !isRead(moved.record, act) ? listen(moved, { act, count }, folding) : moved;
  return { ...spoken, record: moveOn(spoken.record, { act, count, before: moved.record }, folding) };
}

/** The holder's own activity moves the end of a term, and any activity of somebody asked for help is an answer. */
function foldActivity(record: Record, act: Act, { snapshot, config }: Folding): Record {
  if (!isActivity(act)) return record;
  const holder = activeTerm(record)?.holder.id;
  const touched = act.by.id === holder && act.kind !== 'pushed' ? touchTerm(record, act.at, { calendar: snapshot.calendar, config }) : record;
  const escalations = touched.escalations.map((escalation) => acknowledge(escalation, act));
  return { ...touched, escalations };
}

function listen(folded: Folded, { act, count }: { act: Speech; count: number }, { snapshot, config, recollection }: Folding): Folded {
  const { record } = folded;
  const then = afterActs(snapshot, count);
  // What somebody writes is no answer yet to what they are asked: the step is the one they found.
  const step = pauseOf(afterActs(snapshot, count - 1), record, config, new Date(act.at))?.kind ?? 'drifting';
  const { record: after, answers, aways } = runCommands(act, { snapshot: then, config, record, step, recall: recollection });
  if (answers.length === 0) return folded;
  return { record: recollection.asMade(after), spoken: [...folded.spoken, { speech: act, answers }], aways: [...folded.aways, ...aways] };
}
