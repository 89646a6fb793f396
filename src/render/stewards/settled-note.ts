import { usersBlock } from '../users-words.ts';
import type { NoticeOf } from './notice-place.ts';

const longestPrinciple = 500;

/** Says how the config answered, before the issue is closed. */
export function settledText({ principle }: NoticeOf<'settled'>): string {
  const again = 'If there is more to say about it, anyone can open it again.';
  if (principle === null) return `The config does not hold this principle any more, so the question is answered and this issue is closed. ${again}`;
  return [`The principle \`${principle.id}\` has new words:`, usersBlock(principle.text, longestPrinciple), `So the question is answered and this issue is closed. New reports are about the new words. ${again}`].join('\n\n');
}
