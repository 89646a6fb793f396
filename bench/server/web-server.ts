/** The pages over HTTP on a filled index, as somebody sees them whom the request names. */
import { Hono } from 'hono';
import { sql } from 'kysely';
import { silentLog } from '../../src/store/log.ts';
import { openStore } from '../../src/store/open-store.ts';
import { startHttpServer } from '../../src/web/http-server.ts';
import { pageRoutes } from '../../src/web/pages/page-routes.ts';
import type { Viewer } from '../../src/web/viewer.ts';
import { answerParent, readOptions, readUsage } from './answer-parent.ts';
import type { Place } from './stores.ts';
import { fillIndex, origin } from './web-rows.ts';

export type WebQuestion = { about: 'fill'; decisions: number } | { about: 'usage' } | { about: 'peak' };

const { databaseUrl, dataDir } = readOptions() as Place;
const store = await openStore({ databaseUrl, dataDir, log: silentLog });
const app = new Hono();
app.route('/', pageRoutes({ database: store.database, findViewer: async (request) => await Promise.resolve(viewerOf(request)), now: () => new Date(origin), githubUrl: 'https://github.com', baseUrl: () => 'http://localhost' }));
const http = await startHttpServer(app, { host: '127.0.0.1', port: 0 });

/** `x-sees: all`, or how many of the repositories. */
function viewerOf(request: Request): Viewer {
  const sees = request.headers.get('x-sees') ?? 'all';
  return { person: { id: 1, login: 'person-1' }, visible: sees === 'all' ? 'all' : Array.from({ length: Number(sees) }, (_, index) => index + 1) };
}

let peak = 0;
setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20).unref();

answerParent(
  async (question: WebQuestion) => {
    switch (question.about) {
      case 'fill':
        await fillIndex(store.database, question.decisions);
        // What a server's autovacuum does, and what the embedded database is looked after with.
        await sql`vacuum (analyze)`.execute(store.database);
        return http.url;
      case 'usage': {
        const usage = await readUsage();
        peak = process.memoryUsage.rss();
        return usage;
      }
      case 'peak':
        return peak;
    }
  },
  async () => {
    await http.close();
    await store.close();
  },
);
