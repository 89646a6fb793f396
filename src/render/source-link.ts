import type { Source } from '../decision/record-schema.ts';
import { markdownLink } from './markdown-link.ts';

/** Where the comment or review stands in which somebody said so, by GitHub's own anchors. */
export function sourceUrl(rfcUrl: string, { in: place, id }: Pick<Source, 'in' | 'id'>): string {
  return `${rfcUrl}#${place === 'comment' ? 'issuecomment' : 'pullrequestreview'}-${id}`;
}

/** A link to it. */
export function sourceLink(rfcUrl: string, source: Pick<Source, 'in' | 'id'>): string {
  return markdownLink(source.in, sourceUrl(rfcUrl, source));
}
