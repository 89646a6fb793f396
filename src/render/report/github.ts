import type { Severity } from '../../config/severity.ts';
import type { Finding, Place, Report } from '../../lint/report.ts';
import { plainText } from '../plain-text.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', advice: 'notice' };

/**
 * One workflow command per finding, which a GitHub runner turns into an annotation; nothing else, as
 * every other line would be log noise. GitHub shows ten of each kind per step: the job summary holds
 * the rest, and what could not be checked.
 */
export function renderGithub(report: Report): string {
  let output = '';
  for (const { path, findings } of report.results) {
    const file = propertyText(path);
    for (const finding of findings) output += `${command(file, finding)}\n`;
  }
  return output;
}

function command(file: string, finding: Finding): string {
  const properties = `file=${file},${placeText(finding)},title=${propertyText(`Unpause ${finding.rule}`)}`;
  return `::${commands[finding.severity]} ${properties}::${messageText(finding.message)}`;
}

/**
 * GitHub refuses columns where the lines differ, and counts a place that ends before the first
 * column of a line as ending on the line before.
 */
function placeText({ line, column, endLine, endColumn }: Place): string {
  if (endLine <= line) return `line=${line},endLine=${line},col=${column},endColumn=${Math.max(column, endColumn)}`;
  return `line=${line},endLine=${endColumn === 1 ? endLine - 1 : endLine}`;
}

/** The runner reads `%`-escapes back, so a `%` of the text is escaped first; line ends are gone already. */
function messageText(text: string): string {
  return plainText(text).replaceAll('%', '%25');
}

/** In a property `:` could end the command's head and `,` the property. */
function propertyText(text: string): string {
  return messageText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
