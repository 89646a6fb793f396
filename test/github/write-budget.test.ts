import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RequestCost } from '../../src/github/request-cost.ts';
import { createWriteBudget, type BudgetLimits } from '../../src/github/write-budget.ts';
import { runs, seed } from '../support/property-runs.ts';

/** A budget on a clock that only its own waits and the requests move. */
function aBudget(limits?: BudgetLimits, longestWait?: number) {
  const clock = { now: 1_000_000 };
  const wait = async (milliseconds: number): Promise<void> => {
    clock.now += milliseconds;
    await Promise.resolve();
  };
  const budget = createWriteBudget({ now: () => clock.now, wait, ...(limits && { limits }), ...(longestWait !== undefined && { longestWait }) });
  return { budget, clock };
}

const answered = async (): Promise<string> => await Promise.resolve('answer');

async function spendAll(count: number, cost: RequestCost, parts = aBudget()): Promise<{ sent: number; refusal: unknown }> {
  for (let sent = 0; sent < count; sent += 1) {
    const refusal: unknown = await parts.budget.spend(cost, 'POST /x', answered).then(() => null, (error: unknown) => error);
    if (refusal !== null) return { sent, refusal };
  }
  return { sent: count, refusal: null };
}

describe('createWriteBudget', () => {
  it.each([
    ['content', 80],
    ['write', 180],
    ['read', 900],
  ] as const)('lets GitHub\'s number of requests through in a minute: %s, %i', async (cost, limit) => {
    const { sent, refusal } = await spendAll(limit + 1, cost);
    expect(sent).toBe(limit);
    expect(refusal).toMatchObject({ kind: 'limited', retryAt: new Date(1_060_000), seen: expect.stringContaining('1970-01-01T00:17:40.000Z') });
  });

  it('lets 500 writes of content through in an hour', async () => {
    const parts = aBudget();
    let sent = 0;
    for (let minute = 0; minute < 8; minute += 1) {
      sent += (await spendAll(70, 'content', parts)).sent;
      parts.clock.now += 60_000;
    }
    expect(sent).toBe(500);
    parts.clock.now += 60 * 60_000;
    expect(await spendAll(10, 'content', parts)).toEqual({ sent: 10, refusal: null });
  });

  it('waits where the wait is short', async () => {
    const parts = aBudget();
    await spendAll(80, 'content', parts);
    parts.clock.now += 56_000;
    await parts.budget.spend('content', 'POST /x', answered);
    expect(parts.clock.now).toBe(1_060_000);
  });

  it('asks nothing before the moment that GitHub named', async () => {
    const { budget, clock } = aBudget();
    budget.pauseUntil(new Date(clock.now + 30_000));
    await expect(budget.spend('read', 'GET /x', answered)).rejects.toMatchObject({ kind: 'limited', retryAt: new Date(clock.now + 30_000) });
    clock.now += 26_000;
    expect(await budget.spend('read', 'GET /x', answered)).toBe('answer');
    expect(clock.now).toBe(1_030_000);
  });

  it('does not shorten a pause by a shorter one', async () => {
    const { budget, clock } = aBudget();
    budget.pauseUntil(new Date(clock.now + 60_000));
    budget.pauseUntil(new Date(clock.now + 10));
    await expect(budget.spend('write', 'POST /x', answered)).rejects.toMatchObject({ retryAt: new Date(clock.now + 60_000) });
  });

  it('sends one write at a time, in the order of arrival, and reads beside them', async () => {
    const { budget } = aBudget();
    const events: string[] = [];
    const gates = new Map<string, () => void>();
    const gated = (name: string) => async () => {
      events.push(`${name} begins`);
      await new Promise<void>((resolve) => gates.set(name, resolve));
      events.push(`${name} ends`);
    };
    const first = budget.spend('write', 'POST /1', gated('first'));
    const second = budget.spend('content', 'POST /2', gated('second'));
    await new Promise(setImmediate);
    await budget.spend('read', 'GET /3', async () => { events.push('read'); await Promise.resolve(); });
    gates.get('first')?.();
    await first;
    await new Promise(setImmediate);
    gates.get('second')?.();
    await second;
    expect(events).toEqual(['first begins', 'read', 'first ends', 'second begins', 'second ends']);
  });

  it('goes on after a write that failed, and counts it', async () => {
    const { budget } = aBudget({ content: [{ limit: 1, span: 60_000 }], points: [] });
    await expect(budget.spend('content', 'POST /x', async () => await Promise.reject(new Error('broke')))).rejects.toThrow('broke');
    expect(await budget.spend('write', 'POST /x', answered)).toBe('answer');
    await expect(budget.spend('content', 'POST /x', answered)).rejects.toMatchObject({ kind: 'limited' });
  });

  it('never sends more than a window holds, and refuses nothing that fits soon', async () => {
    const limits = { content: [{ limit: 3, span: 1000 }], points: [{ limit: 20, span: 500 }] };
    const request = fc.record({ cost: fc.constantFrom<RequestCost>('read', 'write', 'content'), gap: fc.nat(300), takes: fc.nat(200) });
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 40 }), async (requests) => {
        const { budget, clock } = aBudget(limits, 400);
        const sent: { at: number; cost: RequestCost }[] = [];
        for (const { cost, gap, takes } of requests) {
          clock.now += gap;
          const before = clock.now;
          const send = async () => { sent.push({ at: clock.now, cost }); clock.now += takes; await Promise.resolve(); };
          const refusal: unknown = await budget.spend(cost, 'x', send).then(() => null, (error: unknown) => error);
          if (refusal !== null) expect((refusal as { retryAt: Date }).retryAt.getTime()).toBeGreaterThan(before + 400);
        }
        for (const { at } of sent) {
          const inside = (span: number) => sent.filter((one) => one.at > at - span && one.at <= at);
          expect(inside(1000).filter(({ cost }) => cost === 'content').length).toBeLessThanOrEqual(3);
          expect(inside(500).reduce((sum, { cost }) => sum + (cost === 'read' ? 1 : 5), 0)).toBeLessThanOrEqual(20);
        }
      }),
      { seed, numRuns: runs({ desk: 100, ci: 500, long: 10_000 }) },
    );
  });
});
