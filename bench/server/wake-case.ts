/** What a wake-up costs, from a thousand open RFCs in the index to a million. */
import { goal, heading } from '../goals.ts';
import { startBundle } from './children.ts';
import { line, milliseconds } from './print.ts';
import type { StoreKind } from './stores.ts';
import type { WakeCosts, WakeQuestion } from './wake-rows.ts';

const sizes = [1_000, 100_000, 1_000_000];

export async function benchWakeUps({ name, create }: StoreKind, claims: number): Promise<void> {
  heading(`A wake-up on ${name}: one claim of 100 that are due, and one while nothing is`);
  const child = await startBundle('wake-rows', await create());
  const costs: WakeCosts[] = [];
  for (const rows of sizes) {
    const cost = await child.ask<WakeCosts>({ rows, claims } satisfies WakeQuestion);
    costs.push(cost);
    line(`${rows.toLocaleString('en')} rows`, `100 due ${milliseconds(cost.due)}`, `nothing due ${milliseconds(cost.nothing)}`);
  }
  await child.stop();
  const [least, most] = [costs[0], costs.at(-1)];
  goal('median of 100 due, a million rows to a thousand', (most?.due.p50 ?? Number.NaN) / (least?.due.p50 ?? Number.NaN), { atMost: 2 });
  goal('median of nothing due, a million rows to a thousand', (most?.nothing.p50 ?? Number.NaN) / (least?.nothing.p50 ?? Number.NaN), { atMost: 2 });
}
