/** Takes a person out of everything that is kept here, and sees to it that nothing names them again. */
import { sql } from 'kysely';
import type { LogEntry } from '../decision/log/entry.ts';
import { forgetIn, forgetInEntry, namesIn, onePerson, withNamesIn } from '../decision/log/forget.ts';
import type { Person } from '../decision/people.ts';
import { writeEntries } from './decision-log.ts';
import { keepForgotten } from './forgotten.ts';
import { schemaName } from './schema-names.ts';
import type { Database } from './tables.ts';

/** How many rows of a table named them. */
export interface Forgotten {
  table: string;
  rows: number;
}

/** Caches, which fill again; and what only ever was about one person. */
const dropped: Readonly<Record<string, 'text' | 'person'>> = { etag: 'text', document_report: 'text', absence: 'person', awaited: 'person', web_session: 'person' };
/** Columns with somebody's id, or login, in rows that are about something else. */
const cleared: readonly [table: string, column: string, value: string | number | null][] = [
  ['term', 'holder', 0],
  ['booking', 'holder', null],
  ['click', 'by_id', null],
];
/** The repository's own files, and what the queue gave up: neither is about who took part. */
const left: ReadonlySet<string> = new Set(['config', 'dead_letter']);

/** All of it, or nothing. With `isDryRun` it is only counted. */
export async function forgetPerson(database: Database, person: Person, { at, isDryRun }: { at: Date; isDryRun: boolean }): Promise<Forgotten[]> {
  return await database.transaction().execute(async (transaction) => {
    const columns = await columnsIn(transaction);
    const logins = await loginsInLog(transaction, person);
    const forgotten: Forgotten[] = [await forgetInDecisions(transaction, { person, logins, isDryRun })];
    for (const column of columns) forgotten.push({ table: column.table, rows: await forgetInColumn(transaction, { ...column, person, logins: column.table === 'decision_revision' ? logins : [person.login], isDryRun }) });
    if (!isDryRun) await keepForgotten(transaction, { id: person.id, logins }, at);
    return sumUp(forgotten);
  });
}

/** Their name, and those that they had when decisions were made. */
async function loginsInLog(transaction: Database, person: Person): Promise<string[]> {
  const rows = await transaction.selectFrom('decision_revision').select('entry').where(names('entry', { id: person.id, logins: [] })).execute();
  const found = rows.flatMap(({ entry }) => namesIn(entry, onePerson(person)));
  return [...new Set([person.login, ...found].map((login) => login.toLowerCase()))];
}

interface Column {
  table: string;
  column: string;
  type: string;
}

/** Of the tables that there are. */
async function columnsIn(transaction: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select table_name as "table", column_name as "column", data_type as "type" from information_schema.columns
    where table_schema = ${schemaName} order by table_name, column_name`.execute(transaction);
  return rows.filter(({ table }) => table !== 'decision' && table !== 'forgotten' && !left.has(table));
}

interface Wanted {
  person: Person;
  /** By which they are looked for: in the log, also by those that they had before. */
  logins: readonly string[];
  isDryRun: boolean;
}

type Place = Column & Wanted;

async function forgetInColumn(transaction: Database, place: Place): Promise<number> {
  const { table, column, type, person } = place;
  if (dropped[table] === 'person') return column === 'person' ? await dropRows(transaction, place, sql`person = ${person.id}`) : 0;
  const set = cleared.find(([name, of]) => name === table && of === column);
  if (set !== undefined) return await clearColumn(transaction, place, set[2]);
  if (column === 'by_login') return await clearColumn(transaction, place, null);
  if (type !== 'json') return 0;
  if (dropped[table] === 'text') return await dropRows(transaction, place, names(column, { id: person.id, logins: place.logins }));
  return await rewriteColumn(transaction, place);
}

/** Json text in which they may be named: what is found is looked at more closely. */
function names(column: string, { id, logins }: { id: number; logins: readonly string[] }) {
  const text = sql`${sql.ref(column)}::text`;
  const words = logins.map((login) => sql`or ${text} ilike ${`%${login.replace(/[\\%_]/g, '\\$&')}%`}`);
  return sql<boolean>`(${text} ~ ${`\\m${id}\\M`} ${sql.join(words, sql` `)})`;
}

function tableOf(name: string) {
  return sql.table(`${schemaName}.${name}`);
}

async function dropRows(transaction: Database, { table, isDryRun }: Place, where: ReturnType<typeof sql>): Promise<number> {
  const { rows: [found] } = await sql<{ count: number }>`select count(*) as count from ${tableOf(table)} where ${where}`.execute(transaction);
  if (!isDryRun) await sql`delete from ${tableOf(table)} where ${where}`.execute(transaction);
  return Number(found?.count ?? 0);
}

async function clearColumn(transaction: Database, { table, column, person, isDryRun }: Place, value: string | number | null): Promise<number> {
  const wanted = column === 'by_login' ? sql`lower(by_login) = ${person.login.toLowerCase()}` : sql`${sql.ref(column)} = ${person.id}`;
  const { rows: [found] } = await sql<{ count: number }>`select count(*) as count from ${tableOf(table)} where ${wanted}`.execute(transaction);
  if (!isDryRun) await sql`update ${tableOf(table)} set ${sql.ref(column)} = ${value} where ${wanted}`.execute(transaction);
  return Number(found?.count ?? 0);
}

async function rewriteColumn(transaction: Database, { table, column, person, logins, isDryRun }: Place): Promise<number> {
  const { rows } = await sql<{ at: string; data: unknown }>`
    select ctid::text as at, ${sql.ref(column)} as data from ${tableOf(table)} where ${names(column, { id: person.id, logins })} for update`.execute(transaction);
  const nameless = onePerson(person, logins);
  const changed = rows.map(({ at, data }) => ({ at, data, without: forgetIn(data, withNamesIn(data, nameless)) })).filter(({ data, without }) => without !== data);
  if (isDryRun) return changed.length;
  for (const { at, without } of changed) await sql`update ${tableOf(table)} set ${sql.ref(column)} = ${JSON.stringify(without)}::json where ctid = ${at}::tid`.execute(transaction);
  return changed.length;
}

/** Also what they are found by. */
async function forgetInDecisions(transaction: Database, { person, logins, isDryRun }: Wanted): Promise<Forgotten> {
  const rows = await transaction.selectFrom('decision').select('entry').where(names('entry', { id: person.id, logins })).execute();
  const nameless = onePerson(person, logins);
  const changed = rows.flatMap(({ entry }): LogEntry[] => {
    const without = forgetInEntry(entry, nameless);
    return without === entry ? [] : [without];
  });
  if (!isDryRun) await writeEntries(transaction, changed);
  return { table: 'decision', rows: changed.length };
}

function sumUp(forgotten: readonly Forgotten[]): Forgotten[] {
  const sums = new Map<string, number>();
  for (const { table, rows } of forgotten) if (rows > 0) sums.set(table, (sums.get(table) ?? 0) + rows);
  return [...sums].map(([table, rows]) => ({ table, rows }));
}
