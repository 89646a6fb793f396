/** Whether `lint.rules` names rules there are, with options they take. The rules are handed in; this floor knows none. */
import * as z from 'zod/mini';
import { describeExpected, explainIssue } from './explain-issue.ts';
import { type DataMistake, renderSeen } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';
import type { RuleSetting } from './schema-lint.ts';

/** What has to be known of a rule to check what a config says about it. */
export interface KnownRule {
  id: string;
  /** Null: the rule takes no options. */
  options: z.ZodMiniType | null;
}

/** The names under `lint.rules` that are no rule's. */
export function findUnknownRules(ids: readonly string[], rules: readonly KnownRule[]): DataMistake[] {
  const known = rules.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  return unknown.map((id) => ({
    path: ['lint', 'rules', id],
    at: 'key',
    seen: `rule ${renderSeen(id)}`,
    expected: 'a rule that `unpause rules` lists',
    near: nearestWord(id, known),
  }));
}

/**
 * What is wrong with the options that the config gives with a severity. The config keeps them as they are written:
 * who runs a rule reads them with the rule's own schema, and so gets its defaults.
 */
export function checkRuleOptions(settings: Record<string, RuleSetting>, rules: readonly KnownRule[]): DataMistake[] {
  return rules.flatMap((rule) => {
    const setting = settings[rule.id];
    return Array.isArray(setting) ? checkOptions(rule, setting[1]) : [];
  });
}

function checkOptions({ id, options }: KnownRule, given: Record<string, unknown>): DataMistake[] {
  const path = ['lint', 'rules', id, 1];
  if (options === null) {
    const empty = Object.keys(given).length === 0;
    return empty ? [] : [{ path, at: 'value', seen: 'options', expected: `a severity alone, as ${id} takes no options` }];
  }
  const result = z.safeParse(options, given, { error: describeExpected });
  return result.success ? [] : result.error.issues.flatMap((issue) => explainIssue(issue, given, path));
}
