import { digestHeading, digestParts, digestWays } from './digest-words.ts';
import { rfcLink } from './decision-item.ts';
import { listOf } from './list-of.ts';
import type { NoticeOf, NoticePlace } from './notice-place.ts';

/** The digest as a comment. It mentions nobody. */
export function digestText({ digest }: NoticeOf<'digest'>, { timezone }: NoticePlace): string {
  const parts = digestParts(digest, timezone).flatMap(({ heading, items }) => listOf(`${heading}:`, items.map(({ title, url, rest }) => `${rfcLink(title, url)}${rest}`)));
  return [`**${digestHeading(digest)}**`, ...parts, ...(digest.open.length === 0 ? [] : [digestWays])].join('\n\n');
}
