/** `/dri release [NOTE]`: gives the role back with the step open. */
import { defineCommand } from './define-command.ts';
import { endBy, readNote } from './end-term-by.ts';

export const driRelease = defineCommand<string | null>({
  name: 'dri release',
  permission: 'dri-release',
  usage: '/dri release [NOTE]',
  help: 'Give the role back with the step open.',
  example: '/dri release The vendor answers on Monday; whoever is there then can go on.',
  whenClosed: false,
  read: readNote,
  run: (note, context) => endBy('released', note, context),
});
