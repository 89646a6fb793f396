import type { Decision } from '../lint/report.ts';
import type { BlobUrl } from './finding-item.ts';
import { markdownLink } from './markdown-link.ts';
import { markdownText } from './markdown-text.ts';

/** Who decides, as a document names them, with a link to the line; as Markdown that notifies nobody. */
export function whoDecides(path: string, { present, owners, line }: Decision, blobUrl: BlobUrl): string {
  if (!present) return 'not named yet';
  const names = owners.length === 0 ? 'not filled in yet' : owners.map((owner) => markdownText(owner.text)).join(', ');
  return line === null ? names : `${names} (${markdownLink(`line ${line}`, blobUrl(path, line))})`;
}
