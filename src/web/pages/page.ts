/** A page and its data: written once, answered as HTML at its path and as JSON at the same path beneath `/api/v1`. */
import * as z from 'zod/mini';
import type { Database } from '../../store/tables.ts';
import type { Html } from '../page.ts';
import type { Viewer } from '../viewer.ts';
import { mistakesIn } from './mistakes.ts';

export interface PageRequest<Query> {
  database: Database;
  viewer: Viewer;
  query: Query;
  now: Date;
  /** `https://github.com`, without a slash at the end. */
  githubUrl: string;
}

export interface Page<Query, Data extends object> {
  /** `/decisions/:owner/:repo/:number`; what it names by a colon is in the query too. */
  path: string;
  /** It is about whoever looks, who has to be signed in. */
  isOwn?: boolean;
  /** What the address may say; anything else in it is of no account. */
  query: z.ZodMiniType<Query>;
  /** Null where there is no such thing, or none that the viewer may see: the answer is the same. */
  load: (request: PageRequest<Query>) => Promise<Data | null>;
  title: (data: Data) => string;
  render: (data: Data, request: PageRequest<Query>) => Html;
  /** As the API gives it; plain data. */
  toJson: (data: Data) => object;
}

/** What a page answers; the routes put it into its frame. */
type Answer = { kind: 'found'; title: string; content: () => Html; json: () => object } | { kind: 'missing' } | { kind: 'mistaken'; mistakes: readonly string[] };

/** A page whose types are its own affair. */
export interface AnyPage {
  path: string;
  isOwn: boolean;
  answer: (request: PageRequest<unknown>) => Promise<Answer>;
}

export function definePage<Query, Data extends object>(page: Page<Query, Data>): AnyPage {
  return {
    path: page.path,
    isOwn: page.isOwn ?? false,
    async answer(asked) {
      const read = page.query.safeParse(asked.query);
      if (!read.success) return { kind: 'mistaken', mistakes: mistakesIn(read.error, asked.query) };
      const request = { ...asked, query: read.data };
      const data = await page.load(request);
      if (data === null) return { kind: 'missing' };
      return { kind: 'found', title: page.title(data), content: () => page.render(data, request), json: () => page.toJson(data) };
    },
  };
}
