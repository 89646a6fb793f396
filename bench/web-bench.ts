/** The pages on a large index: what each takes, for whom sees everything and for whom sees little, and the whole log as a file. */
import { goal, heading } from './goals.ts';
import type { Usage } from './server/answer-parent.ts';
import { bundleServers, startBundle, type Child } from './server/children.ts';
import { percentiles } from './server/percentiles.ts';
import { line, mebibytes } from './server/print.ts';
import { startStores, type StoreKind } from './server/stores.ts';
import { eventsEach } from './server/web-rows.ts';
import type { WebQuestion } from './server/web-server.ts';

const limits: Readonly<Record<StoreKind['name'], number>> = { PostgreSQL: 150, PGlite: 300 };
/** Of all repositories, how many somebody sees. */
const viewers = ['all', '60', '1'] as const;
/** Beside what the garbage collector leaves lying about. */
const mostGrowth = 64;

const log = ['', '?text=keys', '?text=template77', '?text=reason3+undone', '?domain=api', '?result=rejected', '?principle=small-steps', '?topic=keys', '?person=person-1', '?from=2025-06-01&to=2025-06-30', '?domain=api&text=rotate&person=person-2', '?text=nothing+like+it'];
const pages = ['/open', '/open?waits-for=contested', '/open?domain=api', '/closing', '/waiting', '/rfcs/acme/repo-1/12', '/rfcs/acme/repo-1/1000000', '/domains', '/principles', '/topics', '/vitality', '/vitality?every=month', '/vitality.csv', '/decisions.atom', ...log.map((query) => `/decisions${query}`)];

/** The pages of the embedded database first. */
export async function benchWeb(isQuick: boolean): Promise<void> {
  await bundleServers();
  const stores = await startStores();
  try {
    for (const kind of stores.kinds) await benchPages(kind, isQuick ? { decisions: 10_000, rounds: 10 } : { decisions: 100_000, rounds: 40 });
  } finally {
    await stores.remove();
  }
}

async function benchPages({ name, create }: StoreKind, { decisions, rounds }: { decisions: number; rounds: number }): Promise<void> {
  heading(`Pages on ${name}: ${decisions.toLocaleString('en')} decisions, ${(decisions * eventsEach).toLocaleString('en')} events, one request after the other`);
  const child = await startBundle('web-server', await create());
  try {
    const began = performance.now();
    const url = await child.ask<string>({ about: 'fill', decisions } satisfies WebQuestion);
    line('filled', `in ${((performance.now() - began) / 1000).toFixed(0)} s`);
    line('the first reckoning of vitality', `${(await timeOf(url, '/vitality')).toFixed(0)} ms`);
    let slowest = 0;
    const deep = await nextOf(`${url}/decisions?to=2025-09-01`);
    for (const page of [...pages, deep]) slowest = Math.max(slowest, await benchPage({ url, page, rounds }));
    goal('the slowest page, p95', slowest, { atMost: limits[name], unit: ' ms' });
    await benchExport(child, url);
  } finally {
    await child.stop();
  }
}

/** In milliseconds. */
async function timeOf(url: string, page: string, sees = 'all'): Promise<number> {
  const since = performance.now();
  const answer = await fetch(`${url}${page}`, { headers: { 'x-sees': sees } });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${page} answered ${answer.status}`);
  return performance.now() - since;
}

/** In milliseconds: its p95 for whoever waits longest for it. */
async function benchPage({ url, page, rounds }: { url: string; page: string; rounds: number }): Promise<number> {
  const all = [];
  for (const sees of viewers) {
    const times: number[] = [];
    for (let round = 0; round < rounds + 3; round += 1) {
      const time = await timeOf(url, page, sees);
      if (round >= 3) times.push(time);
    }
    all.push({ sees, p95: percentiles(times).p95 });
  }
  const worst = all.reduce((one, other) => (other.p95 > one.p95 ? other : one));
  line(page.length > 60 ? `${page.slice(0, 57)}…` : page, `p95 ${all.map(({ sees, p95 }) => `${p95.toFixed(1)} (sees ${sees})`).join(', ')} ms`);
  return worst.p95;
}

/** The address of what follows, as the page links it. */
async function nextOf(address: string): Promise<string> {
  const text = await (await fetch(address, { headers: { 'x-sees': 'all' } })).text();
  return /href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '/decisions';
}

async function benchExport(child: Child, url: string): Promise<void> {
  for (const format of ['json', 'csv']) {
    const before = (await child.ask<Usage>({ about: 'usage' } satisfies WebQuestion)).memory;
    const since = performance.now();
    const answer = await fetch(`${url}/decisions.${format}`, { headers: { 'x-sees': 'all' } });
    let bytes = 0;
    for await (const chunk of answer.body ?? []) bytes += (chunk as Uint8Array).length;
    const peak = await child.ask<number>({ about: 'peak' } satisfies WebQuestion);
    line(`the whole log as ${format}`, `${mebibytes(bytes)} in ${((performance.now() - since) / 1000).toFixed(1)} s`, `memory ${mebibytes(before)}, at most ${mebibytes(peak)}`);
    goal(`memory while the log is read as ${format}, above before`, (peak - before) / 2 ** 20, { atMost: mostGrowth, unit: ' MiB' });
  }
}
