import type { Account } from '../decision/snapshot.ts';
import { readId } from './read-id.ts';

/** As GitHub names somebody in its answers. */
export interface User {
  id: number | bigint;
  login: string;
  type?: string | undefined;
}

/** GitHub's own stand-in for people whose account is gone. */
const ghost: Account = { id: 10_137, login: 'ghost', isBot: false };

/** The account behind an answer's user; where GitHub names none, it was deleted. */
export function readAccount(user: User | null | undefined): Account {
  if (!user) return ghost;
  return { id: readId(user.id), login: user.login, isBot: user.type === 'Bot' || user.login.endsWith('[bot]') };
}
