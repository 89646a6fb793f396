/** `/editorial WHY`: the last change of the text changed nothing of its meaning, so what was said before it still counts. */
import { withoutTimeFor } from '../ladder/reconsider.ts';
import { changesUpTo } from '../wordings.ts';
import { defineCommand, type CommandContext, type Outcome } from './define-command.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

const example = '/editorial A typo, and two links.';

export const editorial = defineCommand<string>({
  name: 'editorial',
  permission: 'editorial',
  usage: '/editorial WHY',
  help: 'Say that the last change of the text changed nothing of its meaning: what was said before it counts again. Said again, it is about the change before that.',
  example,
  whenClosed: false,
  read: (rest) => readWhy(rest, { expected: 'why, in a sentence', example }),
  run: markEditorial,
});

/** About what was there to be seen when it was written: a push that slips in before the look is not meant. */
function markEditorial(why: string, context: CommandContext): Outcome {
  const { record, speech, source } = context;
  const change = changesUpTo(record, new Date(speech.at)).at(-1);
  if (change === undefined) return { ok: false, refusal: { why: 'no-change' } };
  const marked = { ...change, editorial: { by: speakerOf(context), why, at: speech.at, source } };
  const wordings = record.wordings.map((wording) => (wording === change ? marked : wording));
  return { ok: true, record: withoutTimeFor(change.at, { ...record, wordings }, context.snapshot) };
}
