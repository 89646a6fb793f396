/**
 * The link and footnote definitions of a document, for pieces that refer to them: `[Alice][]` is a link only where
 * `[Alice]: …` is defined somewhere. https://spec.commonmark.org/0.31.2/#link-reference-definitions
 */
import type { Definition, FootnoteDefinition, Nodes, RootContent } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { span } from './parse-markdown.ts';

const reference = /\[((?:[^[\]\\]|\\.){1,999})\]/g;

const longestLabel = 999;

/** The unescaped `[` that a `]` closes, or -1. */
function openingOf(text: string, closing: number): number {
  for (let at = closing - 1; at >= 0 && closing - at <= longestLabel + 1; at -= 1) {
    if (text[at] === '[' && text[at - 1] !== '\\') return at;
  }
  return -1;
}

/** Offsets of what looks like a definition, by normalised label; whether it is one, only a parse can tell. */
export function definitionCandidates(text: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let closing = text.indexOf(']:'); closing >= 0; closing = text.indexOf(']:', closing + 2)) {
    const opening = openingOf(text, closing);
    if (opening < 0) continue;
    const identifier = normalizeIdentifier(text.slice(opening + 1, closing));
    const offsets = found.get(identifier);
    if (offsets === undefined) found.set(identifier, [opening]);
    else offsets.push(opening);
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
export function writeDefinition({ type, identifier }: Definition | FootnoteDefinition): string {
  // Of label and identifier, only the identifier still has its escapes.
  if (type === 'footnoteDefinition') return `[^${identifier}]: -`;
  // A link whose label begins with `^` can only be defined where no footnote may be: indented, below another definition.
  return identifier.startsWith('^') ? `[-]: #\n\t[${identifier}]: #` : `[${identifier}]: #`;
}
