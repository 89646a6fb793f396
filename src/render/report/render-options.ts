import type { RuleSeverity } from '../../config/severity.ts';

/** What a format says about a rule itself, beside what the rule found. */
export interface RuleDescription {
  id: string;
  /** One sentence. */
  summary: string;
  /** The rule's documentation, as Markdown. */
  description: string;
  /** Where it is published. */
  url: string;
  severity: RuleSeverity;
  fixable: boolean;
}

export interface RenderOptions {
  /** ANSI colours; `stylish` only. */
  color: boolean;
  /** Errors only, in every format. */
  quiet: boolean;
  /** Unpause itself, as SARIF names the tool: a semantic version and a home page. */
  tool: { version: string; url: string };
  rules: readonly RuleDescription[];
  /**
   * GitHub's own hash of a line of a document (`githubLineHash`), where the text is at hand;
   * SARIF results then keep their identity also when uploaded without GitHub's upload action.
   */
  lineHash?: (path: string, line: number) => string | null;
}
