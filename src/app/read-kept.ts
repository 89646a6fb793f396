import type { LogEntry } from '../decision/log/entry.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { connectPostgres } from '../store/connect-postgres.ts';
import { streamEntries } from '../store/find-entries.ts';
import { silentLog } from '../store/log.ts';

/** The log of one repository as a server's database has it. Nothing is changed there, nor brought up to date. */
export async function readKept(databaseUrl: string, repositoryId: number): Promise<LogEntry[]> {
  const connection = connectPostgres(databaseUrl, silentLog);
  try {
    const entries: LogEntry[] = [];
    for await (const entry of streamEntries(connection.database, { repositories: [repositoryId] })) entries.push(entry);
    return entries;
  } catch (error) {
    // The reason is made of messages alone: an error of `pg` also carries the address, with its password.
    throw new UserError(`DATABASE_URL: the log kept there could not be read (${reasonOf(error)})`, { cause: error });
  } finally {
    await connection.close();
  }
}
