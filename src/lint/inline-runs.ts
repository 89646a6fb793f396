/** Flattens inline Markdown into rendered lines of runs; what shows nothing (comments, tags, images) is left out. */
import type { Nodes, PhrasingContent } from 'mdast';
import { span } from './parse-markdown.ts';
import type { Run } from './value.ts';

type Style = Pick<Run, 'strong' | 'struck' | 'code' | 'url'>;

const plain: Style = { strong: false, struck: false, code: false, url: null };
const deepest = 100;
const lineBreak = /^<br\s*\/?>$/i;
const strikeTag = /^<(\/?)(?:del|s|strike)(?:\s[^>]*)?>$/i;

interface Context {
  lines: Lines;
  source: string;
  urlOf: (identifier: string) => string | null;
}

class Lines {
  readonly lines: Run[][] = [[]];
  /** Inside `<del>`, which strikes text out as `~~` does. */
  private struck = false;

  tag(html: string): void {
    if (lineBreak.test(html)) this.break();
    const [found, closing] = strikeTag.exec(html) ?? [];
    if (found !== undefined) this.struck = closing === '';
  }

  break(): void {
    this.lines.push([]);
  }

  add(run: Run): void {
    if (run.text !== '') this.lines.at(-1)?.push(this.struck ? { ...run, struck: true } : run);
  }
}

/** Where the text of a code span stands between its backticks. */
function codeSpan(node: Nodes & { value: string }, source: string): { start: number; end: number } {
  const { start, end } = span(node);
  const opening = /^`+\s?/.exec(source.slice(start, end))?.[0] ?? '';
  const padding = /\s$/.test(opening) && node.value.trimStart() === node.value ? 1 : 0;
  const ticks = opening.trimEnd().length + padding;
  return { start: start + ticks, end: end - ticks };
}

function addText(node: Nodes & { value: string }, style: Style, { lines, source }: Context): void {
  const { start, end } = style.code ? codeSpan(node, source) : span(node);
  let written = start;
  for (const [index, text] of node.value.split(/\r?\n/).entries()) {
    if (index > 0) {
      lines.break();
      written = startOfText(source, source.indexOf('\n', written) + 1, text);
    }
    lines.add({ ...style, text, start: Math.min(written, end), end: Math.min(endOfLine(source, written), end) });
  }
}

/** Where the line of an offset ends, before `\n` or `\r\n`. */
function endOfLine(source: string, offset: number): number {
  const newline = source.indexOf('\n', offset);
  if (newline < 0) return source.length;
  return source[newline - 1] === '\r' && newline > offset ? newline - 1 : newline;
}

/** Skips the indentation and the marks of containers with which a continued line begins. */
function startOfText(source: string, lineStart: number, text: string): number {
  let at = lineStart;
  while (/[ \t>]/.test(source.charAt(at)) && source.charAt(at) !== text.charAt(0)) at += 1;
  return at;
}

function styled(node: PhrasingContent, style: Style, urlOf: Context['urlOf']): Style {
  if (node.type === 'strong') return { ...style, strong: true };
  if (node.type === 'delete') return { ...style, struck: true };
  if (node.type === 'link') return { ...style, url: node.url };
  if (node.type === 'linkReference') return { ...style, url: urlOf(node.identifier) };
  return style;
}

function walk(node: PhrasingContent, style: Style, depth: number, context: Context): void {
  if (node.type === 'text') addText(node, style, context);
  else if (node.type === 'inlineCode') addText(node, { ...style, code: true }, context);
  else if (node.type === 'html') context.lines.tag(node.value);
  else if (node.type === 'break') context.lines.break();
  else if ('children' in node && depth < deepest) {
    const inner = styled(node, style, context.urlOf);
    for (const child of node.children) walk(child, inner, depth + 1, context);
  }
}

/** The rendered lines of some inline content of `document`. */
export function inlineLines(nodes: readonly PhrasingContent[], document: { text: string; urlOf: Context['urlOf'] }): Run[][] {
  const context: Context = { lines: new Lines(), source: document.text, urlOf: (identifier) => document.urlOf(identifier) };
  for (const node of nodes) walk(node, plain, 0, context);
  return context.lines.lines;
}
