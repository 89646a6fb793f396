/** `/hold WHEN WHY`: "wait for me", for somebody whose thoughts are forming. */
import { addTime } from '../working-time.ts';
import { defineCommand } from './define-command.ts';
import { readUntil, type Until } from './read-until.ts';
import { speakerOf } from './speaker.ts';

const example = '/hold 2 working days I want to try it on our data first.';

/** How long somebody can ask to be waited for. */
const longest = { amount: 3, unit: 'working-days' } as const;

export const hold = defineCommand<Until>({
  name: 'hold',
  permission: 'hold',
  usage: '/hold WHEN WHY',
  help: 'Ask to be waited for, once, up to 3 working days: your thoughts are forming.',
  example,
  whenClosed: false,
  read: (rest, context) => readUntil(rest, { context, example, limit: addTime(context.snapshot.calendar, new Date(context.speech.at), longest) }),
  run({ until, why }, context) {
    const { record, speech, source } = context;
    if (record.waits.some(({ kind, by }) => kind === 'hold' && by.id === speech.by.id)) return { ok: false, refusal: { why: 'once' } };
    const wait = { kind: 'hold' as const, by: speakerOf(context), from: speech.at, until, why, source };
    return { ok: true, record: { ...record, waits: [...record.waits, wait] } };
  },
});
