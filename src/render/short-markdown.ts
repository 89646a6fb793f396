import { cutText } from './cut-text.ts';
import { markdownText } from './markdown-text.ts';

/**
 * The beginning of any text as harmless inline Markdown: at most that many UTF-16 code units of it, and at most twice as
 * many of Markdown, as a text of nothing but markup grows when it is escaped.
 */
export function shortMarkdown(text: string, longest: number): string {
  for (let length = longest; length > 1; length = Math.floor(length * 0.75)) {
    const markdown = markdownText(cutText(text, length));
    if (markdown.length <= 2 * longest) return markdown;
  }
  return '…';
}
