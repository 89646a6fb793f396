import type { RuleSeverity, Severity } from '../../config/severity.ts';
import type { Report } from '../../lint/report.ts';
import type { RuleDescription } from './render-options.ts';

/** GitHub's limit for both descriptions. */
const longestDescription = 1024;

export const sarifLevels: Record<Severity, string> = { error: 'error', warning: 'warning', advice: 'note' };
const problemSeverities: Record<Severity, string> = { error: 'error', warning: 'warning', advice: 'recommendation' };

/** The tool's rules, and the place of each among them, by id. */
export interface SarifRules {
  descriptors: object[];
  indexes: ReadonlyMap<string, number>;
}

/**
 * All rules known, also those that found nothing, so that a fixed alert keeps its rule; then those the
 * report names without a description (`document-encoding` is no rule of anybody's config).
 */
export function sarifRules(report: Report, known: readonly RuleDescription[]): SarifRules {
  const rules = new Map<string, RuleDescription>(known.map((rule) => [rule.id, rule]));
  for (const { findings, notChecked } of report.results) {
    for (const { rule, severity, url } of findings) {
      if (!rules.has(rule)) rules.set(rule, undescribed(rule, severity, url));
    }
    for (const { rule } of notChecked) if (!rules.has(rule)) rules.set(rule, undescribed(rule, 'warning', ''));
  }
  const indexes = new Map([...rules.keys()].map((id, index) => [id, index]));
  return { descriptors: [...rules.values()].map(descriptor), indexes };
}

function undescribed(id: string, severity: Severity, url: string): RuleDescription {
  return { id, summary: id, description: '', url, severity, fixable: false };
}

function descriptor({ id, summary, description, url, severity }: RuleDescription): object {
  const documentation = description.trim() || summary || id;
  const [firstParagraph = documentation] = documentation.split(/\n\s*\n/);
  const link = url === '' ? '' : `\n\n[Read more about \`${id}\`](${url})`;
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
    shortDescription: { text: shortened(summary || id) },
    fullDescription: { text: shortened(firstParagraph.replace(/\s+/g, ' ')) },
    ...(url === '' ? {} : { helpUri: url }),
    help: { text: documentation, markdown: documentation + link },
    defaultConfiguration: defaultConfiguration(severity),
    properties: {
      tags: ['rfc', 'decision'],
      precision: 'high',
      'problem.severity': problemSeverities[severity === 'off' ? 'warning' : severity],
    },
  };
}

/** A rule that is off until configured still needs a level, which is the one it has when it is on. */
function defaultConfiguration(severity: RuleSeverity): object {
  return severity === 'off' ? { enabled: false, level: 'warning' } : { level: sarifLevels[severity] };
}

function shortened(text: string): string {
  return text.length <= longestDescription ? text : `${text.slice(0, longestDescription - 1)}…`;
}
