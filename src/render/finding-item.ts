import type { Finding } from '../lint/report.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownMessage } from './markdown-message.ts';

/** Where a document, or a line of it, can be read; null where there is no such page. */
export type BlobUrl = (path: string, line: number | null) => string | null;

/** One finding as an item of a Markdown list: its place, its weight, what it says, and where its rule is explained. */
export function findingItem(path: string, { line, severity, message, rule, url }: Finding, blobUrl: BlobUrl): string {
  const place = markdownLink(`line ${line}`, blobUrl(path, line));
  return `- ${place}, **${severity}**: ${markdownMessage(message)} (${markdownLink(rule, url)})\n`;
}
