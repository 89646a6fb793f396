/**
 * The decision log: entries as the looks derive them from the records. Append-only: an entry that reads differently
 * from the last time is kept beside what it was. What is shown and searched is how each reads now.
 */
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { keyOfEntry, renderKey, type LogEntry, type LogKey, type LogResult } from '../decision/log/entry.ts';
import { forgetInEntry } from '../decision/log/forget.ts';
import { readForgotten } from './forgotten.ts';
import { renameInEntry } from '../decision/log/rename.ts';
import type { Database, Tables } from './tables.ts';
import { loginKey, peopleIn, personKey, searchWords, textArray, wordsIn, wordsWanted } from './log-words.ts';
import { isMoment, largestNumber } from './moments.ts';
import { isVisible, type Visible } from './visible.ts';

/** Where a list was left off: after this entry. */
export interface LogCursor extends LogKey {
  /** ISO 8601 in UTC. */
  at: string;
}

export interface LogFilter {
  /** The repositories that may be seen: nothing of any other is found. */
  repositories: Visible;
  domain?: string;
  result?: LogResult;
  /** Its id. */
  principle?: string;
  /** In any case. */
  topic?: string;
  /** Their GitHub id, or their login in any case. */
  person?: number | string;
  /** From this moment on, ISO 8601 or a date. */
  from?: string;
  /** Up to this moment, that left out. */
  to?: string;
  /** Every word has to be found, or the beginning of one, in the question, context, reasons and names. */
  text?: string;
  /** The number of one RFC; with one repository, its decisions. */
  number?: number;
  before?: LogCursor;
}

/** Keeps what a look derived. A new row only where an entry differs from the last kept; gives how many did. */
export async function keepEntries(database: Database, entries: readonly LogEntry[], at: Date): Promise<number> {
  if (entries.length === 0) return 0;
  const known = await withoutForgotten(database, entries);
  const kept = await readKept(database, known);
  const changed = known.filter((entry) => kept.get(renderKey(keyOfEntry(entry))) !== JSON.stringify(entry));
  if (changed.length === 0) return 0;
  await database.transaction().execute(async (transaction) => {
    await writeEntries(transaction, changed);
    await appendRevisions(transaction, changed, at);
  });
  return changed.length;
}

/** Who was forgotten is in no entry that is kept from then on, though GitHub goes on to name them. */
async function withoutForgotten(database: Database, entries: readonly LogEntry[]): Promise<readonly LogEntry[]> {
  const forgotten = await readForgotten(database);
  return forgotten === null ? entries : entries.map((entry) => forgetInEntry(entry, forgotten));
}

/** As JSON, by name: how each of these entries was last kept. */
async function readKept(database: Database, entries: readonly LogEntry[]): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('decision')
    .select(['repository_id', 'number', 'n', 'entry'])
    .where((where) => where.or(entries.map(({ repository, number, n }) => where.and({ repository_id: repository.id, number, n }))))
    .execute();
  return new Map(rows.map(({ repository_id: repositoryId, number, n, entry }) => [renderKey({ repositoryId, number, n }), JSON.stringify(entry)]));
}

/** Puts entries and what they are found by in the place of what was there. */
export async function writeEntries(transaction: Database, entries: readonly LogEntry[]): Promise<void> {
  for (const batch of inBatches(entries)) {
    await transaction
      .insertInto('decision')
      .values(batch.map(rowOf))
      .onConflict((conflict) =>
        conflict.columns(['repository_id', 'number', 'n']).doUpdateSet((make) => ({
          decided_at: make.ref('excluded.decided_at'),
          result: make.ref('excluded.result'),
          domain: make.ref('excluded.domain'),
          topic: make.ref('excluded.topic'),
          principles: sql<string>`${make.ref('excluded.principles')}`,
          people: sql<string>`${make.ref('excluded.people')}`,
          words: make.ref('excluded.words'),
          entry: sql<string>`${make.ref('excluded.entry')}`,
        })),
      )
      .execute();
  }
}

/** A statement holds 65,535 parameters at most. */
function* inBatches<Row>(rows: readonly Row[], size = 500): Generator<readonly Row[], void, undefined> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

function rowOf(entry: LogEntry) {
  const { repository, number, n, at, result, domain, topic, principles } = entry;
  return {
    repository_id: repository.id,
    number,
    n,
    decided_at: new Date(at),
    result,
    domain: domain === null ? null : withoutNull(domain),
    topic: topic === null ? null : foldTopic(topic),
    principles: arrayOf(principles),
    people: arrayOf(peopleIn(entry).flatMap(({ id, login }) => [personKey(id), loginKey(login)])),
    words: sql<string>`array_to_tsvector(${textArray(wordsIn(entry))}::text[])`,
    entry: JSON.stringify(entry),
  };
}

async function appendRevisions(transaction: Database, entries: readonly LogEntry[], at: Date): Promise<void> {
  const rows = entries.map((entry) => {
    const { repositoryId, number, n } = keyOfEntry(entry);
    const known = transaction
      .selectFrom('decision_revision')
      .where((where) => where.and({ repository_id: repositoryId, number, n }))
      .select((make) => make(make.fn.coalesce(make.fn.max('revision'), sql<number>`0`), '+', 1).as('revision'));
    return { repository_id: repositoryId, number, n, revision: sql<number>`(${known})`, kept_at: at, entry: JSON.stringify(entry) };
  });
  for (const batch of inBatches(rows)) await transaction.insertInto('decision_revision').values(batch).execute();
}

