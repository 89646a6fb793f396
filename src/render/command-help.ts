/** The commands as the help and the status comment show them. */
import type { Config } from '../config/schema.ts';
import { describeCommands } from '../decision/commands/describe-commands.ts';
import type { CommandHelp } from './command-list.ts';
import { rolesInWords } from './roles.ts';

/** Every command with who may use it here. */
export function commandHelp(config: Config): CommandHelp[] {
  return describeCommands(config).map(({ usage, help, who }) => ({ usage, help, who: rolesInWords(who) }));
}
