/** `/tension PRINCIPLE WHY`: a principle did not fit reality. */
import type { Config } from '../../config/schema.ts';
import { cutQuote } from '../quote.ts';
import { defineCommand, type CommandContext, type ReadArgs } from './define-command.ts';
import { readWhy } from './read-why.ts';
import { speakerOf } from './speaker.ts';

interface Args {
  /** The id of a principle that the config knows, or its words. */
  principle: string;
  why: string;
}

const example = '/tension "Data stays local" The backup has to be in another region.';

/** Text in any of the usual quotation marks, or a word. */
const quoted = /^(?:"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|'([^']+)'|‘([^‘’]+)’|`([^`]+)`)([\s\S]*)$/;
const word = /^(\S+)([\s\S]*)$/;

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
  const words = rest.trim();
  if (words === '') return { ok: false, refusal: { why: 'missing', expected: 'a principle, and why', example } };
  const found = quoted.test(words) ? readQuoted(words, config) : readId(words, config);
  if (found === null) return { ok: false, refusal: { why: 'not-understood', part: cutQuote(word.exec(words)?.[1] ?? '').slice(0, 40), expected: expectedOf(config), example } };
  const why = readWhy(found.reason, { expected: 'why, in a sentence', example });
  return why.ok ? { ok: true, args: { principle: found.principle, why: why.args } } : why;
}

/** Words that are those of a known principle, or its name, stand for it. */
function readQuoted(words: string, { principles }: Config) {
  const match = quoted.exec(words);
  const text = cutQuote(match?.slice(1, -1).find((group) => group !== undefined) ?? '');
  if (text === '') return null;
  const known = principles.find((principle) => isSame(principle.id, text) || isSame(cutQuote(principle.text), text));
  return { principle: known?.id ?? text, reason: match?.at(-1) ?? '' };
}

function readId(words: string, { principles }: Config) {
  const [, name = '', reason = ''] = word.exec(words) ?? [];
  const known = principles.find(({ id }) => isSame(id, name.replace(/[:,]$/, '')));
  return known === undefined ? null : { principle: known.id, reason };
}

/** A few of the names: a reply is short. */
function expectedOf({ principles }: Config): string {
  const names = principles.slice(0, 5).map(({ id }) => `\`${id}\``);
  return [...names, 'the words of a principle in quotation marks'].join(', ').replace(/, (?=[^,]*$)/, ' or ');
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
