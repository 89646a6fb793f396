import { describe, expect, it } from '@jest/globals';
import type { OpenRfc } from '../../src/decision/open-rfc.ts';
import { countOpen, findClosing, findOpen, findWaiting, keepOpenRfc, readOpenRfc, type After } from '../../src/store/open-rfcs.ts';
import { saveRepository } from '../../src/store/repositories.ts';
import type { Database } from '../../src/store/tables.ts';
import { anOpenRfc } from '../support/an-open-rfc.ts';
import { databases, useStore } from '../support/databases.ts';

const all = { visible: 'all', domain: null, pause: null, after: null, limit: 10 } as const;

async function withRepositories(database: Database): Promise<void> {
  for (const [repositoryId, name] of [[1, 'rfcs'], [2, 'secret']] as const) await saveRepository(database, { repositoryId, owner: 'acme', name, installation: 3 });
}

async function keepAll(database: Database, rfcs: readonly [repositoryId: number, number: number, rfc: OpenRfc][]): Promise<void> {
  await withRepositories(database);
  for (const [repositoryId, number, rfc] of rfcs) await keepOpenRfc(database, { repositoryId, number }, rfc);
}

function waitingSince(since: string, parts: Parameters<typeof anOpenRfc>[0] = {}): OpenRfc {
  return anOpenRfc({ pause: { kind: 'awaiting-review', since, waitsFor: [] }, ...parts });
}

describe.each(databases)('the open RFCs on $name', (kind) => {
  const { database } = useStore(kind);

  it('are listed with what a look saw, under the name that the repository has now', async () => {
    const rfc = anOpenRfc({ title: 'Keys \0 and ‮ tricks', dri: { person: { id: 14, login: 'dave' }, until: '2026-03-09T10:00:00Z' }, progress: { domain: 'security', rung: 'consent', closesAt: '2026-03-20T10:00:00.000Z' } });
    await keepAll(database(), [[1, 7, rfc]]);
    await saveRepository(database(), { repositoryId: 1, owner: 'acme', name: 'proposals', installation: 3 });
    const { progress, ...facts } = rfc;
    const [row] = await findOpen(database(), all);
    expect(row).toEqual({ ...facts, rung: 'consent', repositoryId: 1, number: 7, owner: 'acme', repo: 'proposals', domain: 'security', closesAt: new Date('2026-03-20T10:00:00Z'), at: new Date('2026-03-03T10:00:00Z') });
    expect((await readOpenRfc(database(), 'all', { repositoryId: 1, number: 7 }))?.progress).toEqual(progress);
  });

  it('are there once, as the last look saw them, and not at all once they are over', async () => {
    await keepAll(database(), [[1, 7, anOpenRfc()], [1, 7, anOpenRfc({ title: 'Another title', awaited: [{ person: 14, for: 'dri' }] })]]);
    expect(await findOpen(database(), all)).toMatchObject([{ title: 'Another title' }]);
    expect(await findWaiting(database(), { ...all, person: 13 })).toEqual([]);
    await keepOpenRfc(database(), { repositoryId: 1, number: 7 }, null);
    expect(await findOpen(database(), all)).toEqual([]);
    expect(await findWaiting(database(), { ...all, person: 14 })).toEqual([]);
  });

  it('are counted and listed by what they wait for, and by domain', async () => {
    await keepAll(database(), [
      [1, 1, waitingSince('2026-03-03T10:00:00Z')],
      [1, 2, waitingSince('2026-03-04T10:00:00Z', { progress: { domain: 'api' } })],
      [1, 3, anOpenRfc({ pause: null })],
    ]);
    const counts = await countOpen(database(), { visible: 'all', domain: null });
    expect(counts).toHaveLength(2);
    expect(counts).toEqual(expect.arrayContaining([{ pause: 'awaiting-review', count: 2 }, { pause: null, count: 1 }]));
    expect(await countOpen(database(), { visible: 'all', domain: 'api' })).toEqual([{ pause: 'awaiting-review', count: 1 }]);
    expect(await findOpen(database(), { ...all, pause: 'awaiting-review' })).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(await findOpen(database(), { ...all, pause: 'none' })).toMatchObject([{ number: 3 }]);
    expect(await findOpen(database(), { ...all, domain: 'api' })).toMatchObject([{ number: 2 }]);
  });

  it('are paged through, each once, also where many began to wait at the same moment', async () => {
    const same = '2026-03-03T10:00:00Z';
    await keepAll(database(), Array.from({ length: 7 }, (_, index) => [index % 2 === 0 ? 1 : 2, index + 1, waitingSince(index === 6 ? '2026-03-01T10:00:00Z' : same)]));
    const seen: number[] = [];
    for (let after: After | null = null; ; ) {
      const rows = await findOpen(database(), { ...all, after, limit: 3 });
      seen.push(...rows.map(({ number }) => number));
      const last = rows.at(-1);
      if (last === undefined) break;
      after = last;
    }
    expect(seen).toEqual([7, 1, 3, 5, 2, 4, 6]);
  });

  it('are closing in the order in which their periods end, but for those that ended', async () => {
    const closing = (closesAt: string | null): OpenRfc => anOpenRfc({ progress: { closesAt } });
    await keepAll(database(), [[1, 1, closing('2026-03-20T10:00:00Z')], [1, 2, closing('2026-03-12T10:00:00Z')], [2, 3, closing('2026-03-09T10:00:00Z')], [2, 4, closing(null)]]);
    const from = new Date('2026-03-10T00:00:00Z');
    expect(await findClosing(database(), { ...all, from })).toMatchObject([{ number: 2 }, { number: 1 }]);
  });

  it('are on the list of those who can move them on, with every reason', async () => {
    await keepAll(database(), [
      [1, 1, anOpenRfc({ awaited: [{ person: 13, for: 'voice' }, { person: 13, for: 'pause' }, { person: 14, for: 'dri' }] })],
      [1, 2, anOpenRfc({ awaited: [{ person: 14, for: 'help' }] })],
    ]);
    expect(await findWaiting(database(), { ...all, person: 13 })).toMatchObject([{ number: 1, reasons: ['pause', 'voice'] }]);
    expect(await findWaiting(database(), { ...all, person: 14 })).toMatchObject([{ number: 1, reasons: ['dri'] }, { number: 2, reasons: ['help'] }]);
  });

  it('of repositories that are not to be seen are neither shown nor counted', async () => {
    await keepAll(database(), [[1, 1, anOpenRfc()], [2, 2, anOpenRfc({ progress: { closesAt: '2026-03-20T10:00:00Z' } })]]);
    const mine = { ...all, visible: [1] };
    expect(await findOpen(database(), mine)).toMatchObject([{ number: 1 }]);
    expect(await countOpen(database(), mine)).toEqual([{ pause: 'awaiting-review', count: 1 }]);
    expect(await findClosing(database(), { ...mine, from: new Date(0) })).toEqual([]);
    expect(await findWaiting(database(), { ...mine, person: 13 })).toMatchObject([{ number: 1 }]);
    expect(await readOpenRfc(database(), [1], { repositoryId: 2, number: 2 })).toBeNull();
    expect(await findOpen(database(), { ...all, visible: [] })).toEqual([]);
    expect(await countOpen(database(), { visible: [], domain: null })).toEqual([]);
  });
});
