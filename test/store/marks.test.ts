import { describe, expect, it } from '@jest/globals';
import { newRecord } from '../../src/decision/record.ts';
import { countMarks, findMarked, keepMarks, marksOf } from '../../src/store/marks.ts';
import { saveRfc } from '../../src/store/rfc-index.ts';
import { alice, aLogEntry } from '../support/a-log-entry.ts';
import { databases, useStore } from '../support/databases.ts';

const source = { in: 'comment', id: 1, by: alice.id, hash: '0f' } as const;

describe('marksOf', () => {
  it('takes domains and principles from the log, citations and tensions from the record, each once', () => {
    const record = {
      ...newRecord('2026-03-01T00:00:00Z'),
      citations: [{ principle: 'reversible', by: alice, at: '2026-03-02T00:00:00Z', source }],
      tensions: [1, 2].map(() => ({ principle: 'small-steps', why: 'It was one step', by: alice, at: '2026-03-02T00:00:00Z', source })),
    };
    expect(marksOf([aLogEntry({ n: 1 }), aLogEntry({ n: 2 })], record)).toEqual([
      { kind: 'domain', name: 'security' },
      { kind: 'principle', name: 'small-steps' },
      { kind: 'principle', name: 'reversible' },
      { kind: 'tension', name: 'small-steps' },
    ]);
    expect(marksOf([], null)).toEqual([]);
  });
});

describe.each(databases)('marks on $name', (kind) => {
  const { database } = useStore(kind);

  it('are counted by repository, those of the last look alone, and only where they may be seen', async () => {
    const cited = { kind: 'principle', name: 'small-steps' } as const;
    await keepMarks(database(), { repositoryId: 1, number: 1 }, [cited, { kind: 'tension', name: 'small-steps' }]);
    await keepMarks(database(), { repositoryId: 1, number: 2 }, [cited, { kind: 'domain', name: 'api' }]);
    await keepMarks(database(), { repositoryId: 1, number: 2 }, [cited]);
    await keepMarks(database(), { repositoryId: 2, number: 3 }, [cited]);
    const counted = await countMarks(database(), 'all', ['principle', 'domain']);
    expect(counted.toSorted((one, other) => one.repositoryId - other.repositoryId)).toEqual([{ ...cited, repositoryId: 1, count: 2 }, { ...cited, repositoryId: 2, count: 1 }]);
    expect(await countMarks(database(), [2], ['principle', 'tension'])).toEqual([{ ...cited, repositoryId: 2, count: 1 }]);
  });

  it('are counted right after any changes, also by looks at the same time', async () => {
    const marks = (['domain', 'principle', 'tension'] as const).flatMap((kind) => ['a', 'b'].map((name) => ({ kind, name })));
    const some = (seed: number) => marks.filter((_, index) => (seed >> index) % 2 === 1);
    await Promise.all(Array.from({ length: 24 }, async (_, seed) => {
      await keepMarks(database(), { repositoryId: 1, number: seed % 4 }, some(seed * 7));
    }));
    for (const [number, seed] of [[0, 63], [1, 0], [2, 21], [3, 21]] as const) await keepMarks(database(), { repositoryId: 1, number }, some(seed));
    const counted = await countMarks(database(), 'all', ['domain', 'principle', 'tension']);
    const counts = Object.fromEntries(counted.map(({ kind, name, count }) => [`${kind} ${name}`, count]));
    expect(counts).toEqual({ 'domain a': 3, 'domain b': 1, 'principle a': 3, 'principle b': 1, 'tension a': 3, 'tension b': 1 });
  });

  it('lead to the RFCs that carry one, with their records', async () => {
    const record = newRecord('2026-03-01T00:00:00Z');
    const row = { owner: 'acme', repo: 'rfcs', installation: 3, kind: 'issue', isOpen: true, isRfc: true, headSha: null, updatedAt: '', seenAt: new Date(0), wakeAt: null, rules: '', record } as const;
    for (const number of [1, 2]) {
      await saveRfc(database(), { ...row, repositoryId: 1, number });
      await keepMarks(database(), { repositoryId: 1, number }, ['a', 'b'].map((name) => ({ kind: 'tension', name })));
    }
    expect(await findMarked(database(), 'all', { kind: 'tension', limit: 5 })).toEqual([2, 1].map((number) => ({ repositoryId: 1, number, owner: 'acme', repo: 'rfcs', record })));
    expect(await findMarked(database(), 'all', { kind: 'tension', limit: 1 })).toHaveLength(1);
    expect(await findMarked(database(), [2], { kind: 'tension', limit: 5 })).toEqual([]);
  });
});
