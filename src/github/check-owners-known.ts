import type { Config } from '../config/schema.ts';
import type { RuleSeverity } from '../config/severity.ts';
import { Document } from '../lint/document.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { presets, type Preset } from '../lint/presets.ts';
import type { DocumentResult, Finding, NotChecked, Owner } from '../lint/report.ts';
import { isSuppressed, readSuppressions, type Suppressions } from '../lint/suppressions.ts';
import { decisionOwnerKnown, judgeOwner } from '../rules/decision-owner-known.ts';
import { inParallel } from './in-parallel.ts';
import type { LookUp } from './owner-look-up.ts';

/** Requests at once: look-ups of people are what GitHub limits first. */
const atOnce = 4;

export interface OwnersCheck {
  results: readonly DocumentResult[];
  /** The texts of the results, in the same order. */
  sources: readonly DocumentSource[];
  config: Config;
  lookUp: LookUp;
}

/** Judges the one rule that needs the network, and adds what it finds to the results; nothing else in them changes. */
export async function checkOwnersKnown({ results, sources, config, lookUp }: OwnersCheck): Promise<DocumentResult[]> {
  const severity = severityIn(config);
  if (severity === 'off') return [...results];
  const judged = results.map((result, index) => ({ result, suppressions: suppressionsIn(sources[index], config) }));
  return await inParallel(judged, atOnce, async ({ result, suppressions }) => {
    const findings: Finding[] = [];
    const notChecked: NotChecked[] = [];
    for (const owner of result.decision.owners.filter(isPerson)) {
      if (isSuppressed({ rule: decisionOwnerKnown.id, line: owner.line }, suppressions)) continue;
      const verdict = judgeOwner(owner, await lookUp(owner.login), severity);
      if (verdict === null) continue;
      if ('reason' in verdict) notChecked.push(verdict);
      else findings.push(verdict);
    }
    return { ...result, findings: [...result.findings, ...findings].sort(inOrder), notChecked: [...result.notChecked, ...notChecked] };
  });
}

/** A document can suppress a rule about its owner only where the config lets it. */
function suppressionsIn(source: DocumentSource | undefined, config: Config): Suppressions {
  if (source === undefined || config.lint.suppressions !== 'all') return { suppressions: [], mistakes: [] };
  return readSuppressions(new Document(source), { known: new Set([decisionOwnerKnown.id]), config });
}

function severityIn({ lint }: Config): RuleSeverity {
  const setting = lint.rules[decisionOwnerKnown.id];
  const own = Array.isArray(setting) ? setting[0] : setting;
  const preset: Preset = presets[lint.preset];
  return own ?? preset.severities[decisionOwnerKnown.id] ?? decisionOwnerKnown.severity;
}

/** Teams have a rule of their own, and a name without a handle is nobody to look up. */
function isPerson(owner: Owner): owner is Owner & { login: string } {
  return !owner.team && owner.login !== null;
}

function inOrder(a: Finding, b: Finding): number {
  return a.line - b.line || a.column - b.column;
}
