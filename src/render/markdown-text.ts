import { plainText } from './plain-text.ts';

/** A zero-width space: shows nothing, and keeps GitHub from seeing a mention, a reference or an address. */
const gap = '\u200b';
/** Mentions and e-mails, issue references, addresses, and a number that would begin a list. */
const references = /@|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)|^\d+(?=[.)])/gi;
const punctuation = /[\\`*_{}[\]()<>#~&$!^]/g;
/** What would begin a list, a rule or an underlined heading if the text came first on its line. */
export const blockStart = /^[-+=:]/;

/**
 * Any text as harmless inline Markdown: it reads the same, fits on one line and in a table cell, and
 * holds no markup, HTML, link, `@mention` or `#1` reference of its own. GitHub looks for mentions and
 * references in the rendered text, so a backslash does not stop them; a zero-width space does.
 */
export function markdownText(text: string): string {
  return inlineText(plainText(text).trim()).replace(blockStart, '\\$&');
}

/** The same for a piece of one line that is plain already, and does not begin it. */
export function inlineText(text: string): string {
  return text.replace(references, `$&${gap}`).replace(punctuation, '\\$&').replaceAll('|', '&#124;');
}
