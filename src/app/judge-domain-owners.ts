/** Whether the Decision Owners are among those who may own decisions in their domain, once teams were looked up. */
import type { Config } from '../config/schema.ts';
import type { TeamFacts } from '../decision/people.ts';
import type { ObservedDocument } from '../decision/snapshot.ts';
import { compileDomains, type FitDomains } from '../lint/fit-domains.ts';
import { presets } from '../lint/presets.ts';
import type { DocumentResult, Finding } from '../lint/report.ts';
import { severityOf } from '../lint/settings.ts';
import { decisionDomain, judgeTeamOwner, type TeamLookUp } from '../rules/decision-domain.ts';

export interface DomainOwnersCheck {
  documents: readonly ObservedDocument[];
  teams: readonly TeamFacts[];
  labels: readonly string[];
  changedPaths: readonly string[];
  config: Config;
}

/** The documents with what the lint alone could not judge; a document in which nothing was left open stays as it is. */
export function judgeDomainOwners({ documents, teams, labels, changedPaths, config }: DomainOwnersCheck): ObservedDocument[] {
  const { severity } = severityOf(decisionDomain, config, presets[config.lint.preset]);
  if (severity === 'off') return [...documents];
  const lookUp: TeamLookUp = new Map(teams.map(({ team, members }) => [team.toLowerCase(), members?.map(({ login }) => login) ?? null]));
  const fit = compileDomains(config.domains);
  return documents.map((document) => {
    const { result, path } = document;
    if (!result?.notChecked.some(isOpen)) return document;
    const domain = domainOf({ result, labels, paths: [path, ...changedPaths] }, { fit, config });
    if (domain === null) return document;
    const judged = result.decision.owners.flatMap((owner) => judgeTeamOwner(owner, domain, { teams: lookUp, severity }) ?? []);
    const findings = judged.filter((each): each is Finding => 'message' in each);
    const notChecked = judged.filter((each) => 'reason' in each).slice(0, 1);
    const others = result.notChecked.filter((each) => !isOpen(each));
    return { ...document, result: { ...result, findings: [...result.findings, ...findings].sort(inOrder), notChecked: [...others, ...notChecked] } };
  });
}

function isOpen({ rule }: DocumentResult['notChecked'][number]): boolean {
  return rule === decisionDomain.id;
}

/** The same domain that the lint saw, where exactly one fits. */
function domainOf({ result, labels, paths }: { result: DocumentResult; labels: readonly string[]; paths: readonly string[] }, { fit, config }: { fit: FitDomains; config: Config }): { name: string; owners: readonly string[] } | null {
  const field = result.fields.domain;
  const { names } = fit({ fields: field === undefined ? [] : [field.text], labels, paths });
  const [name = '', ...more] = names;
  const domain = config.domains[name];
  return domain === undefined || more.length > 0 ? null : { name, owners: domain.owners };
}

function inOrder(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
