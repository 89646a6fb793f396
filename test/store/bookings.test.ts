import { describe, expect, it } from '@jest/globals';
import { book, inTurn, pruneBookings, unbook } from '../../src/store/bookings.ts';
import { readLoad } from '../../src/store/momentum.ts';
import { databases, useStore } from '../support/databases.ts';

const now = new Date('2026-11-20T09:00:00Z');
const today = new Date('2026-11-20T00:00:00Z');
const dueAt = '2026-11-25T09:00:00.000Z';
const one = { repositoryId: 7, number: 1, installation: 3 };
const other = { ...one, number: 2 };
const elsewhere = { ...one, repositoryId: 8 };
const stranger = { repositoryId: 9, number: 1, installation: 4 };
const booking = { at: now, calls: 1, term: { holder: 5, dueAt } };

describe.each(databases)('calls that are booked on $name', (kind) => {
  const { database } = useStore(kind);
  const seenFrom = async (id: typeof one) => {
    const { terms, callsToday } = await readLoad(database(), { ...id, now, today });
    return { holders: terms.map(({ holder }) => holder), callsToday };
  };

  it('count for the other RFCs until they are read back', async () => {
    await book(database(), one, booking);
    expect(await seenFrom(one)).toEqual({ holders: [], callsToday: 0 });
    expect(await seenFrom(other)).toEqual({ holders: [5], callsToday: 1 });
    expect(await seenFrom(elsewhere)).toEqual({ holders: [5], callsToday: 0 });
    expect(await seenFrom(stranger)).toEqual({ holders: [], callsToday: 0 });
    await unbook(database(), one);
    expect(await seenFrom(other)).toEqual({ holders: [], callsToday: 0 });
  });

  it('take the place of those that were booked before', async () => {
    await book(database(), one, booking);
    await book(database(), one, { at: now, calls: 2, term: null });
    expect(await seenFrom(other)).toEqual({ holders: [], callsToday: 2 });
  });

  it('have begun, though the clock they are dated by is ahead', async () => {
    await book(database(), one, { ...booking, at: new Date(now.getTime() + 5_000) });
    const { terms } = await readLoad(database(), { ...other, now, today });
    expect(terms).toEqual([{ holder: 5, startedAt: now.toISOString(), dueAt, endedAt: null, isVolunteered: false }]);
  });

  it('count on their own day alone, and are dropped in the end', async () => {
    await book(database(), one, { ...booking, at: new Date('2026-11-19T09:00:00Z') });
    expect(await seenFrom(other)).toEqual({ holders: [5], callsToday: 0 });
    await pruneBookings(database(), today);
    expect(await seenFrom(other)).toEqual({ holders: [], callsToday: 0 });
  });

  it('are made by one after the other', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    const seen = await Promise.all(
      numbers.map(async (number) =>
        await inTurn(database(), 3, async (transaction) => {
          const { callsToday } = await readLoad(transaction, { ...one, number, now, today });
          await book(transaction, { ...one, number }, booking);
          return callsToday;
        }),
      ),
    );
    expect(seen.toSorted((a, b) => a - b)).toEqual(numbers.map((number) => number - 1));
  });

  it('are not kept where planning fails, and the next has its turn', async () => {
    const failing = inTurn(database(), 3, async (transaction) => {
      await book(transaction, one, booking);
      throw new Error('no plan');
    });
    await expect(failing).rejects.toThrow('no plan');
    expect(await inTurn(database(), 3, async (transaction) => (await readLoad(transaction, { ...other, now, today })).callsToday)).toBe(0);
  });
});
