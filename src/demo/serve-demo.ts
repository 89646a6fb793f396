/** The demo with its page, on this machine alone. */
import type { Logger } from '../app/log.ts';
import { startHttpServer } from '../web/http-server.ts';
import { createPageApp } from './page/page-app.ts';
import { startDemo, type Demo } from './start-demo.ts';

export interface ServedDemo extends Demo {
  /** Where the page is. */
  url: string;
}

/** Starts everything. The page is there before the App has seen every thread: it shows the App at work. */
export async function serveDemo({ port, log }: { port: number; log: Logger }): Promise<ServedDemo> {
  const demo = await startDemo({ log });
  const { standIn, app: { url: siteUrl }, activity, journal } = demo;
  const closing = new AbortController();
  try {
    const app = createPageApp({ world: standIn.world, clock: standIn.clock, activity, journal, siteUrl, closing: closing.signal, log });
    const { url, close } = await startHttpServer(app, { host: '127.0.0.1', port });
    return {
      ...demo,
      url,
      async close() {
        closing.abort();
        await close();
        await demo.close();
      },
    };
  } catch (error) {
    await demo.close();
    throw error;
  }
}
