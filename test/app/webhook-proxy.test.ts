import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWebhookProxy } from '../../src/app/webhook-proxy.ts';
import { aServer, headersFor, where, type TestServer } from '../web/a-server.ts';
import { recordingLog } from './recording-log.ts';

let channel: { server: Server; url: string; listener: Promise<ServerResponse> };
let server: TestServer;
let taken: Promise<void>;

beforeEach(async () => {
  let take: () => void = () => undefined;
  taken = new Promise<void>((resolve) => (take = resolve));
  server = await aServer({
    addLooks: async () => {
      take();
      await Promise.resolve();
    },
  });
  let listen: (response: ServerResponse) => void = () => undefined;
  const listener = new Promise<ServerResponse>((resolve) => (listen = resolve));
  const stream = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    listen(response);
  });
  await new Promise<void>((resolve) => stream.listen(0, '127.0.0.1', resolve));
  channel = { server: stream, url: `http://127.0.0.1:${(stream.address() as AddressInfo).port}/abc`, listener };
});

afterEach(async () => {
  channel.server.closeAllConnections();
  channel.server.close();
  await server.close();
});

describe('startWebhookProxy', () => {
  it('passes on what the channel sends, in whatever pieces it comes, and stops', async () => {
    const log = recordingLog();
    const proxy = startWebhookProxy({ proxyUrl: channel.url, serverUrl: server.url, log });
    const response = await channel.listener;
    const payload = { ...where, action: 'opened', issue: { number: 3, title: 'Zürich' } };
    const delivery = { ...headersFor(JSON.stringify(payload), 'issues'), host: 'smee.example', body: payload, query: {}, timestamp: 1 };
    const event = Buffer.from(`event: ready\ndata: {}\n\nid: 1\ndata: ${JSON.stringify(delivery)}\r\n\r\n`);
    const cut = event.indexOf('ü') + 1;
    response.write(event.subarray(0, cut));
    response.write(event.subarray(cut));
    await taken;
    await proxy.stop();
    expect(server.looks).toMatchObject([{ key: 'acme/rfcs#3' }]);
    expect(log.text()).not.toContain('Zürich');
  });
});
