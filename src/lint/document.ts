/**
 * A document, cut into pieces that are parsed only when a rule asks for what they may hold.
 * Everything here is derived from the text; what was derived once is kept.
 */
import type { Definition, FootnoteDefinition, RootContent } from 'mdast';
import type { AliasScan } from './alias-scan.ts';
import { ParseBudget } from './complexity.ts';
import { cutBlocks } from './cut.ts';
import { definitionAt, definitionCandidates, referencedLabels, writeDefinition } from './definitions.ts';
import type { DocumentSource } from './document-source.ts';
import { lastAtOrBefore } from './last-at-or-before.ts';
import { LineIndex } from './line-index.ts';
import { locateMetadata, type Metadata } from './metadata.ts';
import { parseMarkdown, span } from './parse-markdown.ts';

/** What of a document could not be judged, and where it begins. */
export interface Refusal {
  offset: number;
  reason: string;
}

/** `whole` parses the document in one go: slow, unbounded, and the judge of the other way in the tests. */
export type Parsing = 'sections' | 'whole';

const windowSize = 16 * 1024;

export class Document {
  readonly text: string;
  readonly path: string;
  readonly source: DocumentSource;
  readonly metadata: Metadata | null;
  readonly refusals: Refusal[] = [];
  private readonly parsing: Parsing;
  private readonly budget = new ParseBudget();
  private readonly parsed = new Map<number, RootContent[]>();
  private readonly parsedBare = new Map<number, RootContent[]>();
  private lineIndex: LineIndex | null = null;
  private candidates: Map<string, number[]> | null = null;
  private cuts: readonly number[] = [];
  private cutTo = -1;

  constructor(source: DocumentSource, parsing: Parsing = 'sections') {
    this.source = source;
    this.path = source.path;
    this.text = source.text.startsWith('\uFEFF') ? source.text.slice(1) : source.text;
    this.parsing = parsing;
    this.metadata = locateMetadata(this.text, source.path);
  }

  get lines(): LineIndex {
    this.lineIndex ??= new LineIndex(this.text);
    return this.lineIndex;
  }

  /** Where the Markdown begins: after the front matter. */
  get bodyStart(): number {
    return this.metadata?.end ?? 0;
  }

  /** No more of this document may be parsed; a refusal says so. */
  private get isSpent(): boolean {
    return this.budget.isSpent;
  }

  /** Where the pieces begin in which `scan` sees a label, ascending; ends early where no more may be parsed. */
  *piecesWith(scan: AliasScan): Generator<number> {
    let last = -1;
    for (const hit of scan.hits(this.text)) {
      if (hit < this.bodyStart || this.isSpent) continue;
      const piece = this.pieceAt(hit);
      if (piece !== last) yield piece;
      last = piece;
    }
  }

  /** The blocks of the document, in order, from the piece that holds `offset` on. */
  *blocksFrom(offset: number): Generator<RootContent> {
    let piece = this.pieceAt(offset);
    while (piece < this.text.length && !this.isSpent) {
      yield* this.blocksOf(piece);
      piece = this.pieceEnd(piece);
    }
  }

  /** The blocks of the document that come after one of them, in order. */
  *blocksAfter(block: RootContent): Generator<RootContent> {
    const { start, end } = span(block);
    for (const next of this.blocksFrom(start)) if (span(next).start >= end) yield next;
  }

  /** The blocks of the piece that begins at `piece`, parsed with the definitions it refers to. */
  blocksOf(piece: number): RootContent[] {
    const known = this.parsed.get(piece);
    if (known !== undefined) return known;
    if (this.isSpent) return [];
    const text = this.affordable(piece);
    const definitions = this.definitionsFor(piece, text);
    const parsed = parseMarkdown(definitions + text, piece - definitions.length);
    const blocks = definitions === '' ? parsed : parsed.filter((block) => span(block).start >= piece);
    this.parsed.set(piece, blocks);
    return blocks;
  }

  /** The same without the definitions of other pieces, which is enough to see the piece's own. */
  private bareBlocksOf(piece: number): RootContent[] {
    const known = this.parsed.get(piece) ?? this.parsedBare.get(piece);
    if (known !== undefined) return known;
    if (this.isSpent) return [];
    const blocks = parseMarkdown(this.affordable(piece), piece);
    this.parsedBare.set(piece, blocks);
    return blocks;
  }

  /** The text of a piece, or as much of it as may be parsed; what is left out is noted as a refusal. */
  private affordable(piece: number): string {
    const text = this.text.slice(piece, this.pieceEnd(piece));
    if (this.parsing === 'whole') return text;
    const reason = this.budget.refusal(text);
    if (reason === null) return text;
    this.refusals.push({ offset: piece, reason });
    // A label at the very start can still be read, with as much of its value as people write.
    const line = text.slice(0, windowSize).split('\n', 1)[0] ?? '';
    const window = line.length < windowSize ? line : line.slice(0, line.lastIndexOf(' '));
    return this.budget.refusal(window) === null ? window : '';
  }

  /** Where the link definition `[identifier]: …` leads, or null where there is none. */
  urlOf(identifier: string): string | null {
    const found = this.definition(identifier.toUpperCase());
    return found?.node.type === 'definition' ? found.node.url : null;
  }

  /** Definitions to stand before a piece: behind it, something left open could swallow them. */
  private definitionsFor(piece: number, text: string): string {
    if (this.parsing === 'whole' || !text.includes('[')) return '';
    const definitions = [...referencedLabels(text)].map((label) => this.definition(label));
    const foreign = definitions.filter((found) => found !== null && found.piece !== piece);
    if (foreign.length === 0) return '';
    // The comment ends the last footnote, which indented text would belong to.
    return [...foreign.map((found) => (found === null ? '' : writeDefinition(found.node))), '<!-- -->', ''].join('\n\n');
  }

  /** The first definition of a normalised label, and the piece it stands in. */
  private definition(label: string): { node: Definition | FootnoteDefinition; piece: number } | null {
    this.candidates ??= definitionCandidates(this.text);
    for (const offset of this.candidates.get(label) ?? []) {
      if (offset < this.bodyStart) continue;
      const piece = this.pieceAt(offset);
      const node = definitionAt(this.bareBlocksOf(piece), offset);
      if (node !== null) return { node, piece };
    }
    return null;
  }

  /** Where the piece begins that holds `offset`. */
  pieceAt(offset: number): number {
    if (this.parsing === 'whole') return this.bodyStart;
    this.cutUpTo(offset);
    return this.cuts[lastAtOrBefore(this.cuts, offset)] ?? this.bodyStart;
  }

  private pieceEnd(piece: number): number {
    if (this.parsing === 'whole') return this.text.length;
    this.cutUpTo(piece);
    return this.cuts[lastAtOrBefore(this.cuts, piece) + 1] ?? this.text.length;
  }

  /** Cuts as far as the end of the piece that holds `offset`, and well beyond when asked again. */
  private cutUpTo(offset: number): void {
    if (offset <= this.cutTo) return;
    this.cutTo = Math.max(offset, this.cutTo * 2, 4_096);
    this.cuts = cutBlocks(this.text, this.bodyStart, this.cutTo);
  }
}
