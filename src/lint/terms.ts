/** The terms under which each field is known: those of a preset, and those that a config adds. */
import type { Config } from '../config/schema.ts';
import { compileAliasScan, type AliasScan } from './alias-scan.ts';
import { foldKey, foldLabel } from './label.ts';
import { presets, type FieldKey } from './presets.ts';

export interface Terms {
  /** Folded label -> field. */
  labels: ReadonlyMap<string, FieldKey>;
  /** Folded front matter key -> field. */
  keys: ReadonlyMap<string, FieldKey>;
  /** Sees every place in raw Markdown where one of the labels may stand. */
  scan: AliasScan;
}

const otherFields: Record<Exclude<FieldKey, 'owner'>, readonly string[]> = {
  decideBy: ['Decide by', 'Decision deadline'],
  domain: ['Domain'],
  rung: ['Rung', 'Decision rule'],
  consulted: ['Consulted', 'To consult'],
  principles: ['Principles'],
  topic: ['Topic'],
  outcomeReview: ['Outcome review', 'Review on'],
};

/** The terms of some fields only: what no rule asks for is not looked for. */
export function resolveTerms(lint: Config['lint'], wanted: ReadonlySet<FieldKey>): Terms {
  const owner = [...presets[lint.preset].terms, ...lint.owner.aliases];
  const byField: [FieldKey, readonly string[]][] = [['owner', owner]];
  for (const [key, terms] of Object.entries(otherFields) as [keyof typeof otherFields, readonly string[]][]) {
    byField.push([key, [...terms, ...lint.terms[key]]]);
  }
  const labels = new Map<string, FieldKey>();
  const keys = new Map<string, FieldKey>();
  for (const [field, terms] of byField.filter(([key]) => wanted.has(key))) {
    for (const term of terms) {
      if (!labels.has(foldLabel(term))) labels.set(foldLabel(term), field);
      if (!keys.has(foldKey(term))) keys.set(foldKey(term), field);
    }
  }
  return { labels, keys, scan: compileAliasScan([...labels.keys()]) };
}
