import { createHash } from 'node:crypto';

/** GitHub's weak ETag of a body. */
export function etagOf(body: string): string {
  return `W/"${createHash('sha256').update(body).digest('hex')}"`;
}

/** Whether `If-None-Match` names this ETag; weak and strong forms are the same to it. */
export function matchesETag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const bare = (text: string) => text.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((one) => bare(one) === bare(etag));
}
