/** The decisions that were found as a file, or as a feed: a page of the log at a time, so that memory stays flat. */
import { Hono } from 'hono';
import { logText } from '../../app/whole-log.ts';
import type { LogEntry } from '../../decision/log/entry.ts';
import type { PrincipleReview } from '../../decision/stewards/principle-reviews.ts';
import { atomLog } from '../../render/log/log-atom.ts';
import { csvLog } from '../../render/log/log-csv.ts';
import { changedAt } from '../../render/log/log-facts.ts';
import { jsonLog } from '../../render/log/log-json.ts';
import type { LogWriter } from '../../render/log/log-writer.ts';
import { findEntries, streamEntries, type LogFilter } from '../../store/find-entries.ts';
import { findReviews } from '../../store/principle-reviews.ts';
import type { Database } from '../../store/tables.ts';
import { isStranger } from '../viewer.ts';
import { filterOf, LogQuery, wordsOf } from './log-query.ts';
import { mistakesIn } from './mistakes.ts';
import type { PageParts } from './page-parts.ts';
import { addressOf } from './pieces.ts';

interface Format {
  contentType: string;
  /** What is offered for saving; null: read where it is. */
  fileName: string | null;
  stream: (request: ExportRequest) => AsyncGenerator<string, void, undefined>;
}

interface ExportRequest {
  database: Database;
  filter: LogFilter;
  /** Where the same is found: as a page, and in this format. Of this server as browsers reach it, whatever a request says that it is called. */
  pageUrl: string;
  url: string;
}

/** A feed tells of what is new; the whole log is a file. */
const feedSize = 100;

const formats: Readonly<Record<string, Format>> = {
  '/decisions.json': { contentType: 'application/json', fileName: 'decisions.json', stream: (request) => written(jsonLog, request, streamEntries(request.database, request.filter)) },
  '/decisions.csv': { contentType: 'text/csv; charset=utf-8', fileName: 'decisions.csv', stream: (request) => written(csvLog, request, streamEntries(request.database, request.filter)) },
  '/decisions.atom': { contentType: 'application/atom+xml; charset=utf-8', fileName: null, stream: feed },
};

export function exportRoutes({ database, findViewer, baseUrl, now }: PageParts): Hono {
  const routes = new Hono();
  for (const [path, { contentType, fileName, stream }] of Object.entries(formats)) {
    routes.get(path, async (c) => {
      const viewer = await findViewer(c.req.raw);
      if (isStranger(viewer)) return c.json({ message: 'Sign in, or send a GitHub token of yours as `Authorization: Bearer TOKEN`' }, 401);
      const query = LogQuery.safeParse(c.req.query());
      if (!query.success) return c.json({ message: mistakesIn(query.error, c.req.query()).join('; ') }, 400);
      const addressed = (to: string) => `${baseUrl()}${addressOf(to, wordsOf(query.data))}`;
      const body = streamOf(stream({ database, filter: filterOf(query.data, { repositories: viewer.visible, now: now() }), pageUrl: addressed('/decisions'), url: addressed(path) }));
      return c.body(body, 200, { 'content-type': contentType, ...(fileName !== null && { 'content-disposition': `attachment; filename="${fileName}"` }) });
    });
  }
  return routes;
}

async function* written(writer: LogWriter, request: ExportRequest, entries: AsyncIterable<LogEntry>): AsyncGenerator<string, void, undefined> {
  const { pageUrl } = request;
  const head = { name: new URL(pageUrl).host, url: pageUrl };
  yield* logText(writer, { head, entries, reviews: async () => await reviewsFor(request) });
}

/** Where nothing in particular was asked for, or one principle. */
async function reviewsFor({ database, filter: { repositories, principle, ...others } }: ExportRequest): Promise<PrincipleReview[]> {
  if (Object.keys(others).length > 0) return [];
  const reviews = await findReviews(database, { repositories });
  return principle === undefined ? reviews : reviews.filter((review) => review.principle === principle);
}

async function* feed(request: ExportRequest): AsyncGenerator<string, void, undefined> {
  const entries = await findEntries(request.database, { ...request.filter, limit: feedSize });
  const updatedAt = entries.map(changedAt).reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last), new Date(0).toISOString());
  yield* written(atomLog({ self: request.url, updatedAt }), request, inTurn(entries));
}

async function* inTurn(entries: readonly LogEntry[]): AsyncGenerator<LogEntry, void, undefined> {
  yield* await Promise.resolve(entries);
}

/** So many characters at once: an entry a chunk would cost more than the entry. */
const chunk = 64 * 1024;

/** Nothing more is read from the database than whoever reads takes; it ends where they go away. */
function streamOf(texts: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      let text = '';
      while (text.length < chunk) {
        const { value, done } = await texts.next();
        if (done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += value;
      }
      controller.enqueue(encoder.encode(text));
    },
    async cancel() {
      await texts.return();
    },
  });
}
