import { markdownText } from './markdown-text.ts';

/**
 * A Markdown link whose label is any text. Without an address, or with one that is not a web
 * address, the label alone: a link that leads nowhere helps nobody.
 */
export function markdownLink(label: string, url: string | null): string {
  const text = markdownText(label) || '(unnamed)';
  if (url === null || !/^https?:\/\//i.test(url)) return text;
  return `[${text}](${destination(url)})`;
}

/** Escapes what would end the destination, the link or the table cell around it. */
function destination(url: string): string {
  return url
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\s<>()\\|`"]/gu, percentEncoded)
    .replaceAll('&', '&amp;');
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  if (encoded !== character) return encoded;
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
