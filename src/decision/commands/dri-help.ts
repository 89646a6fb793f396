/** `/dri help`: lists the commands. */
import { defineCommand } from './define-command.ts';

export const driHelp = defineCommand({
  name: 'dri help',
  permission: null,
  usage: '/dri help',
  help: 'List the commands.',
  example: '/dri help',
  whenClosed: true,
  read: () => ({ ok: true, args: null }),
  run: (_, { record }) => ({ ok: true, record, wants: 'help' }),
});
