/** The one reply to a comment in which something is worth a word: what would work instead, and who can do it. */
import type { Answer } from '../decision/commands/verdict.ts';
import type { CallOf } from './calls/call-of.ts';
import type { CallPlace } from './calls/call-place.ts';
import { capitalized } from './capitalized.ts';
import { commandList } from './command-list.ts';
import { inWords, mention } from './names.ts';
import { isRepeatable, refusalText } from './refusals.ts';
import { remarkText } from './remarks.ts';
import { codeSpan } from './users-words.ts';

/** Whoever posts more than this at once sees what it is about. */
const most = 5;

/** The text below the marker: what was typed more than once with the same answer is answered once. */
export function answersText({ asked, answers }: CallOf<'reply'>, place: CallPlace): string {
  const lines = [...new Set(answers.flatMap((answer) => linesOf(answer, place)))];
  const wantsHelp = answers.some(({ wants }) => wants === 'help');
  const parts = [
    ...(lines.length > 0 ? [said(lines)] : []),
    ...(answers.some(({ verdict }) => verdict.kind === 'refused' && isRepeatable(verdict.refusal)) ? [again] : []),
    ...(wantsHelp ? [`here is what you can post, each at the start of a line:\n\n${commandList(place.commands)}`] : []),
  ];
  const [first = 'the status comment shows how things are, and what you can do next.', ...others] = parts;
  const opening = asked.length === 0 ? capitalized(first) : `${inWords(asked.map(mention))}, ${first}`;
  return [opening, ...others.map(capitalized)].join('\n\n');
}

const again = 'a new comment does it: each comment is read once, so an edit of the old one runs nothing.';

function said(lines: readonly string[]): string {
  if (lines.length === 1) return `on ${lines.join('')}`;
  const rest = lines.length - most;
  const items = [...lines.slice(0, most), ...(rest > 0 ? [`… and ${rest} more.`] : [])];
  return `on what you posted:\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function linesOf({ typed, verdict }: Answer, place: CallPlace): string[] {
  const command = codeSpan(typed);
  if (verdict.kind === 'refused') return [`${command}: ${refusalText(verdict.refusal, place)}`];
  return verdict.remarks.map((remark) => `${command}: ${remarkText(remark, place)}`);
}
