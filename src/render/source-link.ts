import { sourceUrl } from '../decision/log/sources-of.ts';
import type { Source } from '../decision/record-schema.ts';
import { markdownLink } from './markdown-link.ts';

/** A link to the comment or review in which somebody said so. */
export function sourceLink(rfcUrl: string, source: Pick<Source, 'in' | 'id'>): string {
  return markdownLink(source.in, sourceUrl(rfcUrl, source));
}
