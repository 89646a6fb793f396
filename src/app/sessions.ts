/** Who is signed in. What the browser holds is drawn by lot, and says nothing; what it stands for is in the database. */
import { randomBytes } from 'node:crypto';
import type { Person } from '../decision/people.ts';
import { dropSession, keepSession, readSession } from '../store/sessions.ts';
import type { Database } from '../store/tables.ts';
import { fingerprint, type SessionKeys } from './session-keys.ts';

export interface Session {
  /** A fingerprint of what the browser holds. */
  id: string;
  person: Person;
  /** The person's token of GitHub. */
  token: string;
}

export interface Sessions {
  /** Gives what the browser is to hold, and until when. The session that it held before is over. */
  begin: (session: { person: Person; token: string; tokenEndsAt: Date | null; before: string | null }) => Promise<{ held: string; endsAt: Date }>;
  /** Null where it is over, or was never begun. */
  find: (held: string) => Promise<Session | null>;
  end: (held: string) => Promise<void>;
  /** By its fingerprint. */
  endById: (id: string) => Promise<void>;
}

export interface SessionParts {
  database: Database;
  keys: SessionKeys;
  now: () => number;
}

/** A working day; no longer than the token, which GitHub takes back after eight hours, too. In milliseconds. */
export const sessionLife = 8 * 3_600_000;

export function createSessions({ database, keys, now }: SessionParts): Sessions {
  const endById = async (id: string): Promise<void> => {
    await dropSession(database, id);
  };
  const end: Sessions['end'] = async (held) => {
    await endById(fingerprint(held));
  };
  return {
    async begin({ person, token, tokenEndsAt, before }) {
      if (before !== null) await end(before);
      const held = randomBytes(32).toString('base64url');
      const id = fingerprint(held);
      const endsAt = new Date(Math.min(now() + sessionLife, tokenEndsAt?.getTime() ?? Infinity));
      await keepSession(database, { id, person, token: keys.seal(token, useOf(id)), endsAt });
      return { held, endsAt };
    },
    async find(held) {
      const row = await readSession(database, fingerprint(held), new Date(now()));
      const token = row && keys.open(row.token, useOf(row.id));
      return row && token !== null ? { id: row.id, person: row.person, token } : null;
    },
    end,
    endById,
  };
}

/** One session's token does not open in the row of another. */
function useOf(id: string): string {
  return `session ${id}`;
}
