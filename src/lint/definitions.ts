/**
 * The link and footnote definitions of a document, for pieces that refer to them: `[Alice][]` is a link only where
 * `[Alice]: …` is defined somewhere. https://spec.commonmark.org/0.31.2/#link-reference-definitions
 */
import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { span } from './parse-markdown.ts';

const candidate = /^[ \t>*+\-\d.)]*\[((?:[^[\]\\]|\\.){1,999})\]:/gm;
const reference = /\[((?:[^[\]\\]|\\.){1,999})\]/g;

/** Offsets of lines that look like a definition, by normalised label; whether they are one, only a parse can tell. */
export function definitionCandidates(text: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  if (!text.includes(']:')) return found;
  for (const { 0: whole, 1: label = '', index } of text.matchAll(candidate)) {
    const identifier = normalizeIdentifier(label);
    found.set(identifier, [...(found.get(identifier) ?? []), index + whole.indexOf('[')]);
  }
  return found;
}

/** The normalised labels that a piece may refer to. */
export function referencedLabels(piece: string): Set<string> {
  return new Set(Array.from(piece.matchAll(reference), ([, label = '']) => normalizeIdentifier(label)));
}

/** The definition that begins at `offset` among `blocks`, or null where there is none. */
export function definitionAt(blocks: readonly RootContent[], offset: number): Definition | FootnoteDefinition | null {
  const stack: Nodes[] = [...blocks];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const { start, end } = span(node);
    if (start > offset || end <= offset) continue;
    if (start === offset && (node.type === 'definition' || node.type === 'footnoteDefinition')) return node;
    if ('children' in node) stack.push(...node.children);
  }
  return null;
}

/** A definition written again, as far as it decides whether text that refers to it is a reference. */
export function writeDefinition({ type, label, identifier }: Definition | FootnoteDefinition): string {
  return type === 'definition' ? `[${label ?? identifier}]: #` : `[^${label ?? identifier}]: -`;
}
