/** Memory of the processes, garbage collected: after the start, and after load. */
import { goal, heading } from '../goals.ts';
import type { Usage } from './answer-parent.ts';
import type { Child } from './children.ts';
import { send } from './delivery-cases.ts';
import { line, mebibytes } from './print.ts';
import { startApp, startBareProbot, type RunningServer } from './servers.ts';
import type { StoreKind } from './stores.ts';

interface Memory {
  idle: number;
  loaded: number;
}

/** Node's heap for what is young grows to a hundred megabytes under load, and is not given back; this keeps it small. */
const smallYoungHeap = '--max-semi-space-size=2';

/** Ours is web and worker in one; the looks end at once. */
export async function benchMemory(kinds: readonly StoreKind[], sender: Child, seconds: number): Promise<void> {
  heading('Memory of one process, web and worker, idle and after load');
  const bare = await measure(await startBareProbot(), sender, seconds);
  show('bare Probot', bare, bare);
  for (const { name, create } of kinds) {
    const place = await create();
    // The very first start makes the database, which takes memory that no later start takes.
    await (await startApp(place, { role: 'all', areLooksEmpty: true })).stop();
    const memory = await measure(await startApp(place, { role: 'all', areLooksEmpty: true }), sender, seconds);
    show(`unpause on ${name}`, memory, bare);
    const small = await measure(await startApp(place, { role: 'all', areLooksEmpty: true, nodeOptions: [smallYoungHeap] }), sender, seconds);
    show(`the same with ${smallYoungHeap}`, small, bare);
    if (name !== 'PostgreSQL') continue;
    for (const [what, each] of [['database elsewhere', memory], [`the same with ${smallYoungHeap}`, small]] as const) {
      goal(`${what}, idle, ratio to bare Probot`, each.idle / bare.idle, { atMost: 1.3 });
      goal(`${what}, after load`, each.loaded / bare.loaded, { atMost: 1.3 });
    }
  }
}

async function measure(server: RunningServer, sender: Child, seconds: number): Promise<Memory> {
  const idle = (await server.ask<Usage>({ about: 'usage' })).memory;
  await send(sender, { url: server.url, seconds, perSecond: 500 });
  const loaded = (await server.ask<Usage>({ about: 'usage' })).memory;
  await server.stop();
  return { idle, loaded };
}

function show(name: string, { idle, loaded }: Memory, bare: Memory): void {
  line(name, `idle ${mebibytes(idle)} (× ${(idle / bare.idle).toFixed(2)})`, `after load ${mebibytes(loaded)} (× ${(loaded / bare.loaded).toFixed(2)})`);
}
