/** The App as a server: deliveries, memory, wake-ups, looks, and what all of it asks of GitHub. */
import { bundleServers, type Child } from './server/children.ts';
import { benchLatency, benchThroughput, startSender, type Effort } from './server/delivery-cases.ts';
import { benchCalls, benchLooks } from './server/look-cases.ts';
import { benchMemory } from './server/memory-case.ts';
import { startStores, type StoreKind } from './server/stores.ts';
import { benchWakeUps } from './server/wake-case.ts';

interface Stage {
  kinds: readonly StoreKind[];
  sender: Child;
  isQuick: boolean;
}

const cases: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  async latency({ kinds, sender, isQuick }) {
    for (const kind of kinds) await benchLatency(kind, sender, effortOf(isQuick));
  },
  async throughput({ kinds, sender, isQuick }) {
    for (const kind of kinds) await benchThroughput(kind, sender, effortOf(isQuick));
  },
  async memory({ kinds, sender, isQuick }) {
    await benchMemory(kinds, sender, 2 * effortOf(isQuick).seconds);
  },
  async looks({ kinds, isQuick }) {
    for (const kind of kinds) await benchLooks(kind, isQuick ? 1 : 3);
  },
  async wake({ kinds, isQuick }) {
    for (const kind of kinds) await benchWakeUps(kind, isQuick ? 50 : 300);
  },
  async calls({ kinds }) {
    // What is asked of GitHub is the same on either database.
    for (const kind of kinds.slice(0, 1)) await benchCalls(kind);
  },
};

export const serverCases: readonly string[] = Object.keys(cases);

function effortOf(isQuick: boolean): Effort {
  return isQuick ? { seconds: 3, rounds: 1 } : { seconds: 5, rounds: 5 };
}

/** Runs the cases that are named, always in the same order. */
export async function benchServer(wanted: readonly string[], isQuick: boolean): Promise<void> {
  await bundleServers();
  const stores = await startStores();
  const sender = await startSender();
  try {
    for (const [name, run] of Object.entries(cases)) if (wanted.includes(name)) await run({ kinds: stores.kinds, sender, isQuick });
  } finally {
    await sender.stop();
    await stores.remove();
  }
}
