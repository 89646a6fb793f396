/** `/tension PRINCIPLE WHY`: a principle did not fit reality. */
import { defineCommand, type CommandContext, type ReadArgs } from './define-command.ts';
import { firstWordOf, principlesExpected, readPrinciple } from './read-principle.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

interface Args {
  /** The id of a principle that the config knows, or its words. */
  principle: string;
  why: string;
}

const example = '/tension "Data stays local" The backup has to be in another region.';

export const tension = defineCommand<Args>({
  name: 'tension',
  permission: 'tension',
  usage: '/tension PRINCIPLE WHY',
  help: 'Report that a principle did not fit: its short name, or its words in quotation marks.',
  example,
  whenClosed: true,
  read: readTension,
  run({ principle, why }, context) {
    const { record, speech, source } = context;
    const entry = { principle, why, by: speakerOf(context), at: speech.at, source };
    return { ok: true, record: { ...record, tensions: [...record.tensions, entry] } };
  },
});

function readTension(rest: string, { config }: CommandContext): ReadArgs<Args> {
  if (rest.trim() === '') return { ok: false, refusal: { why: 'missing', expected: 'a principle, and why', example } };
  const found = readPrinciple(rest, config);
  if (found === null) return { ok: false, refusal: { why: 'not-understood', part: firstWordOf(rest), expected: principlesExpected(config), example } };
  const why = readWhy(found.rest, { expected: 'why, in a sentence', example });
  return why.ok ? { ok: true, args: { principle: found.principle, why: why.args } } : why;
}
