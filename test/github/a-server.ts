import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface AskedRequest {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** `hang up`: the connection ends without an answer. */
export type ServerAnswer = { status: number; body?: unknown; headers?: Record<string, string> } | 'hang up';

export interface AnsweringServer {
  url: string;
  /** In the order of arrival. */
  requests: AskedRequest[];
  stop: () => Promise<void>;
}

/** An HTTP server on loopback that answers as it is told, for what no well-behaved GitHub says. */
export async function startServer(answerTo: (request: AskedRequest) => ServerAnswer | Promise<ServerAnswer>): Promise<AnsweringServer> {
  const requests: AskedRequest[] = [];
  const serve = async (request: AskedRequest): Promise<ServerAnswer> => {
    requests.push(request);
    return await answerTo(request);
  };
  const server = createServer((incoming, response) => {
    void text(incoming).then(async (body) => {
      const answer = await serve({ method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body });
      if (answer === 'hang up') incoming.socket.destroy();
      else response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, stop };
}
