/** `/dri status`: brings the status comment up to date. */
import { defineCommand } from './define-command.ts';

export const driStatus = defineCommand({
  name: 'dri status',
  permission: null,
  usage: '/dri status',
  help: 'Bring the status comment up to date.',
  example: '/dri status',
  whenClosed: true,
  read: () => ({ ok: true, args: null }),
  run: (_, { record }) => ({ ok: true, record, wants: 'status' }),
});
