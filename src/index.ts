/**
 * Unpause as a Probot application function, for `probot run ./dist/index.js` and for Probot's adapters: Probot listens
 * and checks signatures, the rest is the same as under `unpause serve`. Nothing but composition.
 */
import type { ApplicationFunction } from 'probot';
import { createLook } from './app/look.ts';
import { startService } from './app/serve.ts';
import { readSettings } from './app/settings.ts';
import { stopSignal } from './app/stop-signal.ts';

const unpause: ApplicationFunction = async (app) => {
  const service = await startService({ settings: readSettings(process.env), log: app.log, createLook });
  app.onAny(async ({ id, name, payload }) => {
    await service.take({ id, event: name, payload });
  });
  void stopSignal().then(async (signal) => {
    await service.stop();
    // Nobody listens any more, so that now it does what it does by itself.
    process.kill(process.pid, signal);
  });
};

export default unpause;
