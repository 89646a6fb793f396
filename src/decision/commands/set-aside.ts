/** `/set-aside @user WHY`: the Decision Owner goes on without settling an objection, and says why. It stays in the log. */
import { withoutObjections } from '../ladder/reconsider.ts';
import { defineCommand } from './define-command.ts';
import { readObjector, type AboutObjections } from './read-objector.ts';
import { speakerOf } from './speaker.ts';

const example = '/set-aside @bob We know the risk, and take it for a month.';

/** All open ones of that person. The period leaves time to object to this. */
export const setAside = defineCommand<AboutObjections>({
  name: 'set-aside',
  permission: 'set-aside',
  usage: '/set-aside @user WHY',
  help: 'Go on without settling the open objections of one person; the reason stays in the log.',
  example,
  whenClosed: true,
  read: (rest, context) => readObjector(rest, context, { expected: 'why, in a sentence', example }),
  run({ objections, words }, context) {
    const { record, speech, source, snapshot } = context;
    const reasoned = { by: speakerOf(context), why: words, at: speech.at, source };
    const changed = record.objections.map((objection) => (objections.includes(objection) ? { ...objection, setAside: reasoned } : objection));
    return { ok: true, record: withoutObjections({ ...record, objections: changed }, { because: 'set-aside', at: speech.at, objections }, snapshot) };
  },
});
