/** Receives webhooks as an App would. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: Record<string, string>;
  event: string;
  guid: string;
  raw: string;
  payload: Record<string, unknown>;
}

export class Receiver {
  readonly received: Received[] = [];
  /** What it answers; null: nothing, ever. */
  status: number | null = 202;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      let raw = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (raw += chunk));
      request.on('end', () => {
        const headers = request.headers as Record<string, string>;
        this.received.push({ headers, event: headers['x-github-event'] ?? '', guid: headers['x-github-delivery'] ?? '', raw, payload: JSON.parse(raw) as Record<string, unknown> });
        if (this.status !== null) response.writeHead(this.status).end('heard');
      });
    });
  }

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.#server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hooks`;
  }

  /** `pull_request opened`, in the order of arrival. */
  get names(): string[] {
    return this.received.map(({ event, payload: { action } }) => (typeof action === 'string' ? `${event} ${action}` : event));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
