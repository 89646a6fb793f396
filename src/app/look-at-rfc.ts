/** One look at one RFC: observe, reconcile, apply, remember. Doing it twice changes nothing. */
import type { Config } from '../config/schema.ts';
import { entriesOf } from '../decision/log/entries-of.ts';
import { openRfcOf, type OpenRfc } from '../decision/open-rfc.ts';
import { predecessorOf } from '../decision/predecessor.ts';
import type { Plan } from '../decision/plan.ts';
import { tellsOfThreads } from '../decision/review-threads.ts';
import type { Record } from '../decision/record.ts';
import { startedCalls } from '../decision/started-calls.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import type { Write } from '../decision/write.ts';
import { readOpenThreads } from '../github/read-review-threads.ts';
import { wordPlan } from '../render/word-plan.ts';
import { applyWrites } from './apply-writes.ts';
import type { LookKey } from './look-key.ts';
import { noteCourse } from './note-course.ts';
import type { Place } from './open-place.ts';
import { planLook } from './plan-look.ts';
import { takeSnapshot } from './take-snapshot.ts';

export type RfcKey = Extract<LookKey, { kind: 'rfc' }>;

export interface RfcLooked {
  /** Somebody reported that a principle did not fit, and no look saw it before. */
  reportsTension: boolean;
}

/** `signal` ends it between two writes: somebody else has the look by then, or it takes too long. */
export async function lookAtRfc(key: RfcKey, place: Place, signal: AbortSignal): Promise<RfcLooked> {
  const { memory, repository, sealFor, now } = place;
  const { owner, repo, number } = key;
  const beganAt = now();
  const { copy: known, clicks } = await memory.recall({ repositoryId: repository.id, owner, repo, number });
  const taken = await takeSnapshot(place, number, { copy: known, clicks });
  if (!taken.ok) {
    // It was deleted or moved away: whoever asked for something there does not wait for it any more.
    await memory.markGone({ repositoryId: repository.id, number }, now());
    await memory.finishClicks(clicks, now());
    return { reportsTension: false };
  }
  const { snapshot } = taken;
  const { config } = place.rules;
  const plan = await planLook({ snapshot, known }, place);
  place.log.debug({ rfc: `${owner}/${repo}#${number}`, plan: plan.explanation }, 'planned');
  const former = plan.record === null ? null : predecessorOf(snapshot, plan.record);
  if (former !== null) place.log.info({ rfc: `${owner}/${repo}#${number}`, by: former.status.by.login, url: former.status.url }, 'another bot keeps a status comment here too; it is of no account any more');
  // Before the record is written: commands that it says were run have taken effect by then.
  await memory.keepAways(plan.aways);
  // Only now is it known that somebody will read of them.
  const threads = tellsOfThreads(plan, snapshot.rfc) ? await readOpenThreads(place.github, { ...repository, number }) : null;
  const refused = await applyWrites(wordPlan(plan, snapshot, { config, seal: sealFor(repository.id, number), threads }), place, { number, signal });
  await memory.finishClicks(clicks, now());
  await noteCourse({ snapshot, record: plan.record, known }, place);
  await remember(key, place, { snapshot, plan, beganAt, known, refused });
  return { reportsTension: (plan.record?.tensions.length ?? 0) > (known?.tensions.length ?? 0) };
}

/** In an archived repository a call stays due for ever. In milliseconds. */
const refusedFor = 4 * 3_600_000;

/** A call that GitHub refuses is due at once, again and again: it is tried some hours later, or when something happens. */
function wakeAfter({ wakeAt }: Plan, refused: readonly Write[], now: Date): Date | null {
  if (wakeAt === null) return null;
  return new Date(Math.max(Date.parse(wakeAt), isCallRefused(refused) ? now.getTime() + refusedFor : 0));
}

function isCallRefused(refused: readonly Write[]): boolean {
  return refused.some(({ kind }) => kind === 'create-comment');
}

interface Looked {
  snapshot: Snapshot;
  plan: Plan;
  beganAt: Date;
  /** The record's copy so far. */
  known: Record | null;
  refused: readonly Write[];
}

/** `updatedAt` is from before the writes, so that the next sweep sees them and looks once more: nothing between is lost. */
async function remember(key: RfcKey, { memory, repository, rules, now, log }: Place, { snapshot, plan, beganAt, known, refused }: Looked): Promise<void> {
  const { rfc } = snapshot;
  const isNewer = snapshot.record.kind === 'newer';
  if (isNewer) log.warn({ rfc: `${repository.owner}/${repository.name}#${rfc.number}`, plan: plan.explanation }, 'a newer Unpause wrote this record; this one leaves the RFC alone until it is updated');
  const row = {
    repositoryId: repository.id,
    number: rfc.number,
    owner: repository.owner,
    repo: repository.name,
    installation: key.installation,
    kind: rfc.kind,
    isOpen: rfc.isOpen,
    isRfc: isNewer || plan.record !== null,
    headSha: rfc.head?.sha ?? null,
    updatedAt: isSettled(rfc.updatedAt, beganAt) ? rfc.updatedAt : unsettled,
    seenAt: now(),
    wakeAt: wakeAfter(plan, refused, now()),
    rules: rules.hash,
    record: isNewer ? known : plan.record,
  };
  const entries = plan.record === null ? [] : entriesOf(snapshot, plan.record, rules.config);
  const hasCalled = startedCalls(plan.effects).length > 0 && !isCallRefused(refused);
  await memory.keep(row, isNewer ? null : { comments: snapshot.comments, record: plan.record, known, hasCalled, entries, open: openIn(snapshot, plan, { config: rules.config, now: now() }) });
}

/** Consent is a file in the repository itself: without it nothing is shown of an RFC, as nothing is written on it. */
function openIn(snapshot: Snapshot, { record }: Plan, { config, now }: { config: Config; now: Date }): OpenRfc | null {
  return record === null || !snapshot.rules.isConfigured ? null : openRfcOf({ snapshot, record, config, now });
}

/** Equal to nothing that GitHub writes. */
const unsettled = '';
/** GitHub counts in whole seconds, and its clock is not ours. In milliseconds. */
const doubt = 2_000;

/** What changes in the second of `updatedAt`, but after it was looked at, would look the same to a sweep. */
function isSettled(updatedAt: string, beganAt: Date): boolean {
  return beganAt.getTime() - Date.parse(updatedAt) > doubt;
}
