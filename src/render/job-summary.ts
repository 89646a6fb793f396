import { countOf } from './count-of.ts';
import { renderReportSummary, type ReportSummary } from './report-summary.ts';

export interface JobSummary extends Pick<ReportSummary, 'report' | 'blobUrl' | 'conclusion' | 'notes'> {
  /** How many findings GitHub does not show as annotations. */
  unannotated: number;
}

/** GitHub refuses a summary above 1,048,576 bytes. */
const budgets = { notes: 50_000, documents: 400_000, findings: 500_000, notChecked: 50_000 };

/** The page of a workflow run: Markdown for GITHUB_STEP_SUMMARY. */
export function renderJobSummary({ unannotated, ...summary }: JobSummary): string {
  return renderReportSummary({ ...summary, asides: [unannotatedText(unannotated)], budgets, rest: 'the JSON report has everything' });
}

function unannotatedText(unannotated: number): string {
  if (unannotated === 0) return '';
  const more = countOf(unannotated, 'more finding');
  return `GitHub shows at most 10 errors and 10 warnings of a step as annotations; ${more} can be read here.\n`;
}
