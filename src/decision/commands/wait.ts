/** `/wait until WHEN WHY`: a planned pause. */
import { addTime } from '../working-time.ts';
import type { Wait } from '../record-schema.ts';
import { defineCommand } from './define-command.ts';
import { readUntil, type Until } from './read-until.ts';
import { speakerOf } from './speaker.ts';

const example = '/wait until 2026-12-01 The audit report comes then.';

/** Nobody plans further ahead; and an RFC is not to be forgotten. */
const longest = { amount: 12, unit: 'months' } as const;

/** A second one takes the place of the first from then on, be it earlier or later. */
export const wait = defineCommand<Until>({
  name: 'wait',
  permission: 'wait',
  usage: '/wait until WHEN WHY',
  help: 'Plan a pause: the clock stops until then.',
  example,
  whenClosed: false,
  read: (rest, context) => readUntil(rest, { context, example, limit: addTime(context.snapshot.calendar, new Date(context.speech.at), longest) }),
  run({ until, why }, context) {
    const { record, speech, source } = context;
    const planned: Wait = { kind: 'wait', by: speakerOf(context), from: speech.at, until, why, source };
    return { ok: true, record: { ...record, waits: [...record.waits.map((earlier) => endedBy(earlier, speech.at)), planned] } };
  },
});

/** A hold is somebody else's, and runs on. */
function endedBy(earlier: Wait, at: string): Wait {
  return earlier.kind === 'wait' && Date.parse(earlier.until) > Date.parse(at) ? { ...earlier, until: at } : earlier;
}
