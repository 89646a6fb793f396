/** The App as `unpause serve` runs it, and on the embedded database also without its worker. */
import { createLogger } from '../../src/app/log.ts';
import { createLook } from '../../src/app/look.ts';
import { startService } from '../../src/app/serve.ts';
import { readSettings, type Environment, type Role } from '../../src/app/settings.ts';
import { serveService } from '../../src/web/serve-service.ts';
import { answerParent, readOptions, readUsage, type Question } from './answer-parent.ts';

export interface AppServerOptions {
  environment: Environment;
  role: Role;
  /** Looks that end at once: what is measured then is the queue. */
  areLooksEmpty?: boolean;
}

const { environment, role, areLooksEmpty = false } = readOptions() as AppServerOptions;
const settings = { ...readSettings(environment), role };
const log = await createLogger({ level: settings.log.level, format: 'json' });
const emptyLook = () => async () => {
  await Promise.resolve();
};
const service = await startService({ settings, log, createLook: areLooksEmpty ? emptyLook : createLook });
const http = await serveService(service, settings, log);
answerParent(
  async ({ about }: Question) => (about === 'url' ? http.url : await readUsage()),
  async () => {
    await http.close();
    await service.stop();
  },
);
