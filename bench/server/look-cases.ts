/** Looks against the stand-in: how many a second, and what each asks of GitHub. */
import type { LookKey } from '../../src/app/look-key.ts';
import { goal, heading } from '../goals.ts';
import { startBundle, startScript, type Child } from './children.ts';
import type { GitHubOptions, GitHubPlace, RequestCounts } from './github.ts';
import type { LookQuestion, LookWorkerOptions } from './look-worker.ts';
import { line, perSecond } from './print.ts';
import type { StoreKind } from './stores.ts';

const owner = 'acme';
const repo = 'rfcs';
const rfcs = 100;
/** Milliseconds. */
const settledAfter = 5000;

interface Stage {
  github: Child;
  worker: Child;
  installation: number;
}

async function raise({ create }: StoreKind): Promise<Stage> {
  const github = await startScript('github', { rfcs } satisfies GitHubOptions);
  const place = await github.ask<GitHubPlace>({ about: 'place' });
  const worker = await startBundle('look-worker', { ...(await create()), github: place } satisfies LookWorkerOptions);
  return { github, worker, installation: place.installation };
}

function keysOf({ installation }: Stage): LookKey[] {
  return Array.from({ length: rfcs }, (_, index) => ({ kind: 'rfc', installation, owner, repo, number: index + 1 }));
}

async function ask({ worker }: Stage, question: LookQuestion): Promise<number> {
  return await worker.ask<number>(question);
}

/** What was asked since the last time. */
async function count({ github }: Stage): Promise<RequestCounts> {
  return await github.ask<RequestCounts>({ about: 'requests' });
}

/** `rounds` of looks in which nothing has changed, after one in which everything is new and one that sees what it wrote. */
export async function benchLooks(kind: StoreKind, rounds: number): Promise<void> {
  heading(`Looks on ${kind.name}, against the stand-in in a process of its own; no budget for writes`);
  const stage = await raise(kind);
  const keys = keysOf(stage);
  const show = async (name: string) => {
    const took = await ask(stage, { about: 'queued', keys });
    const { reads, pages, blobs, notModified, writes } = await count(stage);
    const each = (number: number) => (number / rfcs).toFixed(1);
    line(name, perSecond(rfcs / (took / 1000)), `each ${each(reads + pages)} reads, ${each(blobs)} blobs, ${each(notModified)} not modified, ${each(writes)} writes`);
  };
  await show('first looks');
  await show('second looks');
  for (let round = 1; round <= rounds; round += 1) await show(`unchanged, round ${round}`);
  await stage.worker.stop();
  await stage.github.stop();
}

/** The same on either database: one is enough. */
export async function benchCalls(kind: StoreKind): Promise<void> {
  heading('What is asked of GitHub');
  const stage = await raise(kind);
  const { installation } = stage;
  await ask(stage, { about: 'queued', keys: keysOf(stage) });
  // GitHub's times are in seconds: of what has just changed, a look does not say that it saw all.
  await new Promise((resolve) => setTimeout(resolve, settledAfter));
  await ask(stage, { about: 'queued', keys: keysOf(stage) });
  const sweep: LookKey = { kind: 'repository', installation, owner, repo };
  const lookAndCount = async (name: string, key: LookKey) => {
    await count(stage);
    const added = await ask(stage, { about: 'one', key });
    const counts = await count(stage);
    showCounts(name, counts);
    return { ...counts, added };
  };
  const swept = await lookAndCount(`sweep, ${rfcs} unchanged RFCs`, sweep);
  await ask(stage, { about: 'cold caches' });
  await lookAndCount('the same without ETags', sweep);
  const number = await stage.github.ask<number>({ about: 'one more' });
  const key: LookKey = { kind: 'rfc', installation, owner, repo, number };
  await ask(stage, { about: 'cold caches' });
  const first = await lookAndCount('first look at an RFC, nothing cached', key);
  await lookAndCount('second look', key);
  const warm = await lookAndCount('unchanged, ETags known', key);
  await ask(stage, { about: 'cold caches' });
  const cold = await lookAndCount('unchanged, nothing cached', key);
  await stage.worker.stop();
  await stage.github.stop();
  goal('first look, reads beside pages and blobs', first.reads, { atMost: 12 });
  goal('unchanged, writes', warm.writes + cold.writes, { atMost: 0 });
  // The list of those that are open, and that of the merge queue's branches.
  goal('sweep of 100 that have not changed, lists', swept.reads + swept.pages, { atMost: 2 });
  goal('sweep of 100 that have not changed, looks that follow', swept.added, { atMost: 0 });
}

function showCounts(name: string, { reads, pages, blobs, notModified, writes, tokens }: RequestCounts): void {
  line(name, `${reads} reads, ${pages} pages, ${blobs} blobs, ${notModified} not modified, ${writes} writes, ${tokens} tokens`);
}
