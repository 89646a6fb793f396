/** The engine: gives every active rule a document and turns what it reports into findings. */
import { severities, type Severity } from '../config/severity.ts';
import { Document, type Parsing } from './document.ts';
import type { DocumentSource } from './document-source.ts';
import { readFacts, toConsulted, toDecision, toFields, valueText, type Facts } from './facts.ts';
import type { DomainFit } from './fit-domains.ts';
import type { DocumentResult, Finding, NotChecked } from './report.ts';
import type { Complaint } from './rule.ts';
import type { ActiveRule, Settings } from './settings.ts';
import { ruleUrl } from './rule-url.ts';
import { isSuppressed, readSuppressions } from './suppressions.ts';

function toFinding(complaint: Complaint, rule: { id: string; severity: Severity }, document: Document): Finding {
  const { line, column } = document.lines.point(complaint.start);
  const end = document.lines.point(Math.max(complaint.end, complaint.start));
  return {
    rule: rule.id,
    severity: softer(rule.severity, complaint.severity ?? rule.severity),
    message: complaint.message,
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    fix: complaint.fix ?? null,
    url: ruleUrl(rule.id),
  };
}

/** A rule may be softer on one complaint than on the others, never harder than the config wants it. */
function softer(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) > severities.indexOf(b) ? a : b;
}

function inOrder(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}

/** A lone carriage return ends a line too, as in CommonMark; the change moves nothing. */
function withLineFeeds(source: DocumentSource): DocumentSource {
  return /\r(?!\n)/.test(source.text) ? { ...source, text: source.text.replace(/\r(?!\n)/g, '\n') } : source;
}

function domainOf({ path, labels = [], changed = [] }: DocumentSource, { fields }: Facts, { fitDomains }: Settings): DomainFit | null {
  if (fitDomains === null) return null;
  const field = fields.get('domain');
  return fitDomains({ fields: field === undefined ? [] : [valueText(field)], labels, paths: [path, ...changed] });
}

/** Lints one document. Same source, settings and time, same result. */
export function lintDocument(source: DocumentSource, settings: Settings, { now, parsing }: { now: Date; parsing?: Parsing }): DocumentResult {
  const document = new Document(withLineFeeds(source), parsing);
  const facts = readFacts(document, settings.terms, settings.book);
  const suppressions = readSuppressions(document, settings);
  const { config, preset, book } = settings;
  const domain = domainOf(source, facts, settings);
  const notChecked: NotChecked[] = [];
  const findings = settings.rules.flatMap(({ rule, severity, options }: ActiveRule) => {
    const complaints: Complaint[] = [];
    const report = (complaint: Complaint): void => void complaints.push(complaint);
    rule.check({ document, facts, preset, config, book, domain, suppressionMistakes: suppressions.mistakes, options, now, report });
    const [unchecked, found] = [complaints.filter(({ isUnchecked }) => isUnchecked === true), complaints.filter(({ isUnchecked }) => isUnchecked !== true)];
    const isWanted = ({ start }: Complaint) => !isSuppressed({ rule: rule.id, line: document.lines.point(start).line }, suppressions);
    notChecked.push(...unchecked.filter(isWanted).map(({ message }) => ({ rule: rule.id, reason: message })));
    return found.map((complaint) => toFinding(complaint, { id: rule.id, severity }, document));
  });
  return {
    path: source.path,
    decision: toDecision(facts, document),
    fields: toFields(facts, document),
    consulted: toConsulted(facts, document, book),
    findings: findings.filter((finding) => !isSuppressed(finding, suppressions)).sort(inOrder),
    notChecked,
  };
}
