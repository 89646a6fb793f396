/** `/object WHY`: an objection. Everybody's is shown; a member's makes the RFC contested. */
import { openObjections } from '../open-objections.ts';
import type { Objection, Record } from '../record-schema.ts';
import { defineCommand, type CommandContext, type Outcome } from './define-command.ts';
import { allowedFor, leaveFor } from '../members.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

const example = '/object The rollback takes a day, and we have an hour.';

/** How many objections may be open: in all, by people whose word does not bind, and by one person. */
const limits = { everybody: 200, 'those who bind nobody': 50, 'one person': 5 };

/** Whose objection binds is what the config says of it: anyone may have one shown. */
export const object = defineCommand<string>({
  name: 'object',
  permission: null,
  usage: '/object WHY',
  help: 'Object, with a reason: the RFC waits for an answer, and on `consent` and `consensus` no decision is made until it is withdrawn or set aside. An objection by others than members and those who are asked is shown, and binds nobody.',
  example,
  whenClosed: false,
  read: (rest) => readWhy(rest, { expected: 'why, in a sentence', example }),
  run(why, context) {
    const leave = leaveFor('object', context.speech.by, context);
    if (leave === 'unknown') return { ok: false, refusal: { why: 'rights-unknown', who: allowedFor('object', context.config) } };
    return objectTo(why, { isBinding: leave === 'given', context });
  },
});

/** The same words by the same person again are the same objection. */
function objectTo(why: string, { isBinding, context }: { isBinding: boolean; context: CommandContext }): Outcome {
  const { record, speech, source } = context;
  const remarks = isBinding ? [] : [{ what: 'not-binding' } as const];
  const own = openObjections(record).filter(({ by }) => by.id === speech.by.id);
  if (own.some((objection) => objection.why === why && objection.isBinding === isBinding)) return { ok: true, record, remarks };
  const full = whoseRoomIsFull(record, { own: own.length, isBinding });
  if (full !== null) return { ok: false, refusal: { why: 'too-many-objections', limit: limits[full], of: full } };
  const objection: Objection = { by: speakerOf(context), why, isBinding, at: speech.at, source, answered: null, withdrawnAt: null, setAside: null };
  return { ok: true, record: { ...record, objections: [...record.objections, objection] }, remarks };
}

/** Whose limit one more would pass, or null. Strangers cannot use up the room of members. */
function whoseRoomIsFull(record: Record, { own, isBinding }: { own: number; isBinding: boolean }): keyof typeof limits | null {
  const open = openObjections(record);
  if (own >= limits['one person']) return 'one person';
  if (!isBinding && open.filter((objection) => !objection.isBinding).length >= limits['those who bind nobody']) return 'those who bind nobody';
  return open.length >= limits.everybody ? 'everybody' : null;
}
