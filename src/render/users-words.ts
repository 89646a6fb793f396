/** Words that users wrote, shown as data: no mention, no command, no markup, no marker, and on one line. */
import { longestQuote } from '../decision/record-schema.ts';
import { cutText } from './cut-text.ts';
import { shortMarkdown } from './short-markdown.ts';
import { plainText } from './plain-text.ts';

/** Within others of their kind these would end the quotation early, and what comes after them would be Unpause's own. */
const quotationMarks = /[“”]/g;

/** In quotation marks, so that nobody takes them for the words of Unpause, and nothing in them stands first on its line. */
export function usersWords(text: string, longest = longestQuote): string {
  return `“${shortMarkdown(oneLine(text).replace(quotationMarks, '"'), longest)}”`;
}

/** After what somebody did: why, in their words, where they gave any. */
export function givenReason(why: string | null): string {
  return why === null || why.trim() === '' ? '' : `: ${usersWords(why)}`;
}

/** As a block of its own. */
export function usersBlock(text: string, longest: number): string {
  return `> ${usersWords(text, longest)}`;
}

/** Commands are shorter. */
const longestCode = 200;

/** The beginning of any text between backticks, in which nothing is markup and no name is a mention. */
export function codeSpan(text: string): string {
  const content = plainText(cutText(oneLine(text), longestCode));
  const runs = Array.from(content.matchAll(/`+/g), ([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  // A space at each end is taken away again; without it a backtick there would be part of the fence.
  const isTight = !content.startsWith('`') && !content.endsWith('`') && content !== '';
  return isTight ? `${fence}${content}${fence}` : `${fence} ${content} ${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
