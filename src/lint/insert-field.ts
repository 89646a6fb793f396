/** Where a missing field goes: under the title, or into the front matter. */
import type { Document } from './document.ts';
import type { Preset } from './presets.ts';
import type { Edit } from './report.ts';

const blankOrComment = /^(?:[ \t]*(?:<!--(?:(?!-->)[^\n])*-->[ \t]*)?\r?\n)*/;
const atxTitle = /^#{1,2}[ \t]+\S[^\n]*/;
const setextTitle = /^[^\s>#<`~|+*-][^\n]*\r?\n(?:=+|-+)[ \t]*(?=\r?\n|$)/;

/** The title of a document, or the first line of its text: what a finding about the whole document points at. */
export function titleSpan(document: Document): { start: number; end: number } {
  const body = document.text.slice(document.bodyStart, document.bodyStart + 2_048);
  const skipped = blankOrComment.exec(body)?.[0].length ?? 0;
  const rest = body.slice(skipped);
  const title = (atxTitle.exec(rest) ?? setextTitle.exec(rest))?.[0];
  const start = document.bodyStart + skipped;
  if (title === undefined) return { start: Math.min(document.bodyStart, document.text.length), end: Math.min(document.bodyStart, document.text.length) };
  return { start, end: start + title.trimEnd().length };
}

/** The line end that a text uses. */
export function newlineOf(text: string): string {
  return text.slice(0, 4_096).includes('\r\n') ? '\r\n' : '\n';
}

function intoFrontMatter(document: Document, line: string): Edit | null {
  const { metadata, text } = document;
  const newline = newlineOf(text);
  if (metadata === null) return { start: 0, end: 0, text: ['---', line, '---', '', ''].join(newline) };
  if (metadata.language !== 'yaml') return null;
  const at = metadata.contentEnd;
  const before = at > 0 && text[at - 1] !== '\n' ? newline : '';
  return { start: at, end: at, text: `${before}${line}${newline}` };
}

function underTitle(document: Document, line: string): Edit {
  const { start, end } = titleSpan(document);
  const newline = newlineOf(document.text);
  if (start === end) return { start, end, text: `${line}${newline}${start < document.text.length ? newline : ''}` };
  return { start: end, end, text: `${newline}${newline}${line}` };
}

/** The line that the preset inserts, in the form that the place asks for. */
function templateFor(document: Document, { template: { where, line }, terms: [term] }: Preset): { where: 'body' | 'frontmatter'; line: string } {
  const isYaml = document.metadata?.end === document.text.length && document.metadata.start === 0;
  if (isYaml && where === 'body') return { where: 'frontmatter', line: `${(term ?? '').toLowerCase().replaceAll(' ', '-')}: "[Name here]"` };
  return { where, line };
}

/** The place that a finding about a missing field points at, and the edit that inserts its template. */
export function insertField(document: Document, preset: Preset): { place: { start: number; end: number }; edit: Edit } {
  const { where, line } = templateFor(document, preset);
  const edit = where === 'frontmatter' ? intoFrontMatter(document, line) : null;
  const bodyLine = where === 'frontmatter' ? line.replace(/^([^:]+):\s*"?(.*?)"?$/, '**$1**: $2') : line;
  return { place: titleSpan(document), edit: edit ?? underTitle(document, bodyLine) };
}
