/**
 * Suppression comments: `<!-- unpause-disable RULE: reason -->` for the document, and
 * `<!-- unpause-disable-next-line RULE: reason -->` for one line. The reason is for the next reader, so it is required.
 */
import type { Html, Nodes } from 'mdast';
import type { Config } from '../config/schema.ts';
import type { Document } from './document.ts';
import { span } from './parse-markdown.ts';
import type { Finding } from './report.ts';

export interface SuppressionMistake {
  message: string;
  start: number;
  end: number;
}

interface Suppression {
  rule: string;
  /** The only line it holds for; null for the whole document. */
  line: number | null;
}

export interface Suppressions {
  suppressions: readonly Suppression[];
  mistakes: readonly SuppressionMistake[];
}

const mark = 'unpause-disable';
const comment = /<!--\s*unpause-disable(-next-line)?(?![\w-])\s*([\s\S]*?)\s*-->/g;
const ownerRules = 'decision-owner-';
const shape = `\`<!-- ${mark} RULE: reason -->\``;

/** Comments in code, and code that shows comments, suppress nothing: only HTML nodes do. */
function htmlNodes(document: Document): Html[] {
  const found = new Set<Html>();
  for (let at = document.text.indexOf(mark, document.bodyStart); at >= 0; at = document.text.indexOf(mark, at + 1)) {
    const stack: Nodes[] = [...document.blocksOf(document.pieceAt(at))];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'html') found.add(node);
      if ('children' in node) stack.push(...node.children);
    }
  }
  return [...found];
}

function mistakeIn(rule: string, reason: string, { known, config }: { known: ReadonlySet<string>; config: Config }): string | null {
  if (rule === '') return `Missing rule and reason in a suppression, expected ${shape}`;
  if (!known.has(rule)) return `Unexpected rule \`${rule}\` in a suppression, expected one that \`unpause rules\` lists`;
  if (reason === '') return `Missing reason in the suppression of \`${rule}\`, expected ${shape}: the next reader will want to know why`;
  if (rule.startsWith(ownerRules) && config.lint.suppressions !== 'all') {
    return `Unexpected suppression of \`${rule}\`, expected it in \`lint.rules\` of the config: a document does not change the rules that say who decides`;
  }
  return null;
}

/** Reads the suppressions of a document; what is wrong with one is data for the rule that reports it. */
export function readSuppressions(document: Document, context: { known: ReadonlySet<string>; config: Config }): Suppressions {
  const suppressions: Suppression[] = [];
  const mistakes: SuppressionMistake[] = [];
  if (!document.text.includes(mark)) return { suppressions, mistakes };
  for (const node of htmlNodes(document)) {
    for (const match of node.value.matchAll(comment)) {
      const [whole, nextLine, body = ''] = match;
      const start = span(node).start + match.index;
      const end = start + whole.length;
      const line = nextLine === undefined ? null : document.lines.point(end).line + 1;
      const colon = body.indexOf(':');
      const [rules, reason] = colon < 0 ? [body, ''] : [body.slice(0, colon), body.slice(colon + 1).trim()];
      for (const rule of rules.split(',').map((id) => id.trim())) {
        const message = mistakeIn(rule, reason, context);
        if (message === null) suppressions.push({ rule, line });
        else mistakes.push({ message, start, end });
      }
    }
  }
  return { suppressions, mistakes };
}

/** Whether a finding is suppressed. */
export function isSuppressed(finding: Pick<Finding, 'rule' | 'line'>, { suppressions }: Suppressions): boolean {
  return suppressions.some(({ rule, line }) => rule === finding.rule && (line === null || line === finding.line));
}
