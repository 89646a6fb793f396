/**
 * Deliveries by way of a channel such as smee.io, for a server that GitHub cannot reach: the channel's stream of events
 * is read, and each delivery is posted to the server as if it came from GitHub.
 */
import type { Log } from '../store/log.ts';
import { webhookPath } from './app-manifest.ts';
import { repeat, type Repetition } from './repeat.ts';

export interface ProxyParts {
  proxyUrl: string;
  /** Where this server listens. */
  serverUrl: string;
  log: Log;
}

/** When the stream ends or breaks it is opened again, after so long; in milliseconds. */
const pause = 5_000;

/** Begins to listen to the channel. */
export function startWebhookProxy({ proxyUrl, serverUrl, log }: ProxyParts): Repetition {
  const stopping = new AbortController();
  const listen = async () => {
    const response = await fetch(proxyUrl, { headers: { accept: 'text/event-stream' }, signal: stopping.signal });
    if (!response.ok || response.body === null) throw new Error(`the channel answered ${response.status}`);
    log.info({ proxyUrl }, 'listening to the webhook proxy');
    for await (const data of eventsOf(response.body)) await passOn(data, `${serverUrl}${webhookPath}`, log);
  };
  const repetition = repeat(listen, {
    pauseAfter: () => pause,
    onError: (error) => {
      if (!stopping.signal.aborted) log.warn({ err: error }, 'the webhook proxy is not reached; trying again');
    },
  });
  return {
    async stop() {
      stopping.abort();
      await repetition.stop();
    },
  };
}

/** The data of each server-sent event. */
async function* eventsOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const blocks = (rest + decoder.decode(bytes, { stream: true })).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line.startsWith('data:'));
      if (lines.length > 0) yield lines.map((line) => line.slice('data:'.length).trim()).join('\n');
    }
  }
}

const headerNames = ['content-type', 'x-github-event', 'x-github-delivery', 'x-hub-signature-256'];

/** The channel has parsed GitHub's JSON; written again it is the text that GitHub signed. */
async function passOn(data: string, target: string, log: Log): Promise<void> {
  const delivery = JSON.parse(data) as Record<string, unknown>;
  if (delivery.body === undefined) return;
  const headers = headerNames.flatMap((name) => (typeof delivery[name] === 'string' ? [[name, delivery[name]] as [string, string]] : []));
  const { status } = await fetch(target, { method: 'POST', headers, body: JSON.stringify(delivery.body) });
  log.debug({ status }, 'passed on a delivery from the webhook proxy');
}
