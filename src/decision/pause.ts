/**
 * Whose court an RFC is in: what kind of pause it is, whom it waits for, and since when. Nothing is a pause while
 * nobody is waited for: a draft, a planned wait, a decision that stands, the end.
 */
import type { Config } from '../config/schema.ts';
import { pauseKinds, type PauseKind } from '../config/schema-pause.ts';
import { isTeam, type Addressee } from './acts.ts';
import { instantOf } from './activity.ts';
import { keyOf } from './asks.ts';
import { authorsTurn, type AuthorsTurn } from './changes-requested.ts';
import { decisionState, type DecisionState } from './decided.ts';
import { overdueFrom } from './decide-by.ts';
import { openEscalation } from './escalation.ts';
import { hearingOf } from './heard.ts';
import { judge, type Judgement } from './ladder/judge.ts';
import { lastMotion } from './motion.ts';
import { openObjections } from './open-objections.ts';
import { ownersOf } from './owner.ts';
import { isOwnerless } from './ownerless.ts';
import type { Heard, Pause } from './pause-facts.ts';
import { waitsUntil } from './pause-clock.ts';
import type { Record as RfcRecord } from './record-schema.ts';
import type { Account, Snapshot } from './snapshot.ts';

/** What a pause is judged by. */
interface Court {
  snapshot: Snapshot;
  record: RfcRecord;
  now: Date;
  owners: readonly Account[];
  state: DecisionState;
  turn: AuthorsTurn;
  heard: Heard;
  /** When that changed, in milliseconds. */
  changes: readonly number[];
  /** How far the decision is on its rung. */
  progress: Judgement;
}

/**
 * Whom an RFC waits for if the pause is of a kind, and null if it is not; `from` is when that came about by itself.
 * `time`: it is good as it is until a moment that was announced, and nobody is waited for.
 */
type Claim = { waitsFor: readonly Addressee[]; from?: Date } | 'time' | null;

/** The pause as of now; null where there is none. */
export function pauseOf(snapshot: Snapshot, record: RfcRecord, config: Config, now: Date): Pause | null {
  const { rfc } = snapshot;
  const state = decisionState(record, snapshot);
  if (!rfc.isOpen || rfc.isMerged || rfc.isDraft || state === 'decided' || waitsUntil(record, now) !== null) return null;
  const hearing = hearingOf(snapshot, record);
  const progress = judge({ snapshot, record, config, now });
  const court = { snapshot, record, now, owners: ownersOf(snapshot, record), state, turn: authorsTurn(snapshot, record), progress, ...hearing };
  for (const kind of pauseKinds) {
    const claim = claims[kind](court);
    if (claim === 'time') return null;
    if (claim === null) continue;
    const waitsFor = distinct(claim.waitsFor);
    return { kind, waitsFor, since: sinceOf(kind, { waitsFor, from: claim.from ?? null }, court), ...missingFor(kind, court) };
  }
  return null;
}

/** Whoever is asked for the call has to know that it would be refused, and why. */
function missingFor(kind: PauseKind, { state, progress }: Court): Pick<Pause, 'missing'> {
  const isForCall = kind === 'overdue' || kind === 'awaiting-decision';
  return isForCall && state === 'open' && progress.missing.length > 0 ? { missing: progress.missing } : {};
}

function sinceOf(kind: PauseKind, { waitsFor, from }: { waitsFor: readonly Addressee[]; from: Date | null }, court: Court): string {
  const { snapshot, record, now, turn, changes } = court;
  const moved = lastMotion({ snapshot, record, now, waitsFor, isAnybodys: kind === 'drifting' || kind === 'contested' });
  const turned = turn.changedAt === null ? [] : [turn.changedAt];
  const changed = changesUpTo(kind, { contested: objectionChanges(record), 'awaiting-author': turned, 'awaiting-review': changes });
  return instantOf(Math.max(moved, ...changed, from?.getTime() ?? moved));
}

const claims: Record<PauseKind, (court: Court) => Claim> = {
  ownerless: ({ snapshot, record }) => (isOwnerless(snapshot, record) ? { waitsFor: [snapshot.rfc.author] } : null),

  overdue({ snapshot, owners, now }) {
    const from = overdueFrom(snapshot);
    return from === null || from > now ? null : { waitsFor: owners, from };
  },

  contested({ snapshot, record, owners, state }) {
    const open = openObjections(record).filter(({ isBinding }) => isBinding);
    if (open.length === 0 || state !== 'open') return null;
    const objectors = open.map(({ by }) => ({ ...by, isBot: false }));
    // What is answered is theirs alone to say more about.
    return { waitsFor: open.every(({ answered }) => answered !== null) ? objectors : [...objectors, ...owners, snapshot.rfc.author] };
  },

  'awaiting-author': ({ snapshot, state, turn }) => (turn.isOn && state === 'open' ? { waitsFor: [snapshot.rfc.author] } : null),

  'awaiting-review'({ heard, state, progress }) {
    const waitsFor = [...awaitedOf(heard, progress), ...progress.missing.flatMap((each) => (each.what === 'voices' ? each.people : []))];
    return waitsFor.length > 0 && state === 'open' ? { waitsFor } : null;
  },

  /** Also after a decision that its owner is asked to confirm. */
  'awaiting-decision'({ record, heard, owners, state, progress }) {
    if (state !== 'open') return { waitsFor: owners };
    if (needsTimeAlone(progress) && openEscalation(record) === null) return 'time';
    if (heard.asked.length === 0 && progress.period === null) return null;
    return { waitsFor: owners, ...(progress.closesAt !== null && progress.missing.length === 0 && { from: new Date(progress.closesAt) }) };
  },

  drifting: ({ snapshot, owners }) => ({ waitsFor: [snapshot.rfc.author, ...owners] }),
};

/** Those who were asked and have not answered, but for whose silence is on record: the call can be made without them. */
function awaitedOf({ open }: Heard, { period, missing, silent }: Judgement): Addressee[] {
  const teams = missing.some(({ what }) => what === 'team-unknown') ? [] : (period?.teams ?? []);
  const over = new Set([...silent, ...teams.map((team) => ({ team }))].map(keyOf));
  return open.filter((addressee) => !over.has(keyOf(addressee)));
}

/** The period runs, and nobody has to do anything. */
function needsTimeAlone({ missing }: Judgement): boolean {
  return missing.length > 0 && missing.every(({ what }) => what === 'period');
}

/** What changes whom one kind waits for begins and ends that kind, and so brings about those behind it, but none before it. */
function changesUpTo(kind: PauseKind, changes: Partial<Record<PauseKind, readonly number[]>>): number[] {
  return pauseKinds.slice(0, pauseKinds.indexOf(kind) + 1).flatMap((each) => changes[each] ?? []);
}

function objectionChanges({ objections }: RfcRecord): number[] {
  const moments = objections.filter(({ isBinding }) => isBinding).flatMap(({ at, answered, withdrawnAt, setAside }) => [at, answered?.at ?? null, withdrawnAt, setAside?.at ?? null]);
  return moments.flatMap((at) => (at === null ? [] : [Date.parse(at)]));
}

/** Each once, and no bots: they are never waited for. */
function distinct(addressees: readonly Addressee[]): Addressee[] {
  const keys = addressees.map(keyOf);
  return addressees.filter((addressee, index) => keys.indexOf(keyOf(addressee)) === index && (isTeam(addressee) || !addressee.isBot));
}
