import { plainText } from './plain-text.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/**
 * Text for XML 1.0, as content or attribute value. XML has no way at all to write most control
 * characters, U+FFFE and U+FFFF, not even escaped, so these are replaced.
 */
export function xmlText(text: string): string {
  return plainText(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
