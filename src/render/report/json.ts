import type { Decision, DocumentResult, FieldText, Finding, NotChecked, Owner, Report } from '../../lint/report.ts';
import { jsonLine } from './json-line.ts';

/**
 * The report for programs, version 1, on one line. Every object is written key by key, so neither
 * the order nor the set of keys depends on how the engine happened to build it.
 */
export function renderJson({ version, results, summary }: Report): string {
  const { documents, errors, warnings, advice, fixable } = summary;
  return jsonLine({
    version,
    results: results.map(documentJson),
    summary: { documents, errors, warnings, advice, fixable },
  });
}

function documentJson({ path, decision, fields, findings, notChecked }: DocumentResult) {
  return {
    path,
    decision: decisionJson(decision),
    fields: fieldsJson(fields),
    findings: findings.map(findingJson),
    notChecked: notChecked.map(({ rule, reason }: NotChecked) => ({ rule, reason })),
  };
}

function decisionJson({ present, field, form, line, placeholder, owners }: Decision) {
  return { present, field, form, line, placeholder, owners: owners.map(ownerJson) };
}

function ownerJson({ text, login, team, line, column }: Owner) {
  return { text, login, team, line, column };
}

function fieldsJson(fields: Record<string, FieldText>) {
  return Object.fromEntries(Object.entries(fields).map(([key, { text, line }]) => [key, { text, line }]));
}

function findingJson({ rule, severity, message, line, column, endLine, endColumn, fix, url }: Finding) {
  return { rule, severity, message, line, column, endLine, endColumn, fixable: fix !== null, url };
}
