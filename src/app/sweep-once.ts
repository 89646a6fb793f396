/**
 * One look at every open RFC of a repository that may need one, with no server behind it: what the command line's
 * `sweep` and the Action's loop do. Level-triggered: what one run leaves, the next one finds.
 */
import { UserError } from '../files/user-error.ts';
import type { AppIdentity } from '../github/app-identity.ts';
import type { GitHub } from '../github/client.ts';
import { gitHubErrorIn } from '../github/github-error.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { describeEffect } from '../render/describe-effect.ts';
import { describeStewardEffect } from '../render/stewards/describe-steward-effect.ts';
import type { SweepReport, SweptRfc } from '../render/sweep-text.ts';
import type { Log } from '../store/log.ts';
import { createHolidayLookUp } from './country-holidays.ts';
import { lookAtStewardship } from './look-at-stewardship.ts';
import { knowOthersOnce, lookOnce, neverAborted, type LookedOnce, type OnceParts } from './look-once.ts';
import { openPlace, type Place } from './open-place.ts';
import { openSeals } from './record-seal.ts';
import { createMemory } from './remember.ts';
import { createRunMemory } from './run-memory.ts';
import { runStewards, type SeenRfc } from './run-stewards.ts';
import { rfcsInTurn, type SweepScope } from './rfcs-in-turn.ts';

export interface OnceRequest {
  github: GitHub;
  /** Who Unpause is here. */
  bot: AppIdentity;
  owner: string;
  repo: string;
  isDryRun: boolean;
  scope: SweepScope;
  /** How many requests were made so far. */
  requests: () => number;
  now: () => Date;
  /** From 0 to 1, 1 left out. */
  random: () => number;
}

/** A workflow's token has a thousand an hour, for all runs of a repository. */
export const mostRequests = 600;

/** Looks at one RFC after the other. Fails where GitHub does not show the repository; a mistake in the config is a `UserError`. */
export async function sweepOnce(request: OnceRequest): Promise<SweepReport> {
  const notes: string[] = [];
  const memory = createRunMemory();
  const place = await openOnce(request, { memory, notes });
  const numbers = await rfcsInTurn(place, request);
  const parts: OnceParts = { place, memory, isDryRun: request.isDryRun, knowOthers: knowOthersOnce(place, memory) };
  const hidden = new Set<string>();
  const seen = new Map<number, SeenRfc>();
  const { rfcs, left, isStopped } = await lookAtAll(numbers, parts, { request, notes, hidden, seen });
  // What is open is known only where all of it was looked at.
  const isWhole = request.scope.kind === 'all' && left.length === 0 && !isStopped;
  const stewards = isWhole ? await lookForStewards(place, { request, notes, seen }) : null;
  if (hidden.size > 0) notes.push(`GitHub does not show this token who is in ${[...hidden].sort().join(', ')}, so nobody could be asked or counted as a member of it.`);
  const { owner, name } = place.repository;
  const inOrder = [...rfcs].sort((one, other) => one.number - other.number);
  return { version: 1, repository: `${owner}/${name}`, bot: request.bot.login, dryRun: request.isDryRun, requests: request.requests(), rfcs: inOrder, stewards, left, notes };
}

async function openOnce({ github, bot, owner, repo, now }: OnceRequest, { memory, notes }: { memory: OnceParts['memory']; notes: string[] }): Promise<Place> {
  const opened = await openPlace({ installation: 0, owner, repo }, {
    connect: async () => await Promise.resolve(github),
    identify: async () => await Promise.resolve(bot),
    memory,
    sealFor: openSeals,
    now,
    log: noting(notes),
    sharedFiles: createMemory<DocumentSource[]>({ keepFor: Infinity, most: 1, now: Date.now }),
    holidaysOf: createHolidayLookUp(),
  });
  if (!opened.ok) throw new UserError(`GitHub does not show ${owner}/${repo} to this token (${opened.reason}); check the name, and what the token may see`);
  const { inForce } = opened.place.rules;
  // A server would go on with the last valid config; here nobody knows which that was.
  if (inForce.mistakes.length > 0) {
    const lines = inForce.mistakes.map(({ source, line, column, message }) => `${source ?? inForce.path}:${line}:${column}: ${message}`);
    throw new UserError([...lines, 'the config on the default branch has to be mended first: until then nothing is looked at']);
  }
  notes.push(...inForce.unread);
  return opened.place;
}

interface Turn {
  request: OnceRequest;
  notes: string[];
  /** Teams whose members GitHub does not show. */
  hidden: Set<string>;
  /** What the looks saw of each RFC. */
  seen: Map<number, SeenRfc>;
}

