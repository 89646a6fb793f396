/**
 * Cuts a document into pieces that remark may parse one at a time and still read what it reads in the whole.
 * A cut is sound where no container, fence or HTML block can go on: before an ATX heading or an item of a bullet
 * list in column 0, and before a line in column 0 that follows a blank line. Where a line can be read two ways (a fence indented by
 * one to three spaces may belong to a list item or to the document) and the ways differ in what is open after
 * it, cutting stops: the rest of the document is one piece.
 * https://spec.commonmark.org/0.31.2/#container-blocks
 */

/** What is open between two lines, and how it ends. */
type Open =
  | { kind: 'nothing' }
  /** A fence or an HTML block of the document itself: cuts wait for its end. */
  | { kind: 'block'; ends: (line: string) => boolean }
  /** The same inside a list item or a footnote, at `indent`: a line in column 0 ends it too. */
  | { kind: 'inner'; ends: (line: string) => boolean; indent: number; unsure: boolean }
  /** An HTML block that a blank line ends; what opens in it is text. */
  | { kind: 'html' };

const nothing: Open = { kind: 'nothing' };
const html: Open = { kind: 'html' };

const fenceStart = /^(`{3,}(?=[^`]*$)|~{3,})/;
const htmlStart = /^<(?:!--|\?|!\[CDATA\[|![A-Za-z]|(?:pre|script|style|textarea)(?=[\s>]|$))/i;
const markers = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]*\]:)(?=[ \t]|$))+[ \t]*/;
const interesting = /[`~<>]|^\s*(?:[-*+]|\d{1,9}[.)]|\[\^)|^#/;
const fenceLike = /^[ \t]*(?:`{3,}|~{3,})[ \t]*$/;
const atxHeading = /^#{1,6}(?:[ \t]|$)/;
const listOrFootnote = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)|^\[\^/;
// In column 0 it ends every container, and no paragraph goes on over it.
const bulletItem = /^[-*+][ \t]+\S/;
const thematicBreak = /^([-*+])(?:[ \t]*\1){2,}[ \t]*$/;
// After indented code micromark still thinks of interrupting it, blank line or not, and reads some of these as text:
// what begins with one stays with the code.
const container = /^(?:\d|>|\[\^|[-*+](?:[ \t]|$))/;
const blank = /^[ \t]*$/;

function indentOf(line: string): number {
  let width = 0;
  for (const character of line) {
    if (character === ' ') width += 1;
    else if (character === '\t') width += 4 - (width % 4);
    else break;
  }
  return width;
}

function fenceEnd(fence: string): (line: string) => boolean {
  const closing = new RegExp(`^[ \\t]*${fence.charAt(0)}{${fence.length},}[ \\t]*$`);
  return (line) => closing.test(line);
}

function htmlEnd(start: string): (line: string) => boolean {
  if (start.startsWith('<!--')) return (line) => line.includes('-->');
  if (start.startsWith('<?')) return (line) => line.includes('?>');
  if (start.startsWith('<![')) return (line) => line.includes(']]>');
  if (start.startsWith('<!')) return (line) => line.includes('>');
  return (line) => /<\/(?:pre|script|style|textarea)>/i.test(line);
}

/** How what begins with `content` would end; null where it is neither a fence nor an HTML block. */
function blockEnd(content: string): ((line: string) => boolean) | null {
  const fence = fenceStart.exec(content);
  if (fence !== null) return fenceEnd(fence[1] ?? '');
  const tag = htmlStart.exec(content);
  if (tag === null) return null;
  const ends = htmlEnd(tag[0]);
  // A comment may end on the line on which it starts, but not with the dashes that open it.
  return ends(content.slice(tag[0] === '<!--' ? 4 : tag[0].length)) ? null : ends;
}

function isBulletItem(line: string): boolean {
  return bulletItem.test(line) && !thematicBreak.test(line);
}

class Cutter {
  readonly cuts: number[] = [];
  private open: Open = nothing;
  private containerOpen = false;
  private afterBlank = true;
  private lastIndent = 0;

  /** Takes the next line; false where nothing certain can be said of the rest. */
  take(line: string, offset: number): boolean {
    const isBlank = blank.test(line);
    const indent = isBlank ? 0 : indentOf(line);
    const certain = isBlank ? this.takeBlank() : this.takeText(line, { indent, offset });
    this.afterBlank = isBlank;
    if (!isBlank) this.lastIndent = indent;
    return certain;
  }

  private takeBlank(): boolean {
    if (this.open.kind === 'html') this.open = nothing;
    return true;
  }

  private takeText(line: string, { indent, offset }: { indent: number; offset: number }): boolean {
    switch (this.open.kind) {
      case 'block':
        if (indent < 4 || !fenceLike.test(line)) this.open = this.open.ends(line) ? nothing : this.open;
        return true;
      case 'inner':
        return this.takeInner(line, indent, offset);
      case 'html':
        return this.takeHtml(line);
      case 'nothing':
        return this.takeOpen(line, indent, offset);
    }
  }

  private takeInner(line: string, indent: number, offset: number): boolean {
    if (this.open.kind !== 'inner') return true;
    if (indent === 0) {
      if (this.open.unsure) return false;
      this.open = nothing;
      return this.takeOpen(line, indent, offset);
    }
    // Less indented than what is open: it may have left the container, and closed it, or not.
    if (indent < this.open.indent) return false;
    if (this.open.ends(line)) {
      if (this.open.unsure && indent > 3) return false;
      this.open = nothing;
    }
    return true;
  }

  /** A fence or comment that seems to open inside an HTML block may be text, or may not. */
  private takeHtml(line: string): boolean {
    const marked = markers.exec(line);
    if (marked !== null) this.containerOpen = true;
    return blockEnd(line.slice(marked?.[0].length ?? 0).trimStart()) === null;
  }

  private takeOpen(line: string, indent: number, offset: number): boolean {
    if (indent === 0) this.cutAt(line, offset);
    if (interesting.test(line)) this.takeStart(line, indent);
    return true;
  }

  private cutAt(line: string, offset: number): void {
    const ends = atxHeading.test(line) || (this.afterBlank && !this.staysWithCode(line));
    if (ends) this.containerOpen = false;
    if (ends || (isBulletItem(line) && !this.staysWithCode(line))) this.cuts.push(offset);
    if (listOrFootnote.test(line)) this.containerOpen = true;
  }

  private staysWithCode(line: string): boolean {
    return this.afterBlank && this.lastIndent >= 4 && container.test(line);
  }

  /** Looks for the start of a fence or an HTML block, behind list markers too. */
  private takeStart(line: string, indent: number): void {
    const marked = markers.exec(line)?.[0];
    const content = marked === undefined ? line.trimStart() : line.slice(marked.length);
    if (marked !== undefined && indent > 0) this.containerOpen = true;
    const ends = blockEnd(content);
    if (ends !== null) this.openBlock(ends, marked, indent);
    else if (indent < 4 && /^<[/A-Za-z]/.test(content)) this.open = html;
  }

  private openBlock(ends: (line: string) => boolean, marked: string | undefined, indent: number): void {
    if (marked !== undefined) {
      this.open = { kind: 'inner', ends, indent: indentOf(marked.replace(/\S/g, ' ')), unsure: false };
    } else if (this.containerOpen && indent > 0) {
      this.open = { kind: 'inner', ends, indent, unsure: indent < 4 };
    } else if (indent < 4) {
      this.open = { kind: 'block', ends };
    }
  }
}

/** Offsets at which a piece may begin, ascending, `from` itself the first. Reads no further than a cut after `to`. */
export function cutBlocks(text: string, from: number, to: number): number[] {
  const cutter = new Cutter();
  let offset = from;
  while (offset < text.length) {
    const newline = text.indexOf('\n', offset);
    const end = newline < 0 ? text.length : newline;
    const lineEnd = end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    if (!cutter.take(text.slice(offset, lineEnd), offset)) break;
    const last = cutter.cuts.at(-1);
    if (last !== undefined && last > to) break;
    offset = end + 1;
  }
  return cutter.cuts[0] === from ? cutter.cuts : [from, ...cutter.cuts];
}
