/**
 * Labels are compared as people read them: compatibility forms, case and white space do not matter,
 * nor do invisible characters, decoration around the words, or the colon at the end.
 */

/** Zero-width, soft-hyphen and bidirectional control characters: they show nothing. */
export const invisible = '\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF';

const invisibles = new RegExp(`[${invisible}]`, 'gu');
const decoration = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0E\\uFE0F\\s]';
const around = new RegExp(`^${decoration}+|${decoration}+$`, 'gu');
const plainAscii = /^[A-Za-z][A-Za-z0-9()/'-]*(?: [A-Za-z0-9()/'-]+)*$/;

/** Longer than any label: not worth the looking at. */
const longest = 1_000;

/** The number before a heading's title: `2.1 Decision Owner`. */
export const numbering = /^\s*\d+(?:\.\d+)*[.)]?\s+/;

/** The comparable form of a label in the body of a document: `Decision  Owner:` and `decision owner` are one. */
export function foldLabel(text: string): string {
  if (text.length > longest || plainAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(invisibles, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(around, '')
    .replace(/[\s:]+$/, '')
    .replace(around, '');
}

/** The comparable form of a front matter key, in which space, `-`, `_` and camelCase are the same. */
export function foldKey(key: string): string {
  return key.length > longest ? key : foldLabel(key.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').replace(/[-_\s]+/g, ' '));
}
