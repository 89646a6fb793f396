/** `/dri take [for STEP] [until WHEN]`, or `/dri`: become temporary DRI. */
import { activeTerms } from '../dri-load.ts';
import { activeTerm, endTerm, startTerm } from '../term.ts';
import { remarksOnAsking } from './ask-somebody.ts';
import { defineCommand } from './define-command.ts';
import { readTerm, type TermWords } from './read-term.ts';
import { speakerOf } from './speaker.ts';

const example = '/dri take for the API review until Friday';

/** For whoever holds the role already it changes nothing, so that it can be said in answer to being asked. */
export const driTake = defineCommand<TermWords>({
  name: 'dri take',
  aliases: ['dri'],
  permission: 'dri-take',
  usage: '/dri take [for STEP] [until WHEN]',
  help: 'Become temporary DRI: drive the next step, for a short while. `/dri` alone does the same, and so does "I\'ll take temporary DRI on this".',
  example,
  whenClosed: false,
  read: (rest, context) => readTerm(rest, { context, example }),
  run({ scope, dueAt }, context) {
    const { record, speech, source, step, snapshot, config } = context;
    const active = activeTerm(record);
    if (active?.holder.id === speech.by.id) return { ok: true, record };
    // Whoever was only asked for it, and has not begun, is spared.
    const isFree = active === null || (active.how === 'asked' && active.activeAt === null);
    if (!isFree) return { ok: false, refusal: { why: 'dri-held', holder: active.holder } };
    const limit = config.dri['max-active'];
    if ((activeTerms(snapshot.load, new Date(speech.at)).get(speech.by.id) ?? 0) >= limit) return { ok: false, refusal: { why: 'at-limit', limit } };
    const term = { holder: speakerOf(context), step, scope, how: 'taken' as const, startedAt: speech.at, dueAt, source };
    const remarks = remarksOnAsking(speech.by, context).filter(({ what }) => what !== 'away');
    return { ok: true, record: startTerm(endTerm(record, { at: speech.at, how: 'replaced', source }), term), remarks };
  },
});