/** Up to `limit` entries as they read now, the newest first, under the names that their repositories have today. `cursorOf` the last one finds what comes after it. */
export async function findEntries(database: Database, { limit, ...filter }: LogFilter & { limit: number }): Promise<LogEntry[]> {
  if (filter.repositories !== 'all' && filter.repositories.length === 0) return [];
  const rows = await found(database, filter)
    .leftJoin('repository', 'repository.repository_id', 'decision.repository_id')
    .select(['decision.entry', 'repository.owner', 'repository.name'])
    .orderBy('decision.decided_at', 'desc')
    .orderBy('decision.repository_id', 'desc')
    .orderBy('decision.number', 'desc')
    .orderBy('decision.n', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ entry, owner, name }) => withLaterFields(owner === null || name === null ? entry : renameInEntry(entry, { owner, name })));
}

type Later = 'missing' | 'supersededAt';

/** What was kept before an entry had these fields does not hold them, until its RFC is looked at again. */
function withLaterFields(entry: Omit<LogEntry, Later> & Partial<Pick<LogEntry, Later>>): LogEntry {
  return { missing: [], supersededAt: null, ...entry };
}

/** So many at a time: what is held in memory does not grow with the log. */
const pageSize = 500;

/** All that is found, the newest first, a page of it at a time. */
export async function* streamEntries(database: Database, filter: LogFilter): AsyncGenerator<LogEntry, void, undefined> {
  let before = filter.before;
  for (;;) {
    const page = await findEntries(database, { ...filter, ...(before !== undefined && { before }), limit: pageSize });
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    before = cursorOf(last);
  }
}

export function cursorOf(entry: LogEntry): LogCursor {
  return { at: entry.at, ...keyOfEntry(entry) };
}

/** A cursor as a link has it: `1772445600000.7.12.1`. */
export function writeCursor({ at, repositoryId, number, n }: LogCursor): string {
  return [Date.parse(at), repositoryId, number, n].join('.');
}

/** Null where the text is no cursor. */
export function readCursor(text: string): LogCursor | null {
  if (!/^-?\d{1,15}(?:\.\d{1,15}){3}$/.test(text)) return null;
  const [at = 0, repositoryId = 0, number = 0, n = 0] = text.split('.').map(Number);
  return !isMoment(at) || Math.max(number, n) > largestNumber ? null : { at: new Date(at).toISOString(), repositoryId, number, n };
}

export interface LogRevision {
  revision: number;
  /** When the log first read so. */
  keptAt: Date;
  entry: LogEntry;
}

/** Every way an entry ever read, the first first. */
export async function findRevisions(database: Database, { repositoryId, number, n }: LogKey): Promise<LogRevision[]> {
  const rows = await database
    .selectFrom('decision_revision')
    .select(['revision', 'kept_at', 'entry'])
    .where((where) => where.and({ repository_id: repositoryId, number, n }))
    .orderBy('revision')
    .execute();
  return rows.map(({ revision, kept_at: keptAt, entry }) => ({ revision, keptAt, entry: withLaterFields(entry) }));
}

/** As topics are compared: in any case, and however they are spaced. */
export function foldTopic(topic: string): string {
  return topic.normalize('NFKC').toLowerCase().replace(/[\s\0]+/g, ' ').trim();
}

type Found = SelectQueryBuilder<Tables, 'decision', object>;

function found(database: Database, filter: Omit<LogFilter, 'limit'>): Found {
  return withMatches(withTimes(withPlace(database.selectFrom('decision'), filter), filter), filter);
}

function withPlace(query: Found, { repositories, domain, result, topic, number }: LogFilter): Found {
  let narrowed = query.where(isVisible('decision.repository_id', repositories));
  if (domain !== undefined) narrowed = narrowed.where('domain', '=', withoutNull(domain));
  if (result !== undefined) narrowed = narrowed.where('result', '=', result);
  if (topic !== undefined) narrowed = narrowed.where('topic', '=', foldTopic(topic));
  return number === undefined ? narrowed : narrowed.where('number', '=', number);
}

function withTimes(query: Found, { from, to, before }: LogFilter): Found {
  let narrowed = query;
  if (from !== undefined) narrowed = narrowed.where('decided_at', '>=', new Date(from));
  if (to !== undefined) narrowed = narrowed.where('decided_at', '<', new Date(to));
  if (before === undefined) return narrowed;
  const { at, repositoryId, number, n } = before;
  return narrowed.where((make) => make(make.refTuple('decision.decided_at', 'decision.repository_id', 'decision.number', 'decision.n'), '<', make.tuple(new Date(at), repositoryId, number, n)));
}

function withMatches(query: Found, { principle, person, text }: LogFilter): Found {
  let narrowed = query;
  if (principle !== undefined) narrowed = narrowed.where(holds('principles', principle));
  if (person !== undefined) narrowed = narrowed.where(holds('people', typeof person === 'number' ? personKey(person) : loginKey(person)));
  if (text === undefined) return narrowed;
  const wanted = searchWords(text);
  // A text without a single letter or digit asks for nothing in particular.
  return wanted.length === 0 ? narrowed : narrowed.where(sql<boolean>`${sql.ref('words')} @@ ${wordsWanted(wanted)}::tsquery`);
}

function holds(column: 'principles' | 'people', value: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} @> ${textArray([value])}::text[]`;
}

function arrayOf(values: readonly string[]): RawBuilder<string> {
  return sql<string>`${textArray(values)}::text[]`;
}

/** No text of PostgreSQL's holds one. */
function withoutNull(text: string): string {
  return text.replaceAll('\0', '');
}
