/**
 * Finds the commands in a comment: lines of its paragraphs that begin with a slash and a word, as GitHub shows them.
 * Code, quotes, HTML, links, tables and struck-out text hold none. What a word means, `registry` knows.
 */
import type { Nodes, Paragraph } from 'mdast';
import { ParseBudget } from '../../lint/complexity.ts';
import { cutBlocks } from '../../lint/cut.ts';
import { parseMarkdown, span } from '../../lint/parse-markdown.ts';
import { takesTemporaryDri } from './take-sentence.ts';

export interface Typed {
  /** The first word without its slash, in lower case. */
  name: string;
  /** What stands after it, with the white space between: the rest of its line, and the lines up to the next command or the end of the paragraph. */
  rest: string;
  /** The line as it was typed, cut to 100 characters. */
  line: string;
}

/** After so many lines that look like commands, a comment is read no further. */
const mostRead = 100;
const longestLine = 100;
/** A comment of more blocks than these with a slash in them is a log, and is read no further either. */
const mostPieces = 200;
/** Of what a document may cost to parse; a comment that costs more is no prose, and holds no commands. */
const shareOfBudget = 1 / 64;

/** Plain letters only, so that `/usr/bin`, look-alikes in other alphabets and hidden characters are none. */
const commandLine = /^[ \t]*\/([a-z][a-z_-]{0,29})[.,:;!]?(?=\s|$)/gim;
const interesting = /^[ \t]*\/[a-z]|\btemp(?:orary)?\s+dri\b/im;

/** Containers whose text is somebody else's, or not prose. */
const closed: ReadonlySet<Nodes['type']> = new Set(['blockquote', 'footnoteDefinition', 'table', 'code', 'html', 'definition']);
/** Stretches of a paragraph that are not the author's own plain words. */
const opaque: ReadonlySet<Nodes['type']> = new Set([
  'inlineCode', 'link', 'linkReference', 'image', 'imageReference', 'html', 'delete', 'footnoteReference',
]);

/**
 * The commands of a comment in their order, with the sentence that takes the temporary DRI role as `dri take`. Time is
 * linear in the comment's length: it is parsed in pieces, and only those that may hold one.
 */
export function findCommands(body: string): Typed[] {
  const found: Typed[] = [];
  if (!interesting.test(body)) return found;
  const budget = new ParseBudget(shareOfBudget);
  const cuts = cutBlocks(body, 0, body.length);
  const pieces = cuts.map((start, index) => body.slice(start, cuts[index + 1])).filter((piece) => interesting.test(piece));
  for (const piece of pieces.slice(0, mostPieces).map(shorten)) {
    if (budget.refusal(piece) !== null) continue;
    for (const paragraph of paragraphsOf(parseMarkdown(piece, 0))) found.push(...readParagraph(paragraph, piece));
    if (found.length >= mostRead || budget.isSpent) break;
  }
  return found.slice(0, mostRead);
}

/** A piece up to the most lines that look like commands: ten thousand of them are not worth parsing. */
function shorten(piece: string): string {
  let count = 0;
  for (const match of piece.matchAll(commandLine)) {
    count += 1;
    if (count > mostRead) return piece.slice(0, match.index);
  }
  return piece;
}

function paragraphsOf(nodes: readonly Nodes[]): Paragraph[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return [node];
    // A line of dashes below a command makes a heading of it.
    if (node.type === 'heading') return [{ ...node, type: 'paragraph' as const }];
    return 'children' in node && !closed.has(node.type) ? paragraphsOf(node.children) : [];
  });
}

interface Span {
  start: number;
  end: number;
}

function opaqueSpans(node: Nodes): Span[] {
  if (opaque.has(node.type)) return [span(node)];
  return 'children' in node ? node.children.flatMap(opaqueSpans) : [];
}

function readParagraph(paragraph: Paragraph, source: string): Typed[] {
  const { start } = span(paragraph);
  const { end } = span(paragraph.children.at(-1) ?? paragraph);
  const spans = opaqueSpans(paragraph);
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  // What stands before a paragraph on its line is a list mark, unless it is blank.
  const from = source.slice(lineStart, start).trim() === '' ? lineStart : start;
  const text = source.slice(from, end);
  const starts = Array.from(text.matchAll(commandLine)).filter((match) => {
    const at = from + match.index + match[0].indexOf('/');
    const begins = match.index > 0 || from === lineStart;
    return begins && !spans.some((hidden) => hidden.start <= at && at < hidden.end);
  });
  const before = ownWords(source, { start, end: from + (starts[0]?.index ?? text.length) }, spans);
  const commands = starts.map((match, index) => typedAt(match, { source, from, end: from + (starts[index + 1]?.index ?? text.length), spans }));
  const sentence = takesTemporaryDri(before);
  return [...(sentence === null ? [] : [{ name: 'dri', rest: ' take', line: cutLine(sentence) }]), ...commands];
}

interface Stretch {
  source: string;
  from: number;
  end: number;
  spans: readonly Span[];
}

function typedAt(match: RegExpMatchArray, { source, from, end, spans }: Stretch): Typed {
  const at = from + (match.index ?? 0);
  const rest = withoutComments(source, { start: at + match[0].length, end }, spans);
  const line = /^.*/.exec(source.slice(at, end).trim())?.[0] ?? '';
  return { name: (match[1] ?? '').toLowerCase(), rest: rest.trimEnd(), line: cutLine(line) };
}

/** The text as written, without HTML, of which a reader sees nothing. */
function withoutComments(source: string, { start, end }: Span, spans: readonly Span[]): string {
  const tags = spans.filter((hidden) => hidden.start >= start && hidden.end <= end && source.charAt(hidden.start) === '<' && source.charAt(hidden.end - 1) === '>');
  return blankOut(source, { start, end }, { spans: tags, by: '' });
}

/** The text without marks of emphasis, and with a character in place of all that is not the author's own plain words. */
function ownWords(source: string, stretch: Span, spans: readonly Span[]): string {
  return blankOut(source, stretch, { spans, by: '\uFFFC' }).replace(/\*+|_{1,3}(?=\S)|(?<=\S)_{1,3}/g, '');
}

function blankOut(source: string, { start, end }: Span, { spans, by }: { spans: readonly Span[]; by: string }): string {
  let text = '';
  let at = start;
  for (const hidden of spans) {
    if (hidden.end <= at || hidden.start >= end) continue;
    text += source.slice(at, Math.max(at, hidden.start)) + by;
    at = Math.min(hidden.end, end);
  }
  return text + source.slice(at, end);
}

function cutLine(line: string): string {
  const shown = line.replace(/\s+/g, ' ').trim();
  return shown.length <= longestLine ? shown : `${shown.slice(0, longestLine - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
