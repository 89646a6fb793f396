/** Who gives a command. */
import type { Person } from '../people.ts';
import type { Account } from '../snapshot.ts';
import type { CommandContext } from './define-command.ts';

/** Somebody as the record names them. */
export function personOf({ id, login }: Pick<Account, 'id' | 'login'>): Person {
  return { id, login };
}

/** Whoever wrote the comment or review in which the command stands. */
export function speakerOf({ speech }: Pick<CommandContext, 'speech'>): Person {
  return personOf(speech.by);
}

/** The number of the next entry in a list of the record that counts from 1, also when old entries were folded. */
export function nextNumber(entries: readonly { n: number }[], folded: number): number {
  return Math.max(folded, entries.at(-1)?.n ?? 0) + 1;
}
