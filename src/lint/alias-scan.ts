/**
 * Finds, in raw Markdown and without parsing it, every place where a label could stand.
 * What this scan cannot see is no label: the field finder asks it too, so a document cut into
 * pieces and a document parsed whole give the same answer by construction.
 */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { foldLabel, invisible } from './label.ts';

export interface AliasScan {
  /** Offsets at which some alias may begin, ascending. */
  hits(text: string): number[];
  /** Whether an alias may begin in `text` at or after `start` and before `end`. */
  sees(text: string, start: number, end: number): boolean;
}

// Markup that may stand inside a label and shows nothing: emphasis, links, footnotes, inline HTML, escapes.
// Every alternative begins with a character that no other one can go on with, so nothing backtracks far.
const markup = `[*_~\`\\\\!${invisible}]|\\[(?:\\^[^\\[\\]\\n]{1,60}\\])?|\\](?:\\([^()\\n]{0,300}\\)|\\[[^\\[\\]\\n]{0,100}\\])?|<[^<>\\n]{0,200}>`;
// Inside a word, only marks of a single character: a tag or a link's address there would be nobody's label.
const inWord = `[*_~\`\\\\\\[\\]!${invisible}]*`;
// U+FEFF is white space to a regular expression and stands among the invisible ones already: once is linear, twice is not.
const space = '[^\\S\\r\\n\\uFEFF]';
const gap = `(?:${markup}|${space})*(?:\\r?\\n(?:${markup}|${space}|>)*)?`;
// A label ends at a colon, a cell's border, the end of its line, or before something that is no word.
const after = `(?=(?:${markup}|${space})*(?:[:|#\\r\\n=&@{-]|[^\\x00-\\x7F]|$))`;
const escaped = /[.*+?^${}()|[\]\\/]/g;

function letterPattern(letter: string): string {
  const [lower, upper] = [letter.toLowerCase(), letter.toUpperCase()];
  if (lower === upper || upper.length !== lower.length) return lower.replace(escaped, '\\$&');
  return `[${lower}${upper}]`;
}

/** What an alias is made of, in order: letters, and what may stand between them. */
function aliasTokens(alias: string): string[] {
  const words = foldLabel(alias).split(' ').map((word) => Array.from(word, letterPattern));
  return words.flatMap((letters, word) => letters.flatMap((letter, index) => (index > 0 ? [inWord, letter] : word > 0 ? [gap, letter] : [letter])));
}

interface Trie {
  next: Map<string, Trie>;
  ends: boolean;
}

/** One pattern for many aliases in which what they share at the start is looked at once: the scan is as fast as that. */
function triePattern({ next, ends }: Trie): string {
  const branches = Array.from(next, ([token, rest]) => token + triePattern(rest));
  if (branches.length === 0) return '';
  const [only = ''] = branches;
  return branches.length === 1 && !ends ? only : `(?:${branches.join('|')})${ends ? '?' : ''}`;
}

function aliasPattern(aliases: readonly string[]): string {
  const root: Trie = { next: new Map(), ends: false };
  for (const alias of aliases) {
    let at = root;
    for (const token of aliasTokens(alias)) {
      const next = at.next.get(token) ?? { next: new Map<string, Trie>(), ends: false };
      at.next.set(token, next);
      at = next;
    }
    at.ends = true;
  }
  return aliases.length === 0 ? '(?!)' : triePattern(root);
}

// Written otherwise than in plain letters: entities, compatibility forms, combining marks.
const compatible = '\\u00AA\\u00BA\\u017F\\u02B0-\\u02FF\\u1D2C-\\u1DBF\\u2070-\\u209F\\u2100-\\u214F\\u2460-\\u24FF\\uFB00-\\uFB06\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A';
const disguise = new RegExp(`&(?:#|[A-Za-z])|[${compatible}]|[\\u0300-\\u036F]|\\uD835`, 'g');
const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{0,31}));/g;
const windowRadius = 600;
const lookAhead = 2_000;
const stretch = 8_192;

function codePoint(value: number): string {
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '\uFFFD';
}

/** The text with its entities decoded, for comparing and never for showing. */
export function decodeEntities(text: string): string {
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return codePoint(Number.parseInt(decimal, 10));
    if (hex !== undefined) return codePoint(Number.parseInt(hex, 16));
    const decoded = name === undefined ? false : decodeNamedCharacterReference(name);
    return decoded === false ? whole : decoded;
  });
}

/** The line of `offset` with its neighbours, at most `windowRadius` characters to each side. */
function windowAround(text: string, offset: number): { from: number; to: number; lineEnd: number } {
  const from = text.lastIndexOf('\n', text.lastIndexOf('\n', offset) - 1) + 1;
  const lineEnd = endOfLine(text, offset);
  const to = endOfLine(text, lineEnd + 1);
  return { from: Math.max(from, offset - windowRadius), to: Math.min(to, offset + windowRadius), lineEnd };
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** A scan for the given aliases. The answer errs on the side of yes: only remark knows what a label is. */
export function compileAliasScan(aliases: readonly string[]): AliasScan {
  const source = aliasPattern(aliases) + after;
  const once = new RegExp(source);
  const every = new RegExp(source, 'g');
  const matchesPlainly = (text: string): boolean => once.test(decodeEntities(text).normalize('NFKC'));

  /** Looks at a stretch first, and only where that holds an alias at each line of it: entities by the million are cheap. */
  const disguisedHits = (text: string): number[] => {
    const found: number[] = [];
    let judgedTo = 0;
    let hitTo = 0;
    for (const { index } of text.matchAll(disguise)) {
      if (index < judgedTo) continue;
      if (index >= hitTo) {
        const to = index + stretch;
        if (!matchesPlainly(text.slice(Math.max(0, index - windowRadius), to))) {
          judgedTo = to - windowRadius;
          continue;
        }
        hitTo = to - windowRadius;
      }
      const { from, to, lineEnd } = windowAround(text, index);
      if (matchesPlainly(text.slice(from, to))) found.push(index);
      judgedTo = Math.min(lineEnd, to - windowRadius / 2);
    }
    return found;
  };

  return {
    hits(text) {
      const found: number[] = [];
      every.lastIndex = 0;
      for (let match = every.exec(text); match !== null; match = every.exec(text)) found.push(match.index);
      const disguised = disguisedHits(text);
      return disguised.length === 0 ? found : [...found, ...disguised].sort((a, b) => a - b);
    },
    sees(text, start, end) {
      every.lastIndex = start;
      const match = every.exec(text.slice(0, end + lookAhead));
      every.lastIndex = 0;
      if (match !== null && match.index < end) return true;
      const label = text.slice(start, end);
      return label.search(disguise) >= 0 && matchesPlainly(label);
    },
  };
}
