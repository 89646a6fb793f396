import type { Severity } from '../../config/severity.ts';
import type { Finding, Place, Report } from '../../lint/report.ts';
import { annotationPlace } from '../annotation-place.ts';
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

function placeText(place: Place): string {
  const { startLine, endLine, columns } = annotationPlace(place);
  const lines = `line=${startLine},endLine=${endLine}`;
  return columns === null ? lines : `${lines},col=${columns.start},endColumn=${columns.end}`;
}

/** The runner reads `%`-escapes back, so a `%` of the text is escaped first; line ends are gone already. */
function messageText(text: string): string {
  return plainText(text).replaceAll('%', '%25');
}

/** In a property `:` could end the command's head and `,` the property. */
function propertyText(text: string): string {
  return messageText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
