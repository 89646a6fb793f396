import { severities } from '../config/severity.ts';
import type { DocumentResult, Finding, Report } from '../lint/report.ts';
import { countOf, countsBySeverity } from './count-of.ts';
import { findingItem, type BlobUrl } from './finding-item.ts';
import { fitItems } from './fit-items.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownMessage } from './markdown-message.ts';
import { markdownText } from './markdown-text.ts';
import { groupNotChecked, type NotCheckedGroup } from './not-checked.ts';
import { whoDecides } from './who-decides.ts';

/** What a page about findings is made of. */
export interface ReportSummary {
  report: Report;
  blobUrl: BlobUrl;
  conclusion: 'success' | 'failure' | 'neutral';
  /** What else the reader should know, as plain text. */
  notes: readonly string[];
  /** Paragraphs of Markdown that stand before the list of findings. */
  asides: readonly string[];
  budgets: Budgets;
  /** Where a reader finds what is left out for want of room, as the end of a sentence. */
  rest: string;
}

/** In bytes of UTF-8; what is not counted (headings, table heads) takes less than 2 kB. */
export interface Budgets {
  notes: number;
  documents: number;
  findings: number;
  notChecked: number;
}


const marks: Record<ReportSummary['conclusion'], string> = { success: '✅', failure: '❌', neutral: '⚪' };

/**
 * A page that says who decides and what is missing, as Markdown. The documents with errors come first, so that what
 * is cut from a huge one matters least.
 */
export function renderReportSummary({ report, blobUrl, conclusion, notes, asides, budgets, rest }: ReportSummary): string {
  const results = report.results.toSorted((a, b) => worst(a) - worst(b));
  const sections = [
    `## ${marks[conclusion]} Who decides\n`,
    `${headline(report, conclusion)}\n`,
    notesText(notes, budgets.notes),
    documentsTable(results, blobUrl, { room: budgets.documents, rest }),
    ...asides,
    findingsList(results, blobUrl, { room: budgets.findings, rest }),
    notCheckedList(groupNotChecked(report), { room: budgets.notChecked, rest }),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

interface Room {
  room: number;
  rest: string;
}

/** The place of the worst finding among the severities; past their end where there is none. */
function worst({ findings }: DocumentResult): number {
  const found = severities.findIndex((severity) => findings.some((finding) => finding.severity === severity));
  return found === -1 ? severities.length : found;
}

function headline({ results, summary }: Report, conclusion: ReportSummary['conclusion']): string {
  const documents = countOf(summary.documents, 'document');
  const found = countsBySeverity(summary);
  if (summary.documents === 0) return 'No RFC document here, so there was nothing to check.';
  if (found === '') return `Nothing is missing in ${documents}.`;
  const where = summary.documents === 1 ? documents : `${results.filter(hasFindings).length} of ${documents}`;
  const next = conclusion === 'success' ? 'None of it holds up a merge.' : 'Each finding says what helps next.';
  return `**${found}** in ${where}. ${next}`;
}

function hasFindings({ findings }: DocumentResult): boolean {
  return findings.length > 0;
}

function notesText(notes: readonly string[], room: number): string {
  const { text } = fitItems(notes.map((note) => `> ${markdownMessage(note)}\n\n`), room);
  return text.replace(/\n$/, '');
}

function documentsTable(results: readonly DocumentResult[], blobUrl: BlobUrl, { room, rest }: Room): string {
  if (results.length === 0) return '';
  const rows = results.map(({ path, decision, findings }) => {
    const document = markdownLink(path, blobUrl(path, null));
    return `| ${document} | ${whoDecides(path, decision, blobUrl)} | ${counts(findings) || 'none'} |\n`;
  });
  const { text, left } = fitItems(rows, room);
  return `| Document | Who decides | Findings |\n| --- | --- | --- |\n${text}${moreText(left, 'document', rest)}`;
}

function counts(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return countsBySeverity({ errors: count('error'), warnings: count('warning'), advice: count('advice') });
}

function findingsList(results: readonly DocumentResult[], blobUrl: BlobUrl, { room, rest }: Room): string {
  const items = results.flatMap(({ path, findings }) =>
    findings.map((finding, index) => {
      const heading = index === 0 ? `\n**${markdownLink(path, blobUrl(path, null))}**\n\n` : '';
      return `${heading}${findingItem(path, finding, blobUrl)}`;
    }),
  );
  if (items.length === 0) return '';
  const { text, left } = fitItems(items, room);
  return `### Findings\n${text}${moreText(left, 'finding', rest)}`;
}

function notCheckedList(groups: readonly NotCheckedGroup[], { room, rest }: Room): string {
  if (groups.length === 0) return '';
  const items = groups.map(({ rule, reason, paths: [first = '', ...others] }) => {
    const where = others.length === 0 ? markdownText(first) : countOf(others.length + 1, 'document');
    return `- ${markdownText(rule)} in ${where}: ${markdownText(reason)}\n`;
  });
  const { text, left } = fitItems(items, room);
  return `### Not checked\n\n${text}${moreText(left, 'line', rest)}`;
}

function moreText(left: number, noun: string, rest: string): string {
  return left === 0 ? '' : `\n… and ${countOf(left, `more ${noun}`)}; ${rest}.\n`;
}
