/** `/dri back`: rejoins the rotation everywhere. */
import { defineCommand } from './define-command.ts';

export const driBack = defineCommand({
  name: 'dri back',
  permission: 'dri-away',
  usage: '/dri back',
  help: 'Be in the rotation again, everywhere.',
  example: '/dri back',
  whenClosed: true,
  read: () => ({ ok: true, args: null }),
  run: (_, { record, speech, source }) => ({ ok: true, record, away: { person: speech.by.id, from: speech.at, until: null, source } }),
});
