import { createServer, type AddressInfo } from 'node:net';

/** A port that nobody listens on, for what does not take port 0. In a moment somebody else may. */
export async function freePort(host: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, host, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
