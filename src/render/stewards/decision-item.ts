import type { LogEntry, LogResult } from '../../decision/log/entry.ts';
import { cutText } from '../cut-text.ts';
import { markdownLink } from '../markdown-link.ts';

/** In UTF-16 code units: titles are other people's words, of any length. */
export const longestTitle = 120;

/** After "was". */
export const resultWords: Readonly<Record<LogResult, string>> = {
  accepted: 'accepted',
  rejected: 'rejected',
  deferred: 'deferred',
  superseded: 'replaced by a later decision',
  'merged-without-decision': 'merged before a decision was written down',
};

/** `[Rotate keys](…) (accepted)` */
export function decisionItem({ question, url, result }: Pick<LogEntry, 'question' | 'url' | 'result'>): string {
  return `${rfcLink(question, url)} (${resultWords[result]})`;
}

export function rfcLink(title: string, url: string): string {
  return markdownLink(cutText(title, longestTitle), url);
}
