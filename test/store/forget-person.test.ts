import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { newRecord, type Record } from '../../src/decision/record.ts';
import { keepClick } from '../../src/store/clicks.ts';
import { findRevisions, keepEntries } from '../../src/store/decision-log.ts';
import { findEntries } from '../../src/store/find-entries.ts';
import { forgetPerson } from '../../src/store/forget-person.ts';
import { keepAbsence, keepTerms } from '../../src/store/momentum.ts';
import { readRfc, saveRfc, type RfcRow } from '../../src/store/rfc-index.ts';
import { alice, aLogEntry, bob, carol } from '../support/a-log-entry.ts';
import { databases, useStore } from '../support/databases.ts';

const at = new Date('2026-03-10T10:05:00Z');
const id = { repositoryId: 1, number: 7 };
const record: Record = { ...newRecord('2026-03-01T11:00:00Z'), owners: ['alice'], ownerIds: [alice] };
const row: RfcRow = { ...id, owner: 'acme', repo: 'rfcs', installation: 3, kind: 'issue', isOpen: false, isRfc: true, headSha: null, updatedAt: '', seenAt: at, wakeAt: null, rules: '', record };
const term = { n: 1, holder: alice, startedAt: '2026-03-02T10:00:00Z', dueAt: '2026-03-05T10:00:00Z', ended: null, how: 'taken', step: 'drifting', scope: null, activeAt: null, source: null } as const;

describe.each(databases)('forgetting a person in $name', (kind) => {
  const { database } = useStore(kind);

  async function fill(): Promise<void> {
    await saveRfc(database(), row);
    await keepEntries(database(), [aLogEntry(), aLogEntry({ number: 8, by: bob, owner: bob, sources: [] })], at);
    await keepEntries(database(), [aLogEntry({ why: 'As @alice says.' })], at);
    await keepTerms(database(), id, { installation: 3, terms: [term] });
    await keepAbsence(database(), { person: alice.id, from: '2026-03-01T00:00:00Z', until: '2026-04-01T00:00:00Z' });
    await keepClick(database(), { owner: 'acme', repo: 'rfcs', number: 7 }, { id: 'x', kind: 'take-dri', sha: 'a', by: { id: alice.id, login: 'Alice' }, createdAt: at });
  }

  /** Every row of every table but the one that keeps who is not to be named, as text. */
  async function everything(): Promise<string> {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'unpause' and table_name <> 'forgotten'`.execute(database());
    const texts = await Promise.all(rows.map(async ({ name }) => (await sql<{ text: string }>`select t::text as text from ${sql.table(`unpause.${name}`)} as t`.execute(database())).rows.map(({ text }) => text)));
    return texts.flat().join('\n');
  }

  it('leaves no trace of them in any table, and says where they were', async () => {
    await fill();
    expect(await everything()).toMatch(/alice/i);
    const found = await forgetPerson(database(), alice, { at, isDryRun: false });
    expect(found).toEqual([
      { table: 'decision', rows: 1 },
      { table: 'absence', rows: 1 },
      { table: 'click', rows: 2 },
      { table: 'decision_revision', rows: 2 },
      { table: 'rfc', rows: 1 },
      { table: 'term', rows: 1 },
    ]);
    expect(await everything()).not.toMatch(/alice|#11\b/i);
    expect((await readRfc(database(), id))?.record).toMatchObject({ owners: ['former-participant'], ownerIds: [{ id: 0, login: 'former-participant' }] });
    expect(await findEntries(database(), { repositories: 'all', person: 'alice', limit: 5 })).toEqual([]);
    expect(await findEntries(database(), { repositories: 'all', person: 0, limit: 5 })).toHaveLength(1);
    expect((await findRevisions(database(), { ...id, n: 1 })).map(({ entry }) => entry.by)).toEqual([{ id: 0, login: 'former-participant' }, { id: 0, login: 'former-participant' }]);
  });

  it('names them in no entry that is kept afterwards, and keeps no new revision of what is the same', async () => {
    await fill();
    await forgetPerson(database(), alice, { at, isDryRun: false });
    expect(await keepEntries(database(), [aLogEntry({ why: 'As @alice says.' })], at)).toBe(0);
    await keepEntries(database(), [aLogEntry({ number: 9 })], at);
    expect(await everything()).not.toMatch(/alice/i);
  });

  it('names them in no later entry, neither by what people wrote nor as the author of a source', async () => {
    const citation = { of: 'citation', source: { in: 'comment', id: 5, by: alice.id, hash: 'aa' }, url: 'https://github.com/acme/rfcs/pull/9#issuecomment-5' } as const;
    const entry = aLogEntry({ number: 9, by: bob, owner: bob, voices: [], context: 'Thanks to @alice and @alicea.', question: 'As _@Alice_ asked', sources: [citation] });
    await keepEntries(database(), [entry], at);
    await forgetPerson(database(), alice, { at, isDryRun: false });
    expect(await keepEntries(database(), [entry], at)).toBe(0);
    expect(await findEntries(database(), { repositories: 'all', limit: 5 })).toEqual([
      { ...entry, context: 'Thanks to former-participant and @alicea.', question: 'As _former-participant_ asked', sources: [{ ...citation, source: { ...citation.source, by: 0 } }] },
    ]);
  });

  it('knows them by the names that they had before', async () => {
    const renamed = aLogEntry({ by: { id: alice.id, login: 'alice-old' }, owner: bob, sources: [] });
    const thanks = aLogEntry({ number: 9, by: bob, owner: bob, voices: [], sources: [], context: 'Thanks to @Alice-Old.' });
    await keepEntries(database(), [renamed, thanks], at);
    await forgetPerson(database(), alice, { at, isDryRun: false });
    expect(await everything()).not.toMatch(/alice/i);
    expect(await keepEntries(database(), [renamed, thanks], at)).toBe(0);
  });

  it('keeps apart several who were forgotten, and who was not', async () => {
    for (const person of [alice, bob, { ...alice, login: 'alice-new' }]) await forgetPerson(database(), person, { at, isDryRun: false });
    await keepEntries(database(), [aLogEntry({ by: carol, owner: { id: 99, login: 'alice' }, sources: [], context: '@alice, @alice-new, @bob and @carol.' })], at);
    const [kept] = await findEntries(database(), { repositories: 'all', limit: 5 });
    expect(kept).toMatchObject({ by: carol, owner: { id: 99, login: 'alice' }, context: 'former-participant, former-participant, former-participant and @carol.' });
    expect(kept?.voices.map(({ person }) => person)).toEqual([{ id: 0, login: 'former-participant' }, carol]);
  });

  it('keeps the number of their account, and nothing that reads like their name', async () => {
    await forgetPerson(database(), alice, { at, isDryRun: false });
    const { rows } = await sql<{ text: string }>`select t::text as text from unpause.forgotten as t`.execute(database());
    expect(rows.map(({ text }) => text)).toEqual([expect.stringMatching(/^\(11,"[^"]+",[0-9a-f]{32}\)$/)]);
  });

  it('changes nothing in a dry run, and says the same', async () => {
    await fill();
    const before = await everything();
    const foreseen = await forgetPerson(database(), alice, { at, isDryRun: true });
    expect(await everything()).toBe(before);
    expect(await forgetPerson(database(), alice, { at, isDryRun: false })).toEqual(foreseen);
  });
});
