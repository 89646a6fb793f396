/** Which repositories somebody may see: every query of the pages is held to it, so that nothing is told or counted beyond it. */
import { sql, type RawBuilder } from 'kysely';

/** GitHub's ids; `all` only where everybody may see everything that is kept. */
export type Visible = readonly number[] | 'all';

/** The condition on a column of repository ids. One parameter, however many there are: PostgreSQL takes no more than 65,535. */
export function isVisible(column: string, visible: Visible): RawBuilder<boolean> {
  if (visible === 'all') return sql<boolean>`true`;
  // As text, since the embedded database's driver takes no list of numbers for a parameter whose type it does not know.
  return sql<boolean>`${sql.ref(column)} = any(${`{${visible.join(',')}}`}::bigint[])`;
}
