import type { Severity } from '../../config/severity.ts';
import type { Decision, DocumentResult, Report, Summary } from '../../lint/report.ts';
import { countOf, countsBySeverity } from '../count-of.ts';
import { groupNotChecked } from '../not-checked.ts';
import { plainText } from '../plain-text.ts';
import { createPaint, type Paint, type Style } from './paint.ts';
import type { RenderOptions } from './render-options.ts';

const colours: Record<Severity, Style> = { error: 'red', warning: 'yellow', advice: 'cyan' };
const severityWidth = 'warning'.length;
/** A longer message does not push the rule ids of its neighbours off the screen. */
const widestMessage = 100;
/** A clean run over a few documents says who decides in each; over many, that would be a wall. */
const fewDocuments = 5;
const mostNotChecked = 10;

/** The report for people at a terminal: by document, aligned, with who decides and a summary last. */
export function renderStylish(report: Report, options: Pick<RenderOptions, 'color' | 'quiet'>): string {
  const paint = createPaint(options.color);
  const withFindings = report.results.filter((result) => result.findings.length > 0);
  let output = '';
  for (const result of withFindings) output += `${documentText(result, paint)}\n`;
  if (withFindings.length === 0) output += whoDecidesText(report.results, paint);
  output += notCheckedText(report, paint);
  return output + summaryText(report.summary, withFindings.length, { paint, quiet: options.quiet });
}

/** A path that would begin the line as a workflow command (`::add-mask::`) gets a `./`, which names the same file. */
function pathText(path: string): string {
  const text = plainText(path);
  return /^\s*::/.test(text) ? `./${text}` : text;
}

function documentText({ path, decision, findings }: DocumentResult, paint: Paint): string {
  const lineWidth = widest(findings, (finding) => String(finding.line));
  const columnWidth = widest(findings, (finding) => String(finding.column));
  const messages = findings.map((finding) => plainText(finding.message));
  const messageWidth = Math.min(widestMessage, widest(messages, (message) => message));
  let text = `${paint('underline', pathText(path))}\n`;
  if (decision.owners.length > 0) text += `  Decision Owner: ${ownersText(decision)}\n`;
  for (const [index, { line, column, severity, rule }] of findings.entries()) {
    const place = `${String(line).padStart(lineWidth)}:${String(column).padEnd(columnWidth)}`;
    const level = paint(colours[severity], severity.padEnd(severityWidth));
    const message = (messages[index] ?? '').padEnd(messageWidth);
    text += `  ${paint('dim', place)}  ${level}  ${message}  ${paint('dim', plainText(rule))}\n`;
  }
  return text;
}

function widest<T>(items: readonly T[], text: (item: T) => string): number {
  let width = 0;
  for (const item of items) width = Math.max(width, text(item).length);
  return width;
}

function ownersText({ owners, line }: Decision): string {
  const names = owners.map((owner) => plainText(owner.text)).join(', ');
  return line === null ? names : `${names} (line ${line})`;
}

function whoDecidesText(results: readonly DocumentResult[], paint: Paint): string {
  if (results.length === 0 || results.length > fewDocuments) return '';
  const lines = results.map(({ path, decision }) => {
    const owner = decision.owners.length > 0 ? `Decision Owner: ${ownersText(decision)}` : 'no Decision Owner named';
    return `${paint('underline', pathText(path))}  ${owner}\n`;
  });
  return `${lines.join('')}\n`;
}

function notCheckedText(report: Report, paint: Paint): string {
  const groups = groupNotChecked(report);
  if (groups.length === 0) return '';
  const lines = groups.slice(0, mostNotChecked).map(({ rule, reason, paths: [first = '', ...others] }) => {
    const where = others.length === 0 ? plainText(first) : countOf(others.length + 1, 'document');
    return `Not checked: ${paint('dim', plainText(rule))} in ${where}: ${plainText(reason)}\n`;
  });
  const more = groups.length - mostNotChecked;
  if (more > 0) lines.push(`and ${more} more\n`);
  return `${lines.join('')}\n`;
}

function summaryText(summary: Summary, withFindings: number, { paint, quiet }: { paint: Paint; quiet: boolean }): string {
  const { documents, errors, warnings, advice, fixable } = summary;
  const all = countOf(documents, 'document');
  if (documents === 0) return 'No documents to look at.\n';
  if (withFindings === 0) return `${paint('green', quiet ? `✔ ${all}, no errors.` : `✔ ${all}, nothing missing.`)}\n`;
  const where = documents === 1 ? all : `${withFindings} of ${all}`;
  const found = countOf(errors + warnings + advice, 'finding');
  const headline = `${errors > 0 ? '✖' : '•'} ${found} in ${where}: ${countsBySeverity(summary)}`;
  const hint = fixable === 0 ? '' : `  ${countOf(fixable, 'finding')} can be fixed with --fix.\n`;
  return `${paint('bold', paint(headlineColour(summary), headline))}\n${hint}`;
}

function headlineColour({ errors, warnings }: Summary): Style {
  if (errors > 0) return colours.error;
  return warnings > 0 ? colours.warning : colours.advice;
}
