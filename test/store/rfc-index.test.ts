import { describe, expect, it } from '@jest/globals';
import { newRecord } from '../../src/decision/record.ts';
import { claimDue, listRepository, readRfc, saveRfc, wakeAll, type RfcRow } from '../../src/store/rfc-index.ts';
import { databases, useStore } from '../support/databases.ts';

const now = new Date('2026-11-21T12:00:00Z');

function anRfc(number: number, changes: Partial<RfcRow> = {}): RfcRow {
  return {
    repositoryId: 7,
    number,
    owner: 'acme',
    repo: 'rfcs',
    installation: 3,
    kind: 'pull-request',
    isOpen: true,
    isRfc: true,
    headSha: 'a'.repeat(40),
    updatedAt: '2026-11-20T08:00:00Z',
    seenAt: now,
    wakeAt: null,
    rules: 'r1',
    record: newRecord('2026-11-01T00:00:00Z'),
    ...changes,
  };
}

function minutesAway(minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}

describe.each(databases)('the index of RFCs on $name', (kind) => {
  const { database } = useStore(kind);

  it.each([
    ['a pull request', anRfc(1)],
    ['an issue that sleeps and has no record', anRfc(2, { kind: 'issue', headSha: null, record: null, isOpen: false, isRfc: false })],
    ['ids beyond 32 bits', anRfc(2_000_000_000, { repositoryId: 2 ** 52, installation: 2 ** 40, wakeAt: minutesAway(9) })],
  ])('gives back what was saved: %s', async (_name, row) => {
    await saveRfc(database(), row);
    expect(await readRfc(database(), row)).toEqual(row);
  });

  it('keeps the last of what was saved, once', async () => {
    await saveRfc(database(), anRfc(1, { wakeAt: minutesAway(5) }));
    const later = anRfc(1, { headSha: 'b'.repeat(40), updatedAt: '2026-11-21T09:00:00Z', record: null, repo: 'proposals' });
    await saveRfc(database(), later);
    expect(await readRfc(database(), later)).toEqual(later);
    expect(await listRepository(database(), 7)).toHaveProperty('size', 1);
  });

  it('knows nothing of what was never saved', async () => {
    expect(await readRfc(database(), { repositoryId: 7, number: 1 })).toBeNull();
    expect(await listRepository(database(), 7)).toEqual(new Map());
  });

  it('lists what the sweep compares, of one repository', async () => {
    await saveRfc(database(), anRfc(1));
    await saveRfc(database(), anRfc(2, { updatedAt: '2026-11-21T10:00:00Z', isRfc: false, rules: 'r2' }));
    await saveRfc(database(), anRfc(3, { repositoryId: 8 }));
    expect([...(await listRepository(database(), 7)).values()].sort((a, b) => a.number - b.number)).toEqual([
      { number: 1, updatedAt: '2026-11-20T08:00:00Z', isOpen: true, isRfc: true, rules: 'r1' },
      { number: 2, updatedAt: '2026-11-21T10:00:00Z', isOpen: true, isRfc: false, rules: 'r2' },
    ]);
  });

  it('hands out what is due, the longest overdue first, until the lease is over', async () => {
    await saveRfc(database(), anRfc(1, { wakeAt: minutesAway(-1) }));
    await saveRfc(database(), anRfc(2, { wakeAt: minutesAway(-9) }));
    await saveRfc(database(), anRfc(3, { wakeAt: minutesAway(1) }));
    await saveRfc(database(), anRfc(4));
    const address = { installation: 3, owner: 'acme', repo: 'rfcs' };
    const options = { limit: 1, leaseFor: 10 * 60_000 };
    expect(await claimDue(database(), { ...options, now })).toEqual([{ ...address, number: 2 }]);
    expect(await claimDue(database(), { ...options, now })).toEqual([{ ...address, number: 1 }]);
    expect(await claimDue(database(), { ...options, now })).toEqual([]);
    const later = await claimDue(database(), { now: minutesAway(10), limit: 9, leaseFor: 60_000 });
    expect(later.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
  });

  it('hands nothing out twice to two that ask at once', async () => {
    for (let number = 1; number <= 40; number++) await saveRfc(database(), anRfc(number, { wakeAt: minutesAway(-number) }));
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimDue(database(), { now, limit: 5, leaseFor: 60_000 })));
    const numbers = claims.flat().map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const rest = await claimDue(database(), { now, limit: 40, leaseFor: 60_000 });
    expect(numbers.length + rest.length).toBe(40);
  });

  it('wakes every open RFC of a repository, and none later than planned', async () => {
    await saveRfc(database(), anRfc(1));
    await saveRfc(database(), anRfc(2, { wakeAt: minutesAway(-30) }));
    await saveRfc(database(), anRfc(3, { wakeAt: minutesAway(30) }));
    await saveRfc(database(), anRfc(4, { isOpen: false }));
    await saveRfc(database(), anRfc(5, { repositoryId: 8 }));
    await wakeAll(database(), 7, now);
    const wakeAt = async (number: number, repositoryId = 7) => (await readRfc(database(), { repositoryId, number }))?.wakeAt;
    expect(await Promise.all([wakeAt(1), wakeAt(2), wakeAt(3), wakeAt(4), wakeAt(5, 8)])).toEqual([now, minutesAway(-30), now, null, null]);
  });
});
