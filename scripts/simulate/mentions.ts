/** Whom a text of Markdown mentions, as GitHub reads it: in code nobody is. */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

const mention = /(?<![\w@])@([a-z\d](?:[a-z\d-]*[a-z\d])?)/gi;

/** Logins as they stand there, each once. */
export function mentionsIn(markdown: string): string[] {
  if (markdown.search(mention) < 0) return [];
  const words = wordsIn(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return [...new Set(words.flatMap((text) => Array.from(text.matchAll(mention), ([, login = '']) => login)))];
}

function wordsIn(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  return 'children' in node ? node.children.flatMap(wordsIn) : [];
}
