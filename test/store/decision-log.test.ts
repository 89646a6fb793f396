import { describe, expect, it } from '@jest/globals';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import { findRevisions, keepEntries } from '../../src/store/decision-log.ts';
import { cursorOf, findEntries, readCursor, streamEntries, writeCursor, type LogFilter } from '../../src/store/find-entries.ts';
import { alice, aLogEntry, bob, carol } from '../support/a-log-entry.ts';
import { databases, useStore } from '../support/databases.ts';

const at = new Date('2026-03-10T10:05:00Z');
const later = new Date('2026-04-01T09:00:00Z');

describe.each(databases)('the decision log on $name', (kind) => {
  const { database } = useStore(kind);

  const find = async (filter: Partial<LogFilter> = {}): Promise<string[]> =>
    (await findEntries(database(), { repositories: 'all', limit: 50, ...filter })).map(nameOf);

  it('gives an entry back as it was kept, whatever people wrote', async () => {
    const entry = aLogEntry({ question: 'Why \0 “quotes” {and} \\ \ud83d\ude00?', topic: 'A\0 topic', principles: ['"odd", {id}', 'small-steps'] });
    await keepEntries(database(), [entry], at);
    expect(await findEntries(database(), { repositories: 'all', limit: 5 })).toEqual([entry]);
    expect(await find({ principle: '"odd", {id}', topic: 'a  TOPIC' })).toEqual(['1#7.1']);
  });

  it('gives what was kept before an entry had all of its fields', async () => {
    const entry = aLogEntry({ voices: [{ person: bob, stance: 'heard', url: null }], objections: [{ by: bob, why: 'Too fast', at: '2026-03-04T10:00:00Z', answered: null, withdrawnAt: null, setAside: null }] });
    const later = ['missing', 'supersededAt', 'answered'];
    const earlier = JSON.parse(JSON.stringify(entry, (key, value: unknown) => (later.includes(key) || (key === 'url' && value === null) ? undefined : value))) as LogEntry;
    await keepEntries(database(), [earlier], at);
    expect(await findEntries(database(), { repositories: 'all', limit: 5 })).toEqual([entry]);
  });

  it('appends a revision where an entry reads differently, and none where it does not', async () => {
    const first = aLogEntry();
    const second = aLogEntry({ confirmedAt: '2026-03-20T10:00:00Z' });
    expect(await keepEntries(database(), [first, aLogEntry({ number: 8 })], at)).toBe(2);
    expect(await keepEntries(database(), [first], later)).toBe(0);
    expect(await keepEntries(database(), [second], later)).toBe(1);
    expect(await findRevisions(database(), { repositoryId: 1, number: 7, n: 1 })).toEqual([
      { revision: 1, keptAt: at, entry: first },
      { revision: 2, keptAt: later, entry: second },
    ]);
    expect(await findEntries(database(), { repositories: [1], number: 7, limit: 5 })).toEqual([second]);
  });

  it('shows nothing of a repository that may not be seen', async () => {
    await keepEntries(database(), [aLogEntry(), aLogEntry({ repository: { id: 2 } }), aLogEntry({ repository: { id: 3 } })], at);
    expect(await find({ repositories: [] })).toEqual([]);
    expect(await find({ repositories: [2] })).toEqual(['2#7.1']);
    expect(await find({ repositories: [3, 1, 9] })).toEqual(['3#7.1', '1#7.1']);
  });

  it.each<[what: string, filter: Partial<LogFilter>, numbers: number[]]>([
    ['its domain', { domain: 'api' }, [2]],
    ['its result', { result: 'rejected' }, [3]],
    ['a principle', { principle: 'data-stays-local' }, [4]],
    ['its topic, in any case', { topic: 'PAGE  size' }, [2]],
    ['who decided', { person: carol.id }, [4]],
    ['who said something, by login in any case', { person: 'CAROL' }, [4]],
    ['a login with its mark', { person: '@carol' }, [4]],
    ['a moment from which on', { from: '2026-03-03' }, [4, 3]],
    ['a moment before which', { to: '2026-03-02T10:00:00Z' }, [1]],
    ['a word of the question', { text: 'cursors' }, [2]],
    ['the beginnings of words, in any order', { text: 'BACK regio' }, [4]],
    ['words of the reason', { text: 'too dear' }, [3]],
    ['words, one of which is not there', { text: 'cursors backup' }, []],
    ['marks alone, which ask for nothing', { text: " '&|!:* " }, [4, 3, 2, 1]],
    ['what would be a query of its own', { text: "x' | 'cursors" }, []],
    ['all at once', { domain: 'data', principle: 'data-stays-local', person: 'carol', text: 'backups' }, [4]],
  ])('finds an entry by %s', async (_, filter, numbers) => {
    const quiet = { by: alice, owner: alice, voices: [] } as const;
    await keepEntries(
      database(),
      [
        aLogEntry({ ...quiet, number: 1, at: '2026-03-01T10:00:00Z' }),
        aLogEntry({ ...quiet, number: 2, at: '2026-03-02T10:00:00Z', domain: 'api', topic: 'Page size', question: 'Cursors for pages' }),
        aLogEntry({ ...quiet, number: 3, at: '2026-03-03T10:00:00Z', result: 'rejected', why: 'It is too dear.' }),
        aLogEntry({ number: 4, at: '2026-03-04T10:00:00Z', by: carol, owner: bob, voices: [], domain: 'data', principles: ['data-stays-local'], question: 'Backups in another region' }),
      ],
      at,
    );
    expect(await find(filter)).toEqual(numbers.map((number) => `1#${number}.1`));
  });

  it('finds somebody by the login that they go by now, with what they did under another one', async () => {
    const [before, after] = [{ id: 21, login: 'dora' }, { id: 21, login: 'dora-new' }];
    const namesake = { id: 22, login: 'dora' };
    const entry = (number: number, by: typeof before) => aLogEntry({ number, at: `2026-03-0${number}T10:00:00Z`, by, owner: by, voices: [] });
    await keepEntries(database(), [entry(1, before), entry(2, after), entry(3, namesake), aLogEntry({ number: 4 })], at);
    expect(await find({ person: 'dora-new' })).toEqual(['1#2.1', '1#1.1']);
    expect(await find({ person: '@Dora' })).toEqual(['1#3.1']);
    expect(await find({ person: 'nobody' })).toEqual([]);
    const streamed: number[] = [];
    for await (const { number } of streamEntries(database(), { repositories: 'all', person: 'dora-new' })) streamed.push(number);
    expect(streamed).toEqual([2, 1]);
  });

  it('tells nothing of who goes by a login from what may not be seen', async () => {
    const dora = { id: 21, login: 'dora' };
    await keepEntries(database(), [aLogEntry({ by: { id: 21, login: 'dora-before' }, owner: bob }), aLogEntry({ repository: { id: 2 }, by: dora, owner: dora })], at);
    expect(await find({ repositories: [1], person: 'dora' })).toEqual([]);
    expect(await find({ person: 'dora' })).toEqual(['2#7.1', '1#7.1']);
  });

  it('finds what was to be looked back at by a day, and by whom', async () => {
    const review = { outcome: 'kept', by: alice, why: 'It held', at: '2026-05-01T10:00:00Z', source: { in: 'comment', id: 1, by: alice.id, hash: '' } } as const;
    const due = { reviewOn: '2026-04-01' };
    await keepEntries(
      database(),
      [
        aLogEntry({ ...due, number: 1, question: 'With \0 in it' }),
        aLogEntry({ ...due, number: 2, review }),
        aLogEntry({ ...due, number: 3, reopened: { by: alice, why: 'No', at: '2026-03-20T10:00:00Z', source: review.source } }),
        aLogEntry({ ...due, number: 4, owner: bob }),
        aLogEntry({ ...due, number: 5, owner: null, by: carol }),
        aLogEntry({ number: 6, reviewOn: '2026-04-02' }),
        aLogEntry({ number: 7 }),
      ],
      at,
    );
    expect(await find({ dueBy: '2026-03-31' })).toEqual([]);
    expect(await find({ dueBy: '2026-04-01' })).toEqual(['1#5.1', '1#4.1', '1#1.1']);
    expect(await find({ dueBy: '2026-04-02', reviewer: alice.id })).toEqual(['1#6.1', '1#1.1']);
    expect(await find({ dueBy: '2026-04-02', reviewer: carol.id })).toEqual(['1#5.1']);
    await keepEntries(database(), [aLogEntry({ ...due, number: 1, review })], later);
    expect(await find({ dueBy: '2026-04-01', reviewer: alice.id })).toEqual([]);
  });

  it('gives pages that together are the whole, newest first', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => aLogEntry({ number: 1 + (index % 4), n: index, repository: { id: 1 + (index % 3) }, at: `2026-03-0${1 + (index % 2)}T10:00:00Z` }));
    await keepEntries(database(), entries, at);
    const whole = await find();
    const paged: string[] = [];
    let before: LogFilter['before'];
    for (;;) {
      const page = await findEntries(database(), { repositories: 'all', limit: 5, ...(before && { before }) });
      paged.push(...page.map(nameOf));
      const last = page.at(-1);
      if (last === undefined) break;
      before = readCursor(writeCursor(cursorOf(last))) ?? undefined;
    }
    expect(whole).toHaveLength(12);
    expect(paged).toEqual(whole);
  });

  it('streams more than a page', async () => {
    const entries = Array.from({ length: 1_203 }, (_, index) => aLogEntry({ number: index + 1 }));
    for (let start = 0; start < entries.length; start += 400) await keepEntries(database(), entries.slice(start, start + 400), at);
    const numbers: number[] = [];
    for await (const { number } of streamEntries(database(), { repositories: [1] })) numbers.push(number);
    expect(numbers).toEqual(entries.map(({ number }) => number).reverse());
  });
});

describe('a cursor', () => {
  it.each(['', '1.2.3', '1.2.3.4.5', 'x.1.1.1', '1.1.99999999999.1', `${'9'.repeat(15)}.1.1.1`, '1.1.1.1; drop'])('is not made of %j', (text) => {
    expect(readCursor(text)).toBeNull();
  });
});

function nameOf({ repository, number, n }: LogEntry): string {
  return `${repository.id}#${number}.${n}`;
}
