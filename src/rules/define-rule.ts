import type { Rule } from '../lint/rule.ts';

export type { Rule } from '../lint/rule.ts';

/** Declares a rule; gives `check` the type of the rule's own options. */
export function defineRule<Options = null>(rule: Rule<Options>): Rule<Options> {
  return rule;
}
