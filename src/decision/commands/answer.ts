/** `/answer @user HOW`: an answer to somebody's open objections. They stand until they are withdrawn, or set aside. */
import { defineCommand } from './define-command.ts';
import { readObjector, type AboutObjections } from './read-objector.ts';
import { speakerOf } from './speaker.ts';

const example = '/answer @bob The rollback takes an hour now, see section 4.';

/** The last answer counts; from then on the RFC waits for whoever objected. */
export const answer = defineCommand<AboutObjections>({
  name: 'answer',
  permission: 'answer',
  usage: '/answer @user HOW',
  help: 'Answer the open objections of one person: it is then theirs to say whether that settles it.',
  example,
  whenClosed: false,
  read: (rest, context) => readObjector(rest, context, { expected: 'how it is answered, in a sentence', example }),
  run({ objections, words }, context) {
    const { record, speech, source } = context;
    const answered = { by: speakerOf(context), why: words, at: speech.at, source };
    const changed = record.objections.map((objection) => (objections.includes(objection) ? { ...objection, answered } : objection));
    return { ok: true, record: { ...record, objections: changed } };
  },
});
