/** Who gives a command. */
import { personOf, type Person } from '../people.ts';
import type { CommandContext } from './define-command.ts';

/** Whoever wrote the comment or review in which the command stands. */
export function speakerOf({ speech }: Pick<CommandContext, 'speech'>): Person {
  return personOf(speech.by);
}
