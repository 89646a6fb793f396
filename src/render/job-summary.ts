import { severities } from '../config/severity.ts';
import type { Decision, DocumentResult, Finding, Report } from '../lint/report.ts';
import { countOf, countsBySeverity } from './count-of.ts';
import { fitItems } from './fit-items.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownText } from './markdown-text.ts';
import { groupNotChecked, type NotCheckedGroup } from './not-checked.ts';

export interface JobSummary {
  report: Report;
  /** Where a document, or a line of it, can be read; null where there is no such page. */
  blobUrl: (path: string, line: number | null) => string | null;
  conclusion: 'success' | 'failure' | 'neutral';
  /** How many findings GitHub does not show as annotations. */
  unannotated: number;
  /** What else the reader should know, as plain text. */
  notes: readonly string[];
}

type BlobUrl = JobSummary['blobUrl'];

const marks: Record<JobSummary['conclusion'], string> = { success: '✅', failure: '❌', neutral: '⚪' };

/** In bytes. GitHub refuses a summary above 1,048,576; the few lines that are not counted fit in the difference. */
const budgets = { notes: 50_000, documents: 400_000, findings: 500_000, notChecked: 50_000 };

/**
 * The page of a workflow run that says who decides and what is missing: Markdown for
 * GITHUB_STEP_SUMMARY. The documents with errors come first, so that what is cut from a huge one matters least.
 */
export function renderJobSummary({ report, blobUrl, conclusion, unannotated, notes }: JobSummary): string {
  const results = report.results.toSorted((a, b) => worst(a) - worst(b));
  const sections = [
    `## ${marks[conclusion]} Who decides\n`,
    `${headline(report, conclusion)}\n`,
    ...notes.map(noteText),
    documentsTable(results, blobUrl),
    unannotatedText(unannotated),
    findingsList(results, blobUrl),
    notCheckedList(groupNotChecked(report)),
  ];
  return sections.filter((section) => section !== '').join('\n');
}

/** The place of the worst finding among the severities; past their end where there is none. */
function worst({ findings }: DocumentResult): number {
  const found = severities.findIndex((severity) => findings.some((finding) => finding.severity === severity));
  return found === -1 ? severities.length : found;
}

function headline({ results, summary }: Report, conclusion: JobSummary['conclusion']): string {
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

function noteText(note: string): string {
  const { text } = fitItems([`> ${markdownText(note)}\n`], budgets.notes);
  return text;
}

function documentsTable(results: readonly DocumentResult[], blobUrl: BlobUrl): string {
  if (results.length === 0) return '';
  const rows = results.map(({ path, decision, findings }) => {
    const document = markdownLink(path, blobUrl(path, null));
    return `| ${document} | ${whoDecides(path, decision, blobUrl)} | ${counts(findings) || 'none'} |\n`;
  });
  const { text, left } = fitItems(rows, budgets.documents);
  return `| Document | Who decides | Findings |\n| --- | --- | --- |\n${text}${moreText(left, 'document')}`;
}

function whoDecides(path: string, { present, owners, line }: Decision, blobUrl: BlobUrl): string {
  if (!present) return 'not named yet';
  const names = owners.length === 0 ? 'not filled in yet' : owners.map((owner) => markdownText(owner.text)).join(', ');
  return line === null ? names : `${names} (${markdownLink(`line ${line}`, blobUrl(path, line))})`;
}

function counts(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return countsBySeverity({ errors: count('error'), warnings: count('warning'), advice: count('advice') });
}

function unannotatedText(unannotated: number): string {
  if (unannotated === 0) return '';
  const more = countOf(unannotated, 'more finding');
  return `GitHub shows at most 10 errors and 10 warnings of a step as annotations; ${more} can be read here.\n`;
}

function findingsList(results: readonly DocumentResult[], blobUrl: BlobUrl): string {
  const items = results.flatMap(({ path, findings }) =>
    findings.map((finding, index) => {
      const heading = index === 0 ? `\n**${markdownLink(path, blobUrl(path, null))}**\n\n` : '';
      return `${heading}${findingItem(path, finding, blobUrl)}`;
    }),
  );
  if (items.length === 0) return '';
  const { text, left } = fitItems(items, budgets.findings);
  return `### Findings\n${text}${moreText(left, 'finding')}`;
}

function findingItem(path: string, { line, severity, message, rule, url }: Finding, blobUrl: BlobUrl): string {
  const place = markdownLink(`line ${line}`, blobUrl(path, line));
  return `- ${place}, **${severity}**: ${markdownText(message)} (${markdownLink(rule, url)})\n`;
}

function notCheckedList(groups: readonly NotCheckedGroup[]): string {
  if (groups.length === 0) return '';
  const items = groups.map(({ rule, reason, paths: [first = '', ...others] }) => {
    const where = others.length === 0 ? markdownText(first) : countOf(others.length + 1, 'document');
    return `- ${markdownText(rule)} in ${where}: ${markdownText(reason)}\n`;
  });
  const { text, left } = fitItems(items, budgets.notChecked);
  return `### Not checked\n\n${text}${moreText(left, 'line')}`;
}

function moreText(left: number, noun: string): string {
  return left === 0 ? '' : `\n… and ${countOf(left, `more ${noun}`)}; the JSON report has everything.\n`;
}
