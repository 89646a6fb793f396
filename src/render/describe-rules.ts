import { ruleUrl } from '../lint/rule-url.ts';
import type { RuleDescription } from './report/render-options.ts';
import { rules } from '../rules/registry.ts';
import { ruleDocs } from '../rules/rule-docs.generated.ts';

/** The rules as formats describe them that carry rule metadata; loaded only for these, as the texts are long. */
export function describeRules(): RuleDescription[] {
  return rules.map(({ id, summary, severity, fixable }) => {
    return { id, summary, description: ruleDocs[id] ?? summary, url: ruleUrl(id), severity, fixable };
  });
}
