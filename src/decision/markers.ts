/** How Unpause finds its own words again: HTML comments on a first line, which GitHub does not show. */
import type { OwnComment } from './snapshot.ts';

export const statusMarker = '<!-- unpause:status -->';

/** The first line of a comment that is posted once; the id is made of letters, digits, `-`, `_` and `.` alone. */
export function eventMarker(id: string): string {
  return `<!-- unpause:event ${id.replace(/[^A-Za-z0-9._-]/g, '-')} -->`;
}

/** The status comments among Unpause's own, the oldest first: that one stays where there are two. */
export function statusComments(comments: readonly OwnComment[]): OwnComment[] {
  return comments.filter(({ body }) => body.startsWith(statusMarker)).sort((a, b) => a.id - b.id);
}

const marker = /^<!-- unpause:event ([A-Za-z0-9._-]+) -->/;

/** The event that a comment is marked with; null where it has none. */
export function readEvent({ body }: Pick<OwnComment, 'body'>): string | null {
  return marker.exec(body)?.[1] ?? null;
}

/** Whether a comment of that event was posted already. */
export function hasEvent(comments: readonly OwnComment[], id: string): boolean {
  return comments.some(({ body }) => body.startsWith(eventMarker(id)));
}

/** Whether a comment says that Unpause wrote it. */
export function isMarked({ body }: Pick<OwnComment, 'body'>): boolean {
  return body.startsWith('<!-- unpause:');
}
