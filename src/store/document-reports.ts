/** What is known of a document, by Git's name of its bytes: of the same bytes under the same settings, it is the same. */
import type { Database, KnownDocument } from './tables.ts';

export interface ReportKey {
  /** Git's name of the bytes. */
  blob: string;
  /** A hash of all that the report depends on besides: config, path, version, date where a rule reads it. */
  settings: string;
}

/** Milliseconds in which a use is not written down again: a report in daily use must not cost a write each time. */
const sameUse = 12 * 3600 * 1000;

/** Null where none is kept. That it was used at `now` is noted, for `pruneReports`. */
export async function readReport(database: Database, { blob, settings }: ReportKey, now: Date): Promise<KnownDocument | null> {
  const row = await database.selectFrom('document_report').select(['report', 'used_at']).where('blob', '=', blob).where('settings', '=', settings).executeTakeFirst();
  if (row === undefined) return null;
  if (now.getTime() - row.used_at.getTime() > sameUse) {
    await database.updateTable('document_report').set({ used_at: now }).where('blob', '=', blob).where('settings', '=', settings).execute();
  }
  return row.report;
}

/** Keeps what is known, unless it is there already: it is the same. */
export async function keepReport(database: Database, { blob, settings }: ReportKey, { known, now }: { known: KnownDocument; now: Date }): Promise<void> {
  await database
    .insertInto('document_report')
    .values({ blob, settings, report: JSON.stringify(known), used_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Drops every report that was last used before `before`. */
export async function pruneReports(database: Database, before: Date): Promise<void> {
  await database.deleteFrom('document_report').where('used_at', '<', before).execute();
}
