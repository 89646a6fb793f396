/** Whom GitHub has to be asked about before commands can be run: their rights, and whether they can be assigned. */
import type { Speech } from '../acts.ts';
import { linesFor, mostCommands } from './run-commands.ts';

/** `@alice`, or `to @alice`; a team has a slash after it. */
const named = /^\s*(?:to\s+)?@([A-Za-z0-9][A-Za-z0-9-]{0,38}(?:_[A-Za-z0-9]{1,10})?)(?![\w/-])/i;

/**
 * The logins of those who wrote commands that were not read yet, and of those whom these commands name; each once,
 * however it is written. Nobody for what is never run: words by bots, and edited ones.
 */
export function peopleToAsk(speeches: readonly Speech[]): string[] {
  const logins = new Map<string, string>();
  for (const { by, isOwn, isEdited, body } of speeches) {
    if (by.isBot || isOwn || isEdited) continue;
    const rests = linesFor(body).slice(0, mostCommands).flatMap(({ meaning }) => (meaning.kind === 'command' ? [meaning.rest] : []));
    const all = rests.length === 0 ? [] : [by.login, ...rests.flatMap((rest) => named.exec(rest)?.[1] ?? [])];
    for (const login of all) logins.set(login.toLowerCase(), login);
  }
  return [...logins.values()];
}
