/** What a message would do on GitHub: whom it notifies, and what in it is HTML. */
import type { Nodes } from 'mdast';
import { markdownNodes } from '../support/markdown-nodes.ts';

/** Names after an `@` that nothing stands in front of, as GitHub reads mentions; teams as `acme/infra`. */
const mentions = /(?<![\w@/.`-])@([a-z0-9][\w-]*(?:\/[\w.-]+)?)/gi;

export interface SpokenTo {
  nodes: Nodes[];
  /** Whom it notifies, each once, in order of the alphabet. */
  mentioned: string[];
  /** Pieces of HTML, our marker among them. */
  html: string[];
  /** What is read: without HTML, and with "it" for what is shown as code. */
  prose: string;
}

export function spokenTo(markdown: string): SpokenTo {
  const nodes = markdownNodes(markdown);
  const texts = nodes.flatMap((node) => (node.type === 'text' ? [node.value] : []));
  return {
    nodes,
    mentioned: [...new Set(texts.flatMap((text) => Array.from(text.matchAll(mentions), ([, name]) => name ?? '')))].sort(),
    html: nodes.flatMap((node) => (node.type === 'html' ? [node.value] : [])),
    prose: nodes.map(proseOf).join(' ').replace(/ ([.,:;)])/g, '$1'),
  };
}

function proseOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return 'it';
  return node.type === 'paragraph' ? '\n\n' : '';
}
