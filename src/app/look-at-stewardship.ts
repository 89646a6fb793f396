/** One look at how a repository decides, not at any one RFC: observe, plan, apply. Doing it twice changes nothing. */
import { planStewardship } from '../decision/stewards/plan-stewardship.ts';
import { principleReviews } from '../decision/stewards/principle-reviews.ts';
import type { StewardPlan } from '../decision/stewards/steward-plan.ts';
import type { StewardWrite } from '../decision/stewards/steward-write.ts';
import { applyIssueWrite } from '../github/apply-stewardship.ts';
import { GitHubError } from '../github/github-error.ts';
import { wordStewardship } from '../render/stewards/word-stewardship.ts';
import type { Place } from './open-place.ts';
import type { StewardMemory } from './steward-memory.ts';
import { ownIssues, takeStewardFacts, withStewards } from './take-steward-facts.ts';

export interface StewardLook {
  /** Writes nothing. */
  isDryRun: boolean;
  /** Ends it between two writes. */
  signal: AbortSignal;
}

/** Gives the plan, carried out unless it is a dry run. Fails where GitHub does not answer. */
export async function lookAtStewardship(place: Place, memory: StewardMemory, { isDryRun, signal }: StewardLook): Promise<StewardPlan> {
  const { repository, rules, now, log, calendar } = place;
  if (!rules.inForce.isConfigured) return { effects: [], withheld: [] };
  const facts = await takeStewardFacts(place, memory);
  const first = planStewardship(facts, rules.config, now());
  const asks = [...first.effects, ...first.withheld].some(({ kind }) => kind === 'open-issue');
  const plan = asks ? planStewardship(await withStewards(facts, place), rules.config, now()) : first;
  const name = `${repository.owner}/${repository.name}`;
  log.debug({ repository: name, effects: plan.effects.map(({ kind }) => kind) }, 'planned for the stewards');
  if (isDryRun) return plan;
  const writes = wordStewardship(plan.effects, { repository: name, repositoryId: repository.id, url: repository.url, timezone: calendar.timezone });
  for (const write of writes) {
    signal.throwIfAborted();
    await applyOne(write, place, memory);
  }
  const isOther = writes.some(({ kind }) => kind === 'open-issue' || kind === 'close-issue' || kind === 'mark-issue');
  await memory.keepReviews(principleReviews(isOther ? await ownIssues(place, memory) : facts.issues));
  return plan;
}

/** What GitHub will not have, a locked issue or issues that are switched off, is no reason to keep back the rest. */
async function applyOne(write: StewardWrite, { github, repository, log }: Place, memory: StewardMemory): Promise<void> {
  if (write.kind === 'post-to-chat') {
    await memory.chat?.post(write.event, write.bodies);
    return;
  }
  try {
    await applyIssueWrite(github, repository, write);
  } catch (error) {
    if (!(error instanceof GitHubError) || !refusals.has(error.kind)) throw error;
    log.warn({ repository: `${repository.owner}/${repository.name}`, write: write.kind, reason: error.message }, 'GitHub refused a write');
  }
}

/** `missing` is what GitHub says where a repository has no issues at all (410). */
const refusals: ReadonlySet<string> = new Set(['locked', 'denied', 'missing']);
