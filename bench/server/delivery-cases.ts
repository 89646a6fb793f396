/** From a delivery to its 202: how long that takes, and how many a second. */
import { goal, heading } from '../goals.ts';
import { median } from '../paired-runs.ts';
import type { Usage } from './answer-parent.ts';
import { startScript, type Child } from './children.ts';
import type { Load, LoadResult } from './load.ts';
import { line, milliseconds, perSecond } from './print.ts';
import { secret, startApp, startProbotWithQueue, type RunningServer } from './servers.ts';
import type { StoreKind } from './stores.ts';

export interface Effort {
  seconds: number;
  rounds: number;
}

const rfcs = 200;
const connections = 64;
const rate = 500;

/** The process that sends; one at a time is at work. */
export async function startSender(): Promise<Child> {
  return await startScript('load', { secret, rfcs });
}

export async function send(sender: Child, load: Load): Promise<LoadResult> {
  const result = await sender.ask<LoadResult>(load);
  if (result.failures > 0) throw new Error(`${result.failures} deliveries were not taken at ${load.url}`);
  return result;
}

/** The looks of what is queued end at once, so that the queue fills and empties all the while. */
export async function benchLatency({ name, create }: StoreKind, sender: Child, { seconds, rounds }: Effort): Promise<void> {
  heading(`${rate} deliveries a second on ${name}, from when each is due to its 202`);
  const app = await startApp(await create(), { role: 'all', areLooksEmpty: true });
  await send(sender, { url: app.url, seconds: 2, perSecond: rate });
  const results: LoadResult[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await send(sender, { url: app.url, seconds, perSecond: rate }));
  await app.stop();
  for (const [index, result] of results.entries()) line(`round ${index + 1}`, perSecond(result.perSecond), milliseconds(result));
  goal('p99, the median of the rounds', median(results.map(({ p99 }) => p99)), { atMost: 50, unit: ' ms' });
}

/** Nobody looks meanwhile: what is measured is how a server takes deliveries. */
export async function benchThroughput({ name, create }: StoreKind, sender: Child, { seconds, rounds }: Effort): Promise<void> {
  heading(`${connections} connections on ${name}, deliveries taken; nothing is looked at`);
  const servers: [Contestant, ...Contestant[]] = [
    await contestant('unpause', startApp(await create(), { role: 'web' })),
    await contestant('Probot, awaits send (melting)', startProbotWithQueue(await create(), 'stately')),
    await contestant('Probot, awaits send (a job each)', startProbotWithQueue(await create(), 'standard')),
  ];
  for (const { server } of servers) await send(sender, { url: server.url, seconds, connections });
  const before = await readProcessors(servers);
  for (let round = 0; round < rounds; round += 1) {
    for (const { server, results } of servers) results.push(await send(sender, { url: server.url, seconds, connections }));
  }
  const after = await readProcessors(servers);
  for (const { server } of servers) await server.stop();
  const [ours, ...peers] = servers;
  for (const [index, { contestant: each, results }] of servers.entries()) {
    const processor = ((after[index] ?? Number.NaN) - (before[index] ?? Number.NaN)) / results.reduce((sum, result) => sum + result.perSecond * seconds, 0);
    line(each, perSecond(median(results.map((result) => result.perSecond))), `p99 ${median(results.map(({ p99 }) => p99)).toFixed(0)} ms`, `${processor.toFixed(2)} ms of processor each`, `ours/theirs × ${ratioOf(ours.results, results).toFixed(2)}`);
  }
  for (const { contestant: peer, results } of peers) goal(`deliveries, ratio to ${peer}`, ratioOf(ours.results, results), { atLeast: 2 });
}

interface Contestant {
  contestant: string;
  server: RunningServer;
  results: LoadResult[];
}

/** Milliseconds of processor so far; those of a PostgreSQL server are not among them. */
async function readProcessors(contestants: readonly Contestant[]): Promise<number[]> {
  const processors: number[] = [];
  for (const { server } of contestants) processors.push((await server.ask<Usage>({ about: 'usage' })).processor);
  return processors;
}

async function contestant(name: string, starting: Promise<RunningServer>): Promise<Contestant> {
  return { contestant: name, server: await starting, results: [] };
}

function ratioOf(ours: readonly LoadResult[], theirs: readonly LoadResult[]): number {
  return median(ours.map(({ perSecond: own }, round) => own / (theirs[round]?.perSecond ?? Number.NaN)));
}
