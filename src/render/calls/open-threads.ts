/** Review threads that are open, for somebody who takes over. */
import type { OpenThreads, ReviewThread } from '../../decision/review-threads.ts';
import { cutText } from '../cut-text.ts';
import { markdownLink } from '../markdown-link.ts';
import { inertLogin } from '../names.ts';
import { usersWords } from '../users-words.ts';

const most = 5;
/** A link makes its label harmless as a whole. */
const longestLabel = 200;
/** Of each, its beginning: the link leads to the rest. */
const longestText = 140;

/** An item of a list, with the newest threads below it. Empty where there are none, or where nobody asked. */
export function threadsItem(threads: OpenThreads | null): string {
  if (threads === null) return '';
  if (threads.kind === 'unknown') return '- **Open review threads:** GitHub does not tell Unpause which are open here; the pull request shows them.';
  if (threads.threads.length === 0) return '';
  const shown = threads.threads.toReversed().slice(0, most).map(threadText);
  const rest = threads.threads.length - shown.length;
  const items = [...shown, ...(rest > 0 ? [`… and ${rest} more`] : [])];
  return `- **Open review threads:**${items.map((item) => `\n  - ${item}`).join('')}`;
}

function threadText({ path, line, url, by, text }: ReviewThread): string {
  const place = cutText(path, longestLabel) + (line === null ? '' : `, line ${line}`);
  return `${markdownLink(place, url)}, ${by === null ? 'somebody' : inertLogin(by)}: ${usersWords(text, longestText)}`;
}
