import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import { keepEntries } from '../../src/store/decision-log.ts';
import { findEntries } from '../../src/store/find-entries.ts';
import { forgetPerson } from '../../src/store/forget-person.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import type { Database } from '../../src/store/tables.ts';
import { alice, aLogEntry, bob } from '../support/a-log-entry.ts';
import { databases, useStore } from '../support/databases.ts';

const at = new Date('2026-03-10T10:05:00Z');

/** What takes each migration back, the newest first. */
const undo: readonly [name: string, statements: readonly string[]][] = [
  ['0013-divided-topics', ['drop index unpause.decision_topic_result']],
  ['0012-review-days', ['alter table unpause.decision drop column review_on, drop column review_by']],
  ['0011-forgotten-names', ['alter table unpause.forgotten drop column login_hash', 'alter table unpause.forgotten add primary key (person)']],
];

/** The tables as they were before a migration. */
async function goBackBefore(database: Database, wanted: string): Promise<void> {
  for (const [name, statements] of undo.slice(0, undo.findIndex(([each]) => each === wanted) + 1)) {
    for (const statement of statements) await sql.raw(statement).execute(database);
    await sql`delete from unpause.kysely_migration where name = ${name}`.execute(database);
  }
}

describe.each(databases)('a database that is brought up to date, $name', (kind) => {
  const { database } = useStore(kind);

  it('forgets also those who were forgotten before names were known', async () => {
    await goBackBefore(database(), '0011-forgotten-names');
    await sql`insert into unpause.forgotten values (${alice.id}, now())`.execute(database());
    await migrate(database());
    const everything = async () => JSON.stringify(await findEntries(database(), { repositories: 'all', limit: 5 }));
    await keepEntries(database(), [aLogEntry()], at);
    expect(await everything()).not.toMatch(/alice/i);
    await forgetPerson(database(), alice, { at, isDryRun: false });
    await keepEntries(database(), [aLogEntry({ context: 'Thanks to @alice.' })], at);
    expect(await everything()).not.toMatch(/alice/i);
  });

  it('finds what was to be looked back at in entries that were kept before', async () => {
    const source = { in: 'comment', id: 1, by: alice.id, hash: '' } as const;
    const due: Partial<LogEntry> = { reviewOn: '2026-04-01' };
    const forged = 'It says "reviewOn":"2020-01-01","owner":{"id":99} \0';
    const entries = [
      aLogEntry({ ...due, number: 1, context: forged }),
      aLogEntry({ ...due, number: 2, owner: null, by: bob }),
      aLogEntry({ ...due, number: 3, review: { outcome: 'kept', by: alice, why: 'It held', at: '2026-04-02T10:00:00Z', source } }),
      aLogEntry({ ...due, number: 4, reopened: { by: alice, why: 'No', at: '2026-03-20T10:00:00Z', source } }),
      aLogEntry({ ...due, number: 5, result: 'superseded' }),
      aLogEntry({ number: 6, question: forged }),
    ];
    await keepEntries(database(), entries, at);
    const find = async (filter: { reviewer?: number } = {}) => (await findEntries(database(), { repositories: 'all', dueBy: '2026-04-01', limit: 9, ...filter })).map(({ number }) => number);
    const before = [await find(), await find({ reviewer: alice.id }), await find({ reviewer: bob.id })];
    await goBackBefore(database(), '0012-review-days');
    await migrate(database());
    expect([await find(), await find({ reviewer: alice.id }), await find({ reviewer: bob.id })]).toEqual(before);
    expect(before).toEqual([[2, 1], [1], [2]]);
  });
});
