/** Who can do what with a command here, in words: as the config has it, so that nobody is sent to what is not theirs. */
import type { Config } from '../config/schema.ts';
import { allowedFor, type CommandKey } from '../decision/members.ts';
import { capitalized } from './capitalized.ts';
import { inWords } from './names.ts';
import { rolesInWords } from './roles.ts';

/** Who may use each command: roles, and people and teams with their `@`. */
export type Allowed = Readonly<Record<CommandKey, readonly string[]>>;

export function allowedIn(config: Pick<Config, 'commands' | 'dri'>): Allowed {
  const keys = Object.keys(config.commands) as CommandKey[];
  return Object.fromEntries(keys.map((key) => [key, allowedFor(key, config)])) as Allowed;
}

/** A command, and what it does, after "can". */
export type Ability = readonly [command: CommandKey, does: string];

/**
 * `members can do this or that, and the author can do something else`: those who can do several things are named once.
 * Empty where nobody can do any of it. In Markdown, but for how `name` names people and teams.
 */
export function whoCan(abilities: readonly Ability[], allowed: Allowed, name?: (login: string) => string): string {
  const byWho = new Map<string, string[]>();
  for (const [command, does] of abilities) {
    const who = rolesInWords(allowed[command], name);
    if (who !== '') byWho.set(who, [...(byWho.get(who) ?? []), does]);
  }
  return inWords([...byWho].map(([who, does]) => `${who} can ${inWords(does, 'or')}`));
}

/** The same as a sentence of a list; none where nobody can. */
export function canDo(abilities: readonly Ability[], allowed: Allowed, name?: (login: string) => string): string[] {
  const words = whoCan(abilities, allowed, name);
  return words === '' ? [] : [`${capitalized(words)}.`];
}

/** What a command does, told to somebody who has these roles: as it is, with who it is for, or not at all where nobody may. */
export function offeredTo(roles: readonly string[], [command, does]: Ability, allowed: Allowed): string[] {
  const who = allowed[command];
  const words = rolesInWords(who);
  if (words === '') return [];
  return [who.some((role) => role === 'anyone' || roles.includes(role)) ? does : `${does} For ${words}.`];
}
