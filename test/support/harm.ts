/** What a text that the App wrote would do on GitHub that it should not; found in the text as GitHub reads it. */
import type { Nodes } from 'mdast';
import { markdownNodes } from './markdown-nodes.ts';

/** HTML that is ours: how the App finds its words again, and what folds a list. */
const ownMarks = [/^<!-- unpause:status -->$/, /^<!-- unpause:record \{(?:(?!--)[^<>])*\} -->$/, /^<!-- unpause:event [A-Za-z0-9._-]+ -->$/];

export interface Surroundings {
  /** Where links of the App may lead. */
  homes: readonly string[];
  /** The text itself may hold HTML of ours that folds lists, as the page of a check run does. */
  folds?: boolean;
}

/** None where the text is harmless. */
export function harmIn(markdown: string, surroundings: Surroundings): string[] {
  return [...markdownNodes(markdown).flatMap((node) => harmOf(node, surroundings)), ...harmInMarks(markdown)];
}

/** Reads as something of a document's own: the App never writes such. */
const strangers: ReadonlySet<Nodes['type']> = new Set(['image', 'imageReference', 'linkReference', 'definition', 'footnoteReference', 'footnoteDefinition']);

function harmOf(node: Nodes, { homes, folds = false }: Surroundings): string[] {
  if (strangers.has(node.type)) return [`${node.type}: ${JSON.stringify(node)}`];
  switch (node.type) {
    case 'text':
      return saying('mentions', node.value, /(?:^|[^\w`])@[a-z\d]/i.test(node.value));
    case 'html':
      return saying('HTML', node.value, !(isOwnMark(node.value) || (folds && isFold(node.value))));
    case 'link':
      return saying('leads to', node.url, !homes.some((home) => node.url.startsWith(`${home}/`)));
    case 'code':
      return saying('code', node.value, node.lang !== 'suggestion' && node.lang !== 'markdown');
    default:
      return [];
  }
}

function saying(what: string, text: string, isHarm: boolean): string[] {
  return isHarm ? [`${what}: ${text}`] : [];
}

function isOwnMark(html: string): boolean {
  return ownMarks.some((mark) => mark.test(html.trim()));
}

function isFold(html: string): boolean {
  return /^(?:<\/?(?:details|summary)>|\s)*$/.test(html.replace(/<summary>[^<>@]*<\/summary>/g, ''));
}

/** A status or an event is marked on the first line, a record on the last, and nowhere else. */
function harmInMarks(markdown: string): string[] {
  const outside = markdownNodes(markdown).flatMap((node) => (node.type === 'html' ? [node.value] : []));
  const records = outside.filter((value) => value.includes('unpause:record'));
  const firsts = outside.filter((value) => /<!-- unpause:(?:status|event)/.test(value));
  const isLast = records.length === 0 || markdown.trimEnd().endsWith(records[0] ?? '');
  const isFirst = firsts.length === 0 || markdown.startsWith(firsts[0] ?? '');
  return records.length > 1 || firsts.length > 1 || !isLast || !isFirst ? [`marks: ${JSON.stringify([...firsts, ...records])}`] : [];
}

/** What moves a cursor, reorders what is around it, or speaks to a CI runner, in a text that is shown as it is. */
export function harmInLine(text: string): string[] {
  return /[\p{Cc}\u202a-\u202e\u2066-\u2069]|##\[|^::/u.test(text) ? [`line: ${JSON.stringify(text)}`] : [];
}
