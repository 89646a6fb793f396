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