async function lookAtAll(numbers: readonly number[], parts: OnceParts, { request, notes, hidden, seen }: Turn): Promise<{ rfcs: SweptRfc[]; left: number[]; isStopped: boolean }> {
  const rfcs: SweptRfc[] = [];
  let costliest = 0;
  for (const [index, number] of numbers.entries()) {
    const before = request.requests();
    const left = numbers.slice(index);
    if (before + costliest > mostRequests) {
      notes.push(`Stopped after ${before} requests, with ${left.length} left to look at: another sweep begins elsewhere. A look takes at most ${costliest}, and a sweep ${mostRequests}.`);
      return { rfcs, left, isStopped: true };
    }
    const swept = await sweepRfc(number, parts);
    rfcs.push(swept.rfc);
    if (swept.seen !== null) seen.set(number, swept.seen);
    for (const team of swept.hiddenTeams) hidden.add(team);
    const rest = numbers.slice(index + 1);
    if (swept.stop !== null) {
      notes.push(swept.stop);
      return { rfcs, left: rest, isStopped: true };
    }
    costliest = Math.max(costliest, request.requests() - before);
  }
  return { rfcs, left: [], isStopped: false };
}

interface Swept {
  rfc: SweptRfc;
  /** Why nothing else should be looked at; null: go on. */
  stop: string | null;
  hiddenTeams: readonly string[];
  /** Null for what is no RFC, or could not be looked at. */
  seen: SeenRfc | null;
}

/** What goes wrong with one RFC is said, and keeps no other from being looked at. */
async function sweepRfc(number: number, parts: OnceParts): Promise<Swept> {
  try {
    return summarize(number, await lookOnce(number, parts), parts.isDryRun);
  } catch (error) {
    const refusal = gitHubErrorIn(error);
    if (refusal === null) throw new Error(`while looking at #${number}`, { cause: error });
    const stop = refusal.kind === 'limited' || refusal.kind === 'unauthenticated' ? `Stopped: ${refusal.message}` : null;
    return { rfc: { ...unseen(number), outcome: 'failed', reason: refusal.message }, stop, hiddenTeams: [], seen: null };
  }
}

function unseen(number: number): Omit<SweptRfc, 'outcome' | 'reason'> {
  return { number, title: '', url: '', explanation: [], effects: [], withheld: [], wakeAt: null };
}

function summarize(number: number, looks: readonly LookedOnce[], isDryRun: boolean): Swept {
  const last = looks.at(-1);
  if (last === undefined || last.kind === 'gone') return { rfc: { ...unseen(number), outcome: 'gone', reason: 'it is not there any more, or not for this token' }, stop: null, hiddenTeams: [], seen: null };
  if (last.kind === 'stepped-back') {
    const reason = `${last.by} keeps the status here: ${last.url}`;
    const stop = `Stepped back: Unpause is at work in this repository as ${last.by} (${last.url}). Two would call people twice, so nothing more was looked at; use one of the two, or delete that comment if it is a leftover.`;
    return { rfc: { ...unseen(number), outcome: 'stepped-back', reason }, stop, hiddenTeams: [], seen: null };
  }
  const { rfc, teams } = last.snapshot;
  const hiddenTeams = teams.filter(({ members }) => members === null).map(({ team }) => team);
  const effects = looks.flatMap((look) => (look.kind === 'planned' ? look.effects.map(describeEffect) : []));
  const { explanation, withheld, wakeAt, record } = last.plan;
  return { rfc: { number, title: rfc.title, url: rfc.url, outcome: isDryRun ? 'planned' : 'done', reason: null, explanation, effects, withheld: withheld.map(describeEffect), wakeAt }, stop: null, hiddenTeams, seen: record === null ? null : { snapshot: last.snapshot, record } };
}

/** How the repository decides, once all that is open was looked at. A limit of GitHub's ends it, and is said. */
async function lookForStewards(place: Place, { request, notes, seen }: Pick<Turn, 'request' | 'notes' | 'seen'>): Promise<SweepReport['stewards']> {
  const memory = runStewards(place, { seen, notes, room: () => mostRequests - request.requests() });
  try {
    const { effects, withheld } = await lookAtStewardship(place, memory, { isDryRun: request.isDryRun, signal: neverAborted });
    return { effects: effects.map(describeStewardEffect), withheld: withheld.map(describeStewardEffect) };
  } catch (error) {
    const refusal = gitHubErrorIn(error);
    if (refusal === null) throw new Error('while looking at how the repository decides', { cause: error });
    notes.push(`Principles, retrospective and digest were left for the next sweep: ${refusal.message}`);
    return null;
  }
}

/** What an operator would find in the log, the reader of the report finds below it. */
function noting(notes: string[]): Log {
  const note = (fields: object, message: string): void => {
    const { repository, rfc, write, reason } = fields as { repository?: string; rfc?: string; write?: string; reason?: string };
    notes.push(`${message}: ${[repository, rfc, write, reason].filter((part) => part !== undefined).join(', ')}`);
  };
  const ignore = (): void => {
    // The report says it already.
  };
  return { debug: ignore, info: ignore, warn: note, error: note };
}
