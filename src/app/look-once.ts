/**
 * One look at one RFC where there is no server: observe, reconcile, apply. The record in the status comment is the only
 * memory, and only of what people's words do not tell.
 */
import { isMarked, statusComments } from '../decision/markers.ts';
import { otherStatus } from '../decision/other-bot.ts';
import type { Effect, Plan } from '../decision/plan.ts';
import { reconcile } from '../decision/reconcile.ts';
import { tellsOfThreads } from '../decision/review-threads.ts';
import { startedCalls } from '../decision/started-calls.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import { readOpenThreads } from '../github/read-review-threads.ts';
import { wordPlan } from '../render/word-plan.ts';
import { applyWrites } from './apply-writes.ts';
import type { Place } from './open-place.ts';
import { planInTurn } from './plan-look.ts';
import { isSealedByServer } from './record-seal.ts';
import { readOthersWork } from './read-others-work.ts';
import type { RunMemory } from './run-memory.ts';
import { takeSnapshot } from './take-snapshot.ts';

export type LookedOnce =
  | { kind: 'planned'; snapshot: Snapshot; plan: Plan; /** What of the plan changes something. */ effects: readonly Effect[] }
  /** Another engine keeps the record here. */
  | { kind: 'stepped-back'; by: string; url: string }
  /** Deleted, moved away, or not for this token. */
  | { kind: 'gone' };

export interface OnceParts {
  place: Place;
  memory: RunMemory;
  /** Writes nothing. */
  isDryRun: boolean;
  /** Whether people's work on other RFCs is known; asked for when somebody is about to be called. */
  knowOthers: () => Promise<void>;
}

/** A call takes effect when it is read back, so a look that called somebody is followed by another one. */
const mostLooks = 3;

/** Looks at an RFC, and again as long as it called somebody; gives the looks in order. */
export async function lookOnce(number: number, parts: OnceParts): Promise<LookedOnce[]> {
  const looks: LookedOnce[] = [];
  while (looks.length < mostLooks) {
    const look = await lookThisOnce(number, parts);
    looks.push(look);
    if (parts.isDryRun || look.kind !== 'planned' || startedCalls(look.effects).length === 0) break;
  }
  return looks;
}

/** One question to GitHub for each run, and none where nobody is called. */
export function knowOthersOnce(place: Place, memory: RunMemory): () => Promise<void> {
  let known: Promise<void> | null = null;
  return async () => {
    known ??= readOthersWork(place, memory);
    await known;
  };
}

async function lookThisOnce(number: number, { place, memory, isDryRun, knowOthers }: OnceParts): Promise<LookedOnce> {
  const { repository, sealFor, now } = place;
  const { config } = place.rules;
  const remembered = await memory.recall({ repositoryId: repository.id, owner: repository.owner, repo: repository.name, number });
  const taken = await takeSnapshot(place, number, remembered);
  if (!taken.ok) return { kind: 'gone' };
  const other = otherEngine(taken.snapshot);
  if (other !== null) return { kind: 'stepped-back', ...other };
  const snapshot = trusted(taken.snapshot);
  let plan = reconcile(snapshot, config, now());
  // What is withheld is shown too, as it would be.
  if (startedCalls([...plan.effects, ...plan.withheld]).length > 0) {
    await knowOthers();
    plan = await planInTurn({ snapshot, known: null }, place);
  }
  plan = withoutButtons(plan);
  const threads = tellsOfThreads(plan, snapshot.rfc) ? await readOpenThreads(place.github, { ...repository, number }) : null;
  const words = { config, seal: sealFor(repository.id, number), threads };
  const worded = plan.effects.map((effect) => ({ effect, writes: wordPlan({ ...plan, effects: [effect] }, snapshot, words) })).filter(({ writes }) => writes.length > 0);
  const effects = worded.map(({ effect }) => effect);
  if (isDryRun) return { kind: 'planned', snapshot, plan, effects };
  await memory.keepAways(plan.aways);
  await applyWrites(worded.flatMap(({ writes }) => writes), place, { number, signal: neverAborted });
  memory.learn(number, { comments: snapshot.comments, record: plan.record });
  return { kind: 'planned', snapshot, plan, effects };
}

/** Nobody stops a run from outside but by ending its process. */
export const neverAborted = new AbortController().signal;

/** Another bot with a status comment here, or a server under the same name. */
function otherEngine(snapshot: Snapshot): { by: string; url: string } | null {
  const other = otherStatus(snapshot);
  if (other !== null) return { by: other.by.login, url: other.url };
  const [status] = statusComments(snapshot.comments);
  return status !== undefined && isSealedByServer(status.body) ? { by: 'a server under the same name', url: status.url } : null;
}

/** A workflow's bot writes for every workflow, so that only comments with a mark are Unpause's words. */
function trusted(snapshot: Snapshot): Snapshot {
  return { ...snapshot, comments: snapshot.comments.filter(isMarked) };
}

/** GitHub tells of a pressed button only to a server. */
function withoutButtons(plan: Plan): Plan {
  const effects = plan.effects.map((effect): Effect => (effect.kind === 'report-check' ? { ...effect, report: { ...effect.report, offersInsert: false, offersRoles: [] } } : effect));
  return { ...plan, effects };
}
