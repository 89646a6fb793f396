import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../files/user-error.ts';

export interface HttpServer {
  /** Where it listens: `http://127.0.0.1:3000`. */
  url: string;
  /** Accepts nothing more; resolves once the requests under way are answered, or their time is over. */
  close: () => Promise<void>;
}

export interface ListenOptions {
  host: string;
  /** 0: any free one. */
  port: number;
}

/** For requests that are under way when the server is stopped, in milliseconds. */
const grace = 10_000;

const advice: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there: stop it, or choose another PORT (0: any free one)',
  EACCES: 'this user may not listen there: choose a PORT above 1023',
  EADDRNOTAVAIL: 'this machine has no such address: choose another HOST',
  ENOTFOUND: 'nobody knows that name: choose another HOST',
};

/** Listens with the app. A place where it cannot listen is a `UserError`. */
export async function startHttpServer(app: Hono, { host, port }: ListenOptions): Promise<HttpServer> {
  // Its own Request and Response would replace Node's in the whole process.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw new UserError(`HOST ${host}, PORT ${port}: ${advice[code] ?? message}`, { cause: error });
  }
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shownHost}:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      const impatience = setTimeout(() => {
        server.closeAllConnections();
      }, grace);
      await closed;
      clearTimeout(impatience);
    },
  };
}
