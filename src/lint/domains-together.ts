/** What the documents of one RFC say together of its domain, and none of them can know alone. */
import type { Config } from '../config/schema.ts';
import { compileDomains, type DomainClues } from './fit-domains.ts';
import { presets } from './presets.ts';
import type { DocumentResult, Finding } from './report.ts';
import type { Rule } from './rule.ts';
import { ruleUrl } from './rule-url.ts';
import { severityOf } from './settings.ts';

export interface Together extends Pick<DomainClues, 'labels'> {
  config: Config;
  /** The rule on domains, in whose name it is reported. */
  rule: Pick<Rule, 'id' | 'severity' | 'withDomains'>;
}

/**
 * The results with a finding at each field *Domain* that names another domain than the rest do. What the labels or the
 * files tell, each document is judged by already.
 */
export function domainsTogether(results: readonly DocumentResult[], { config, rule, labels }: Together): DocumentResult[] {
  const { severity } = severityOf(rule, config, presets[config.lint.preset]);
  const fields = results.flatMap(({ fields: { domain } }) => domain?.text ?? []);
  if (severity === 'off' || fields.length < 2) return [...results];
  const fit = compileDomains(config.domains);
  const { by, names } = fit({ fields, labels, paths: [] });
  if (by !== 'field' || names.length < 2) return [...results];
  const message = `Unexpected ${names.length} domains (${names.join(', ')}) in the documents of one RFC, expected one: write the same in each; until then, the widest of their rules holds`;
  return results.map((result) => {
    const { domain } = result.fields;
    const own = domain === undefined ? [] : fit({ fields: [domain.text], labels: [], paths: [] }).names;
    // Who names them all in one field is told of it already.
    if (domain === undefined || own.length === 0 || own.length === names.length) return result;
    const { line } = domain;
    const finding: Finding = { rule: rule.id, severity, message, line, column: 1, endLine: line, endColumn: 1, fix: null, url: ruleUrl(rule.id) };
    return { ...result, findings: [...result.findings, finding].sort((a, b) => a.line - b.line || a.column - b.column) };
  });
}
