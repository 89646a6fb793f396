import type { Source } from '../decision/record-schema.ts';
import { markdownLink } from './markdown-link.ts';

/** A link to the comment or review in which somebody said so, by GitHub's own anchors. */
export function sourceLink(rfcUrl: string, { in: place, id }: Pick<Source, 'in' | 'id'>): string {
  return markdownLink(place, `${rfcUrl}#${place === 'comment' ? 'issuecomment' : 'pullrequestreview'}-${id}`);
}
