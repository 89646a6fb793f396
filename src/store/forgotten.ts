/**
 * Who was forgotten, so that nothing that is kept from then on names them, though GitHub goes on to: the numbers of
 * their accounts and, as people are mentioned by name, a hash of each name. The name itself is kept nowhere.
 */
import { createHash } from 'node:crypto';
import type { Nameless } from '../decision/log/forget.ts';
import type { Database } from './tables.ts';

/** Null where nobody was. */
export async function readForgotten(database: Database): Promise<Nameless | null> {
  const rows = await database.selectFrom('forgotten').select(['person', 'login_hash']).execute();
  if (rows.length === 0) return null;
  const ids = new Set(rows.map(({ person }) => person));
  const hashes = new Set(rows.map(({ login_hash: hash }) => hash));
  return { hasId: (id) => ids.has(id), hasLogin: (login) => hashes.has(hashLogin(login)) };
}

/** Whoever goes by several names has a row for each. */
export async function keepForgotten(transaction: Database, { id, logins }: { id: number; logins: Iterable<string> }, at: Date): Promise<void> {
  const hashes = new Set(Array.from(logins, hashLogin));
  const rows = Array.from(hashes, (hash) => ({ person: id, login_hash: hash, forgotten_at: at }));
  await transaction.insertInto('forgotten').values(rows).onConflict((conflict) => conflict.doNothing()).execute();
}

/** In any case. Whoever has a name at hand can ask whether it was forgotten, and nobody can read it here. */
function hashLogin(login: string): string {
  return createHash('sha256').update(`unpause forgotten, version 1\n${login.toLowerCase()}`).digest('hex').slice(0, 32);
}
