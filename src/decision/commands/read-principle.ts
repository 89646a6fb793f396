/** Reads a principle that a command names: its short name, or its words. */
import type { Config } from '../../config/schema.ts';
import { cutQuote } from '../quote.ts';

export interface NamedPrinciple {
  /** The id of a principle that the config knows, or somebody's own words. */
  principle: string;
  isKnown: boolean;
  /** What stands after it. */
  rest: string;
}

/** Text in any of the usual quotation marks, or a word. */
const quoted = /^(?:"([^"]+)"|“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|'([^']+)'|‘([^‘’]+)’|`([^`]+)`)([\s\S]*)$/;
const word = /^(\S+)([\s\S]*)$/;

/** Without quotation marks only a short name that the config knows will do: words end nowhere. Null where there is neither. */
export function readPrinciple(text: string, config: Pick<Config, 'principles'>): NamedPrinciple | null {
  const words = text.trim();
  return quoted.test(words) ? readQuoted(words, config) : readId(words, config);
}

/** The beginning of what was not understood. */
export function firstWordOf(text: string): string {
  return cutQuote(word.exec(text.trim())?.[1] ?? '').slice(0, 40);
}

/** Words that are those of a known principle, or its name, stand for it. */
function readQuoted(words: string, { principles }: Pick<Config, 'principles'>): NamedPrinciple | null {
  const match = quoted.exec(words);
  const text = cutQuote(match?.slice(1, -1).find((group) => group !== undefined) ?? '');
  if (text === '') return null;
  const known = principles.find((principle) => isSame(principle.id, text) || isSame(cutQuote(principle.text), text) || isSame(cutQuote(principle.text).replace(/\.$/, ''), text));
  return { principle: known?.id ?? text, isKnown: known !== undefined, rest: match?.at(-1) ?? '' };
}

function readId(words: string, { principles }: Pick<Config, 'principles'>): NamedPrinciple | null {
  const [, name = '', rest = ''] = word.exec(words) ?? [];
  const known = principles.find(({ id }) => isSame(id, name.replace(/[:,;.]$/, '')));
  return known === undefined ? null : { principle: known.id, isKnown: true, rest };
}

/** What would be understood, in Markdown. A few of the names: a reply is short. */
export function principlesExpected({ principles }: Pick<Config, 'principles'>): string {
  const names = principles.slice(0, 5).map(({ id }) => `\`${id}\``);
  return [...names, 'the words of a principle in quotation marks'].join(', ').replace(/, (?=[^,]*$)/, ' or ');
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
