import type { After } from '../../store/open-rfcs.ts';
import { reachedByName } from '../../store/repositories.ts';
import type { Database } from '../../store/tables.ts';
import type { Visible } from '../../store/visible.ts';
import { pageSize, renderAfter } from './query.ts';
import type { Reached } from './rfc-item.ts';

interface FirstPage<Row> {
  rows: readonly Row[];
  reached: Reached;
  next: string | null;
}

/** What is shown of the rows that were asked for, one more than fit, and where the list goes on behind them. */
export async function firstPage<Row extends After>(database: Database, visible: Visible, rows: readonly Row[]): Promise<FirstPage<Row>> {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { rows: shown, reached: await reachedByName(database, visible, shown.map(({ repositoryId }) => repositoryId)), next: rows.length > pageSize && last !== undefined ? renderAfter(last) : null };
}
