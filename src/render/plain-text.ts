/** White space that would end a line or move the cursor; a message stays on its line. */
const breaks = /[\t\n\v\f\r\u0085\p{Zl}\p{Zp}]+/gu;
/** What a terminal acts on (controls, ANSI escapes), what reorders the text around it, and halves of characters. */
const unsafe = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;
/** `##[group]`, `##vso[…]`, `##teamcity[…]`: what CI runners obey wherever in a line it stands. */
const runnerCommand = /##(?=[\w-]*\[)/g;
const suspicious = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|##/u;

/**
 * Text that may come from a document, made safe to print on one line of a terminal or log: nothing
 * in it moves the cursor, colours, reorders its surroundings or speaks to a CI runner. What is taken
 * out stays visible (`\u001b`), so that a reader sees that something was there.
 */
export function plainText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.replace(breaks, ' ').replace(unsafe, visible).replace(runnerCommand, '## ');
}

function visible(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `\\u${code.toString(16).padStart(4, '0')}`;
}
