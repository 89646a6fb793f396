/** Probot with its own server, as its documentation has it. */
import { Probot, Server, type ApplicationFunction } from 'probot';
import { freePort } from '../../test/support/free-port.ts';

export interface ProbotOptions {
  appId: number;
  privateKey: string;
  secret: string;
}

/** Listens on a free port, and answers with the address. */
export async function startProbot({ appId, privateKey, secret }: ProbotOptions, app: ApplicationFunction): Promise<{ url: string; stop: () => Promise<void> }> {
  // Probot takes port 0 for 3000.
  const port = await freePort();
  const server = new Server({ host: '127.0.0.1', port, Probot: Probot.defaults({ appId, privateKey, secret, logFormat: 'json' }) });
  await server.load(app);
  await server.start();
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      await server.stop();
    },
  };
}
