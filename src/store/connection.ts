/** A way to one database: ours through kysely, pg-boss's through what it asks for. */
import type { ConstructorOptions } from 'pg-boss';
import type { Database } from './tables.ts';

export interface Connection {
  kind: 'pglite' | 'postgres';
  database: Database;
  /** How pg-boss reaches the same database. */
  boss: ConstructorOptions;
  /** Whatever this database needs done from time to time; it does most of it by itself where it is a server. */
  keepUp(): Promise<void>;
  close(): Promise<void>;
}
