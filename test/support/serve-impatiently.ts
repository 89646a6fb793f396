/**
 * `unpause serve` as a process of its own, with a queue that waits less: a killed process's looks are somebody else's
 * after seconds. With the usual times that takes 40 seconds, which is too long for a test that kills often.
 */
import { createLogger } from '../../src/app/log.ts';
import { createLook } from '../../src/app/look.ts';
import { startService } from '../../src/app/serve.ts';
import { readSettings } from '../../src/app/settings.ts';
import { stopSignal } from '../../src/app/stop-signal.ts';
import { serveService } from '../../src/web/serve-service.ts';

const times = { attempts: 20, retryDelaySeconds: 0, claimLimit: 4_000, renewEvery: 1_000, askEvery: 250 };

const settings = readSettings(process.env);
const log = await createLogger({ level: settings.log.level, format: 'json' });
const service = await startService({ settings, log, createLook, times });
const http = await serveService(service, settings, log);
log.info({ url: http.url, role: settings.role }, 'listening');
await stopSignal();
await http.close();
await service.stop();
