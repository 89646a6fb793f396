/** How things are, for somebody who comes to help: what is undecided, what is on the table, who was heard, what to read. */
import type { Situation } from '../../decision/calls.ts';
import { isOpen } from '../../decision/open-objections.ts';
import type { ObservedDocument } from '../../decision/snapshot.ts';
import type { Objection } from '../../decision/record-schema.ts';
import { cutText } from '../cut-text.ts';
import { heardText } from '../heard-text.ts';
import { markdownLink } from '../markdown-link.ts';
import { renderDay } from '../moments.ts';
import { inertName } from '../names.ts';
import { objectionText } from '../objection-text.ts';
import type { CallPlace } from './call-place.ts';
import { hasBeenWaiting } from './waits-for.ts';

const most = 5;
/** A link makes its label harmless as a whole. */
const longestLabel = 200;

/** A list with an item for all that there is to say. */
export function situationList({ pause, heard, objections, documents, voices }: Situation, place: CallPlace): string {
  const open = objections.filter(isOpen);
  const items = [
    pause === null ? '' : `- **Undecided:** the RFC ${hasBeenWaiting(pause, place.timezone)}`,
    documents.length === 0 ? '' : `- **On the table:** ${listed(documents.map(documentLink))}.`,
    open.length === 0 ? '' : `- **Objections to weigh:**${nested(open.map((objection) => objectionItem(objection, place)))}`,
    ...heardText(heard, place.timezone).map((line) => `- ${line}`),
    voices.length === 0 ? '' : `- **Worth reading:** ${listed(voices.map(({ by, url, at }) => markdownLink(`${cutText(`@${by.login}`, longestLabel)}, ${renderDay(at, place.timezone)}`, url)))}.`,
  ];
  return items.filter((item) => item !== '').join('\n');
}

function documentLink({ path, url }: ObservedDocument): string {
  return markdownLink(cutText(path, longestLabel), url);
}

function objectionItem(objection: Objection, { rfcUrl, timezone }: CallPlace): string {
  return `${inertName(objection.by)}: ${objectionText(objection, { rfcUrl, timezone })}`;
}

function listed(items: readonly string[]): string {
  const rest = items.length - most;
  return `${items.slice(0, most).join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
}

function nested(items: readonly string[]): string {
  const rest = items.length - most;
  return [...items.slice(0, most), ...(rest > 0 ? [`… and ${rest} more`] : [])].map((item) => `\n  - ${item}`).join('');
}
