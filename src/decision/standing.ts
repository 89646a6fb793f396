/** What a pull request or issue is to Unpause. */
import type { Config } from '../config/schema.ts';
import type { ObservedDocument, Snapshot } from './snapshot.ts';

/** `ignored`: nothing is shown at all; `no-rfc`: its required checks must not stay "expected", and nothing else. */
export type Standing = 'rfc' | 'no-rfc' | 'ignored';

/**
 * An RFC carries the label or, in a repository with a config file of its own, changes a document. Without such a file
 * the label alone decides, and an issue, which has no checks, is left alone.
 */
export function standingOf({ rfc, rules, documents }: Snapshot, config: Config): Standing {
  const labelled = hasLabel(rfc.labels, config.label);
  if (rfc.kind === 'issue') return rules.isConfigured && labelled ? 'rfc' : 'ignored';
  if (labelled) return 'rfc';
  if (!rules.isConfigured) return 'ignored';
  return documents.some(({ blob }) => blob !== null) ? 'rfc' : 'no-rfc';
}

/** GitHub folds the case of labels. */
export function hasLabel(labels: readonly string[], name: string): boolean {
  return labels.some((label) => label.toLowerCase() === name.toLowerCase());
}

/** Who decides: everybody's question first. `unknown` where a document could not be read or looked up. */
export type Ownership = 'named' | 'missing' | 'unknown';

/** Whether every document names one valid Decision Owner. */
export function ownershipOf(documents: readonly ObservedDocument[]): Ownership {
  const states = documents.map(ownershipIn);
  if (states.includes('missing')) return 'missing';
  return states.includes('unknown') ? 'unknown' : 'named';
}

function ownershipIn({ result }: ObservedDocument): Ownership {
  if (result === null) return 'unknown';
  if (result.findings.some(({ rule, severity }) => isOwnerRule(rule) && severity === 'error')) return 'missing';
  if (result.decision.owners.length === 0) return 'missing';
  return result.notChecked.some(({ rule }) => isOwnerRule(rule)) ? 'unknown' : 'named';
}

/** Whether a rule says who decides. */
export function isOwnerRule(rule: string): boolean {
  return rule.startsWith('decision-owner-');
}
