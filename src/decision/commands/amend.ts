/** `/amend WHY`: the period begins anew, with the rung, the people and the times as the config and the teams have them now. */
import { decisionInForce } from '../decided.ts';
import { periodInForce } from '../ladder/period.ts';
import { defineCommand } from './define-command.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

const example = '/amend The API team has two new members.';

/** What people said stays: who was heard on the text as it is need not say it again. */
export const amend = defineCommand<string>({
  name: 'amend',
  permission: 'amend',
  usage: '/amend WHY',
  help: 'Begin the decision period anew, with the rung, the people and the times of now.',
  example,
  whenClosed: false,
  read: (rest) => readWhy(rest, { expected: 'why, in a sentence', example }),
  run(why, context) {
    const { record, speech, source } = context;
    if (decisionInForce(record) !== null) return { ok: false, refusal: { why: 'decided-already' } };
    if (periodInForce(record) === null) return { ok: false, refusal: { why: 'no-period' } };
    return { ok: true, record: { ...record, amended: { by: speakerOf(context), why, at: speech.at, source } } };
  },
});
