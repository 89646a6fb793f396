/**
 * Suppression comments: `<!-- unpause-disable RULE: reason -->` for the document, and
 * `<!-- unpause-disable-next-line RULE: reason -->` for one line. The reason is for the next reader, so it is required.
 */
import type { Html, Nodes } from 'mdast';
import type { Config } from '../config/schema.ts';
import type { Document } from './document.ts';
import { excerpt } from './excerpt.ts';
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
const inComment = /^\s*unpause-disable(-next-line)?(?![\w-])([\s\S]*)$/;
const ownerRules = 'decision-owner-';
const shape = `\`<!-- ${mark} RULE: reason -->\``;

/** Comments in code, and code that shows comments, suppress nothing: only HTML nodes do. */
function htmlNodes(document: Document): Html[] {
  const pieces = new Set<number>();
  for (let at = document.text.indexOf(mark, document.bodyStart); at >= 0; at = document.text.indexOf(mark, at + 1)) {
    pieces.add(document.pieceAt(at));
  }
  const found: Html[] = [];
  for (const piece of pieces) {
    const stack: Nodes[] = [...document.blocksOf(piece)];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'html') found.push(node);
      if ('children' in node) stack.push(...node.children);
    }
  }
  return found;
}

interface Comment {
  nextLine: boolean;
  body: string;
  start: number;
  end: number;
}

/** The suppression comments in one piece of HTML. */
function commentsIn(node: Html): Comment[] {
  const { value } = node;
  const base = span(node).start;
  const comments: Comment[] = [];
  for (let at = value.indexOf('<!--'); at >= 0; ) {
    const close = value.indexOf('-->', at + 4);
    if (close < 0) break;
    const [found, nextLine, body = ''] = inComment.exec(value.slice(at + 4, close)) ?? [];
    const end = close + 3;
    if (found !== undefined) comments.push({ nextLine: nextLine !== undefined, body: body.trim(), start: base + at, end: base + end });
    at = value.indexOf('<!--', end);
  }
  return comments;
}

function mistakeIn(rule: string, reason: string, { known, config }: { known: ReadonlySet<string>; config: Config }): string | null {
  if (rule === '') return `Missing rule and reason in a suppression, expected ${shape}`;
  if (!known.has(rule)) return `Unexpected rule \`${excerpt(rule)}\` in a suppression, expected one that \`unpause rules\` lists`;
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
    for (const { nextLine, body, start, end } of commentsIn(node)) {
      const line = nextLine ? document.lines.point(end).line + 1 : null;
      const colon = body.indexOf(':');
      const [rules, reason] = colon < 0 ? [body.trim(), ''] : [body.slice(0, colon), body.slice(colon + 1).trim()];
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
