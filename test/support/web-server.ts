/** The web part of the App in this process, over real HTTP: it takes no looks, so that nothing changes under a test. */
import { createLogger } from '../../src/app/log.ts';
import { createLook } from '../../src/app/look.ts';
import { startService } from '../../src/app/serve.ts';
import { readSettings, type Settings } from '../../src/app/settings.ts';
import type { Database } from '../../src/store/tables.ts';
import { serveService, webAppOf } from '../../src/web/serve-service.ts';
import type { TestDatabase } from './databases.ts';
import { type Town, variablesOf } from './running-app.ts';
import { Visitor } from './web-visitor.ts';

export interface WebServer {
  url: string;
  /** A browser that was never here. */
  visitor: () => Visitor;
  database: Database;
  /** Every path that it answers, with the method: `GET /me`. */
  routes: readonly string[];
  /** Turns the clock by which sessions and answers about access grow old. */
  later: (milliseconds: number) => void;
  stop: () => Promise<void>;
}

/** At the port that the App is registered with. */
export async function runWeb(town: Town, database: TestDatabase, given: Partial<Settings> = {}): Promise<WebServer> {
  const log = await createLogger({ level: 'fatal', format: 'json' });
  const settings: Settings = { ...readSettings(variablesOf(town, database)), role: 'web', ...given };
  let ahead = 0;
  const service = await startService({ settings, log, createLook, accessNow: () => Date.now() + ahead });
  const { url, close } = await serveService(service, settings, log);
  return {
    url,
    database: service.database,
    visitor: () => new Visitor(url),
    routes: [...new Set(webAppOf(service, settings, { baseUrl: () => url, log }).routes.map(({ method, path }) => `${method} ${path}`))].filter((route) => !route.startsWith('ALL ')),
    later(milliseconds) {
      ahead += milliseconds;
    },
    async stop() {
      await close();
      await service.stop();
    },
  };
}
