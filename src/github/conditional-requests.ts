/** Answers that are kept with their ETag: asked for again, GitHub says 304 where nothing changed, and counts nothing. */

export interface KeptAnswer {
  etag: string;
  /** The JSON of the answer. */
  data: unknown;
  /** The `Link` header, which names the next page. */
  link: string | null;
}

/**
 * Where answers are kept, for one installation: GitHub's ETags hold for who asks. Whoever gets an answer may change
 * it, so that a cache keeps and gives copies.
 */
export interface ResponseCache {
  /** The address is whole, with its query. */
  read: (url: string) => Promise<KeptAnswer | null>;
  keep: (url: string, answer: KeptAnswer) => Promise<void>;
}

export interface Answer {
  status: number;
  headers: { etag?: string | undefined; link?: string | undefined };
  data: unknown;
}

/** They never change under their names and are large: who needs them twice keeps what is made of them. */
const neverChanging = /\/git\/(?:blobs|trees)\/|\/compare\//;
/** What an App asks about itself, with no installation to keep it for. */
const aboutApp = /^\/(?:api\/v3\/)?app(?:\/|$)/;

/** Whether it pays to keep the answer to a question. */
export function isWorthKeeping(url: string): boolean {
  const { pathname } = new URL(url);
  return !neverChanging.test(pathname) && !aboutApp.test(pathname);
}

/** Asks with the ETag that is kept; where GitHub answers 304, the kept answer comes as if GitHub had given it again. */
export async function askConditionally<A extends Answer>(cache: ResponseCache, url: string, ask: (etag?: string) => Promise<A>): Promise<A> {
  const kept = await cache.read(url);
  const answer = await (kept ? ask(kept.etag) : ask());
  const { etag, link } = answer.headers;
  if (kept && answer.status === 304) {
    return { ...answer, status: 200, data: kept.data, headers: { ...answer.headers, link: kept.link ?? undefined } };
  }
  if (answer.status === 200 && etag !== undefined) await cache.keep(url, { etag, data: answer.data, link: link ?? null });
  return answer;
}
