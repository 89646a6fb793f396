/**
 * The decision log: entries as the looks derive them from the records. Append-only: an entry that reads differently
 * from the last time is kept beside what it was. What is shown and searched is how each reads now.
 */
import { sql, type RawBuilder } from 'kysely';
import { keyOfEntry, logObjection, renderKey, type LogEntry, type LogKey, type LogObjection, type LogVoice } from '../decision/log/entry.ts';
import { forgetInEntry } from '../decision/log/forget.ts';
import { reviewDay, reviewer } from '../decision/log/review-day.ts';
import { readForgotten } from './forgotten.ts';
import { loginKey, peopleIn, personKey, textArray, wordsIn } from './log-words.ts';
import type { Database } from './tables.ts';

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
          review_on: make.ref('excluded.review_on'),
          review_by: make.ref('excluded.review_by'),
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
    review_on: reviewDay(entry),
    review_by: reviewer(entry),
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

type Later = 'missing' | 'supersededAt';
type KeptObjection = Omit<LogObjection, 'answered'> & Partial<Pick<LogObjection, 'answered'>>;
type KeptVoice = Omit<LogVoice, 'url'> & Partial<Pick<LogVoice, 'url'>>;
type KeptEntry = Omit<LogEntry, Later | 'objections' | 'voices'> & Partial<Pick<LogEntry, Later>> & { objections: readonly KeptObjection[]; voices: readonly KeptVoice[] };

/** What was kept before an entry had these fields does not hold them, until its RFC is looked at again. */
export function withLaterFields({ objections, voices, ...entry }: KeptEntry): LogEntry {
  return {
    missing: [],
    supersededAt: null,
    ...entry,
    voices: voices.map(({ person, stance, url = null }) => ({ person, stance, url })),
    objections: objections.map((objection) => logObjection({ answered: null, ...objection })),
  };
}

function arrayOf(values: readonly string[]): RawBuilder<string> {
  return sql<string>`${textArray(values)}::text[]`;
}

/** No text of PostgreSQL's holds one. */
export function withoutNull(text: string): string {
  return text.replaceAll('\0', '');
}
