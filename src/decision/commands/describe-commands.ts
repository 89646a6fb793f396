/** The commands as they are explained to people: for the help, the status comment and the docs. */
import type { Config } from '../../config/schema.ts';
import { allowedFor } from '../members.ts';
import { commands } from './registry.ts';

export interface CommandDescription {
  /** The words it begins with, without the slash. */
  name: string;
  usage: string;
  help: string;
  example: string;
  /** Roles, people and teams that may use it here, as the config has them. */
  who: readonly string[];
}

export function describeCommands(config: Pick<Config, 'commands' | 'dri'>): CommandDescription[] {
  return commands.map(({ name, usage, help, example, permission }) => {
    return { name, usage, help, example, who: permission === null ? ['anyone'] : allowedFor(permission, config) };
  });
}
