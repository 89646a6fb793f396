/** Probot with its own server, as its documentation has it. */
import { createServer, type AddressInfo } from 'node:net';
import { Probot, Server, type ApplicationFunction } from 'probot';

export interface ProbotOptions {
  appId: number;
  privateKey: string;
  secret: string;
}

/** Listens on a free port, and answers with the address. */
export async function startProbot({ appId, privateKey, secret }: ProbotOptions, app: ApplicationFunction): Promise<{ url: string; stop: () => Promise<void> }> {
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

/** Probot takes port 0 for 3000. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
