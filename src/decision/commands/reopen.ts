/** `/reopen WHY`: the decision in force no longer is; it stays in the record with the reason. */
import { decisionInForce } from '../decided.ts';
import { defineCommand } from './define-command.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

const example = '/reopen The numbers it rested on have changed.';

export const reopen = defineCommand<string>({
  name: 'reopen',
  permission: 'reopen',
  usage: '/reopen WHY',
  help: 'Open the decision again.',
  example,
  whenClosed: true,
  read: (rest) => readWhy(rest, { expected: 'why, in a sentence', example }),
  run(why, context) {
    const { record, speech, source } = context;
    const decision = decisionInForce(record);
    if (decision === null) return { ok: false, refusal: { why: 'no-decision' } };
    const reopened = { at: speech.at, by: speakerOf(context), why, source };
    return { ok: true, record: { ...record, decisions: [...record.decisions.slice(0, -1), { ...decision, reopened }] } };
  },
});
