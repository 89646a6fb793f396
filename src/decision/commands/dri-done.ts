/** `/dri done [NOTE]`: the step is done, the loop is closed. */
import { defineCommand } from './define-command.ts';
import { endBy, readNote } from './end-term-by.ts';

export const driDone = defineCommand<string | null>({
  name: 'dri done',
  permission: 'dri-done',
  usage: '/dri done [NOTE]',
  help: 'The step is done: the loop is closed.',
  example: '/dri done We agreed on the format; only the decision is left.',
  whenClosed: false,
  read: readNote,
  run: (note, context) => endBy('done', note, context),
});
