/** Sessions of the web pages. The browser holds the id, the table a fingerprint of it: whoever reads the table cannot use it. */
import type { Person } from '../decision/people.ts';
import type { Database } from './tables.ts';

export interface SessionRow {
  /** A fingerprint of what the browser holds. */
  id: string;
  person: Person;
  /** The person's token of GitHub, encrypted. */
  token: string;
  endsAt: Date;
}

export async function keepSession(database: Database, { id, person, token, endsAt }: SessionRow): Promise<void> {
  await database.insertInto('web_session').values({ id, person: person.id, login: person.login, token, ends_at: endsAt }).execute();
}

/** Null where there is none, or where it is over at `now`. */
export async function readSession(database: Database, id: string, now: Date): Promise<SessionRow | null> {
  const row = await database.selectFrom('web_session').selectAll().where('id', '=', id).where('ends_at', '>', now).executeTakeFirst();
  return row === undefined ? null : { id, person: { id: row.person, login: row.login }, token: row.token, endsAt: row.ends_at };
}

export async function dropSession(database: Database, id: string): Promise<void> {
  await database.deleteFrom('web_session').where('id', '=', id).execute();
}

/** Drops what is over at `now`. */
export async function pruneSessions(database: Database, now: Date): Promise<void> {
  await database.deleteFrom('web_session').where('ends_at', '<=', now).execute();
}
