/** Finds entries of the decision log as they read now, the newest first: all that people may ask of it, a page at a time. */
import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { keyOfEntry, type LogEntry, type LogKey, type LogResult } from '../decision/log/entry.ts';
import { renameInEntry } from '../decision/log/rename.ts';
import { foldTopic, withLaterFields, withoutNull } from './decision-log.ts';
import { loginKey, peopleIn, personKey, searchWords, textArray, wordsWanted } from './log-words.ts';
import { isMoment, largestNumber } from './moments.ts';
import type { Database, Tables } from './tables.ts';
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
  /** Their GitHub id, or the login that they go by now, in any case. */
  person?: number | string;
  /** To be looked back at by this day, `2026-12-01`, and nobody has. */
  dueBy?: string;
  /** Who looks back at it: a GitHub id. */
  reviewer?: number;
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

/** Up to `limit` entries as they read now, the newest first, under the names that their repositories have today. `cursorOf` the last one finds what comes after it. */
export async function findEntries(database: Database, { limit, ...asked }: LogFilter & { limit: number }): Promise<LogEntry[]> {
  const filter = await withPersonId(database, asked);
  if (filter === null) return [];
  const rows = await newestFirst(found(database, filter).leftJoin('repository', 'repository.repository_id', 'decision.repository_id').select(['decision.entry', 'repository.owner', 'repository.name']))
    .limit(limit)
    .execute();
  return rows.map(({ entry: kept, owner, name }) => {
    const entry = withLaterFields(kept);
    return owner === null || name === null ? entry : renameInEntry(entry, { owner, name });
  });
}

/** A filter that names people by id alone; null where it can find nothing. */
type Narrowed = Omit<LogFilter, 'person'> & { person?: number };

/** Who goes by a login is who the newest entry says, under whatever name they decided before. */
async function withPersonId(database: Database, { person, ...filter }: LogFilter): Promise<Narrowed | null> {
  const { repositories } = filter;
  if (repositories !== 'all' && repositories.length === 0) return null;
  if (typeof person !== 'string') return person === undefined ? filter : { ...filter, person };
  const key = loginKey(person);
  const row = await newestFirst(database.selectFrom('decision').where(isVisible('decision.repository_id', repositories)).where(holds('people', key)).select('decision.entry')).limit(1).executeTakeFirst();
  const found = row === undefined ? undefined : peopleIn(row.entry).find(({ login }) => loginKey(login) === key);
  return found === undefined ? null : { ...filter, person: found.id };
}

function newestFirst<Output>(query: SelectQueryBuilder<Tables, 'decision', Output>): SelectQueryBuilder<Tables, 'decision', Output> {
  return query.orderBy('decision.decided_at', 'desc').orderBy('decision.repository_id', 'desc').orderBy('decision.number', 'desc').orderBy('decision.n', 'desc');
}

/** So many at a time: what is held in memory does not grow with the log. */
const pageSize = 500;

/** All that is found, the newest first, a page of it at a time. */
export async function* streamEntries(database: Database, filter: LogFilter): AsyncGenerator<LogEntry, void, undefined> {
  const narrowed = await withPersonId(database, filter);
  if (narrowed === null) return;
  let before = narrowed.before;
  for (;;) {
    const page = await findEntries(database, { ...narrowed, ...(before !== undefined && { before }), limit: pageSize });
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

type Found = SelectQueryBuilder<Tables, 'decision', object>;

function found(database: Database, filter: Narrowed): Found {
  return withMatches(withTimes(withPlace(database.selectFrom('decision'), filter), filter), filter);
}

function withPlace(query: Found, { repositories, domain, result, topic, number }: Narrowed): Found {
  let narrowed = query.where(isVisible('decision.repository_id', repositories));
  if (domain !== undefined) narrowed = narrowed.where('domain', '=', withoutNull(domain));
  if (result !== undefined) narrowed = narrowed.where('result', '=', result);
  if (topic !== undefined) narrowed = narrowed.where('topic', '=', foldTopic(topic));
  return number === undefined ? narrowed : narrowed.where('number', '=', number);
}

function withTimes(query: Found, { from, to, before }: Narrowed): Found {
  let narrowed = query;
  if (from !== undefined) narrowed = narrowed.where('decided_at', '>=', new Date(from));
  if (to !== undefined) narrowed = narrowed.where('decided_at', '<', new Date(to));
  if (before === undefined) return narrowed;
  const { at, repositoryId, number, n } = before;
  return narrowed.where((make) => make(make.refTuple('decision.decided_at', 'decision.repository_id', 'decision.number', 'decision.n'), '<', make.tuple(new Date(at), repositoryId, number, n)));
}

function withMatches(query: Found, { principle, person, dueBy, reviewer, text }: Narrowed): Found {
  let narrowed = query;
  if (principle !== undefined) narrowed = narrowed.where(holds('principles', principle));
  if (person !== undefined) narrowed = narrowed.where(holds('people', personKey(person)));
  if (dueBy !== undefined) narrowed = narrowed.where('review_on', '<=', dueBy);
  if (reviewer !== undefined) narrowed = narrowed.where('review_by', '=', reviewer);
  if (text === undefined) return narrowed;
  const wanted = searchWords(text);
  // A text without a single letter or digit asks for nothing in particular.
  return wanted.length === 0 ? narrowed : narrowed.where(sql<boolean>`${sql.ref('words')} @@ ${wordsWanted(wanted)}::tsquery`);
}

function holds(column: 'principles' | 'people', value: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} @> ${textArray([value])}::text[]`;
}
