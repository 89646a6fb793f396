import { createLogger } from '../app/log.ts';
import { createLook } from '../app/look.ts';
import { startService } from '../app/serve.ts';
import { readSettings, type Environment } from '../app/settings.ts';
import { stopSignal } from '../app/stop-signal.ts';
import { startWebhookProxy } from '../app/webhook-proxy.ts';
import { serveService } from '../web/serve-service.ts';
import { isTerminal } from './standard-streams.ts';

const standardOutput = 1;

/** `unpause serve`: runs the App until it is told to stop, then ends in order. */
export async function serveCommand(environment: Environment): Promise<void> {
  const settings = readSettings(environment);
  const { level, format } = settings.log;
  const log = await createLogger({ level, format: format ?? (isTerminal(standardOutput) ? 'pretty' : 'json') });
  const service = await startService({ settings, log, createLook });
  try {
    const http = await serveService(service, settings, log);
    log.info({ url: http.url, role: settings.role }, 'listening');
    if (service.setup) {
      const url = `${settings.publicUrl ?? http.url}/setup?token=${service.setup.token}`;
      log.warn({ url }, 'not set up yet: open this address to register the App; it works once');
    }
    const proxy = settings.webhookProxyUrl === null ? null : startWebhookProxy({ proxyUrl: settings.webhookProxyUrl, serverUrl: http.url, log });
    const signal = await stopSignal();
    log.info({ signal }, 'stopping: looks in hand are finished first; a second signal ends them');
    await proxy?.stop();
    await http.close();
  } finally {
    await service.stop();
  }
  log.info({}, 'stopped');
}
