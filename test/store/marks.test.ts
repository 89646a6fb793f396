import { describe, expect, it } from '@jest/globals';
import { newRecord } from '../../src/decision/record.ts';
import { countMarks, findMarked, keepMarks, marksOf } from '../../src/store/marks.ts';
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
    expect(await findMarked(database(), 'all', { kind: 'tension', limit: 5 })).toEqual([{ repositoryId: 1, number: 1 }]);
    expect(await findMarked(database(), [2], { kind: 'tension', limit: 5 })).toEqual([]);
  });
});
