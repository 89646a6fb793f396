/** How a message says what could have been meant. */
import { nearestWord } from '../config/nearest-word.ts';

/** `a`, `a` or `b`, one of `a`, `b` or `c`: all of them, since who reads it has to choose. */
export function renderOneOf(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const [before, last] = [quoted.slice(0, -1), quoted.slice(-1)];
  const listed = [...(before.length > 0 ? [before.join(', ')] : []), ...last].join(' or ');
  return names.length > 2 ? `one of ${listed}` : listed;
}

/** The end of a message on a word that is none of those: a guess, where one is near. */
export function renderNearest(word: string, among: readonly string[]): string {
  const near = nearestWord(word, among);
  return near === null ? '' : `; did you mean \`${near}\`?`;
}
