/** The one comment that says how things are; edited in place, so it never says how long ago something was. */
import { statusMarker } from '../decision/markers.ts';
import type { Status } from '../decision/plan.ts';
import { renderRecordLine, type Seal } from '../decision/record.ts';
import type { ObservedDocument } from '../decision/snapshot.ts';
import type { Finding } from '../lint/report.ts';
import { summarize } from '../lint/summarize.ts';
import { countOf, countsBySeverity } from './count-of.ts';
import { documentUrls } from './document-urls.ts';
import { findingItem, type BlobUrl } from './finding-item.ts';
import { fitItems } from './fit-items.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownText } from './markdown-text.ts';
import type { Progress, StatusPlace } from './status/progress.ts';
import { closedSections, closingSections, progressSections } from './status/sections.ts';
import { utf8Length } from '../lint/utf8-length.ts';
import { whoDecides } from './who-decides.ts';

/** In bytes of UTF-8: the visible text stays under 20,000 characters, the rest is on the check. */
const budgets = { documents: 2_500, whole: 19_000, findings: { most: 13_000, least: 1_000 } };

export interface StatusWords {
  seal: Seal;
  progress: Progress;
  place: StatusPlace;
  /** Where the check runs of this RFC can be read; null where it has none. */
  checksUrl: string | null;
}

/** The whole body, its record on the last line. */
export function renderStatusComment(status: Status, { seal, progress, place, checksUrl }: StatusWords): string {
  const urls = documentUrls(status.documents);
  const isOpen = status.phase === 'open';
  const before = [
    `${statusMarker}\n${ownersText(status.documents, urls)}`,
    phaseText(status),
    ...(isOpen ? progressSections(progress, place) : closedSections(progress, place)),
  ];
  const after = [formerText(status), rebuiltText(status), ...(isOpen ? closingSections(progress) : [])];
  const left = budgets.whole - utf8Length([...before, ...after].join('\n\n'));
  const room = Math.max(budgets.findings.least, Math.min(budgets.findings.most, left));
  const findings = isOpen ? findingsText(status.documents, { urls, checksUrl, room }) : '';
  const paragraphs = [...before, findings, ...after, renderRecordLine(status.record, seal)];
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function ownersText(documents: readonly ObservedDocument[], urls: BlobUrl): string {
  const [first] = documents;
  if (first !== undefined && documents.length === 1) return `**Who decides:** ${ownerText(first, urls)}`;
  const items = documents.map((document) => `- ${markdownLink(document.path, urls(document.path, null))}: ${ownerText(document, urls)}\n`);
  const { text, left } = fitItems(items, budgets.documents);
  return `**Who decides:**\n\n${text}${left > 0 ? `- … and ${countOf(left, 'more document')}\n` : ''}`.trimEnd();
}

function ownerText({ path, result, unread }: ObservedDocument, urls: BlobUrl): string {
  if (result === null) return `not known, as the document could not be judged: ${markdownText(unread ?? 'no reason given')}`;
  const { decision } = result;
  if (decision.present && decision.owners.length > 0) return whoDecides(path, decision, urls);
  return `${whoDecides(path, decision, urls)}. A line such as \`**Decision Owner**: @login\` near the top of the document says who makes the final call.`;
}

function phaseText({ phase }: Status): string {
  if (phase === 'open') return '';
  return phase === 'merged' ? 'This RFC is merged.' : 'This RFC is closed.';
}

interface FindingsPlace {
  urls: BlobUrl;
  checksUrl: string | null;
  /** In bytes of UTF-8. */
  room: number;
}

/** That no principle is cited, the section of the principles says, which knows of `/cite` as well. */
function isSaidAbove({ rule, message }: Finding): boolean {
  return rule === 'principles' && message.startsWith('Missing principle');
}

function findingsText(documents: readonly ObservedDocument[], { urls, checksUrl, room }: FindingsPlace): string {
  const results = documents.flatMap(({ result }) => (result === null ? [] : [{ ...result, findings: result.findings.filter((finding) => !isSaidAbove(finding)) }]));
  const counted = countsBySeverity(summarize(results));
  if (counted === '') return '';
  const several = results.length > 1;
  const items = results.flatMap(({ path, findings }) =>
    findings.map((finding, index) => `${several && index === 0 ? `\n${markdownLink(path, urls(path, null))}\n\n` : ''}${findingItem(path, finding, urls)}`),
  );
  const { text, left } = fitItems(items, room);
  const rest = left === 0 ? '' : `- … and ${left} more: ${checksUrl === null ? 'they show as these are mended' : markdownLink('the check has them all', checksUrl)}\n`;
  return `**What helps next** (${counted}):\n\n${text}${rest}`.trimEnd();
}

/** Readers of both have to know which one counts. GitHub lets no App have a name that could end the code. */
function formerText({ former }: Status): string {
  return former === null ? '' : `${markdownLink('An older status comment', former.url)} by \`${former.by}\` is not kept up any more: this one counts.`;
}

/** Kept in the record, so that the sentence stays and time alone writes nothing. */
function rebuiltText({ record: { rebuilt } }: Status): string {
  if (rebuilt === null) return '';
  const day = rebuilt.at.slice(0, 10);
  if (rebuilt.reason === 'missing') return `This comment was gone, so Unpause wrote it again on ${day}: it holds the record of this RFC.`;
  const what = rebuilt.reason === 'altered' ? 'had been edited by somebody else' : 'could not be read';
  return `The record that Unpause keeps in this comment ${what}, so it was rebuilt on ${day}. It is best left to Unpause to edit this comment.`;
}
