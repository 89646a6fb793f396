/**
 * `unpause serve` as a process of its own that lives by the time in a file, so that a test can turn its clock; a killed
 * one's looks are somebody else's soon.
 */
import { readFileSync } from 'node:fs';
import { createLogger } from '../../src/app/log.ts';
import { createLook } from '../../src/app/look.ts';
import { startService } from '../../src/app/serve.ts';
import { readSettings } from '../../src/app/settings.ts';
import { serveService } from '../../src/web/serve-service.ts';

const times = { attempts: 20, retryDelaySeconds: 0, claimLimit: 1_500, renewEvery: 300, askEvery: 100 };

const { CLOCK_FILE = '' } = process.env;
const now = (): Date => new Date(Number(readFileSync(CLOCK_FILE, 'utf8')));

const settings = readSettings(process.env);
const log = await createLogger({ level: settings.log.level, format: 'json' });
const service = await startService({ settings, log, createLook, times, now });
const http = await serveService(service, settings, log);
log.info({ url: http.url, role: settings.role }, 'listening');
