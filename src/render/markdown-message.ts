import { blockStart, inlineText, markdownText } from './markdown-text.ts';
import { plainText } from './plain-text.ts';

const quoted = /`([^`]+)`/g;

/**
 * A message as harmless inline Markdown: what it quotes between backticks is shown as code, in which nothing is markup
 * and no name is a mention; the rest is `markdownText`. Backticks that stand in a quotation shift what is shown as code,
 * and nothing else.
 */
export function markdownMessage(message: string): string {
  const text = plainText(message);
  let markdown = '';
  let at = 0;
  for (const { 0: whole, 1: content = '', index } of text.matchAll(quoted)) {
    // GitHub takes the spaces at both ends of a code span away; one of only spaces would be nothing.
    if (content.trim() === '') continue;
    markdown += `${inlineText(text.slice(at, index))}\`${content}\``;
    at = index + whole.length;
  }
  return at === 0 ? markdownText(text) : (markdown + inlineText(text.slice(at))).trim().replace(blockStart, '\\$&');
}
