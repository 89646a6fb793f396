import type { OpenApi, Schema } from './open-api.ts';
import { definitionsFor, jsonOf, simplify } from './schemas.ts';
import { shareRepeated } from './share-repeated.ts';

export interface WebhookContract {
  /** By event and action: `pull_request opened`; `push` has none. */
  payloads: Record<string, Schema>;
  definitions: Record<string, Schema>;
}

/** The payloads of these events, with all their actions. */
export function pickWebhooks(description: OpenApi, events: readonly string[]): WebhookContract {
  const payloads: Record<string, Schema> = {};
  for (const { post } of Object.values(description.webhooks)) {
    const [event = '', action = ''] = (post.operationId ?? '').split('/').map((part) => part.replaceAll('-', '_'));
    const schema = post.requestBody ? jsonOf(post.requestBody) : null;
    if (events.includes(event) && schema) payloads[`${event} ${action}`.trim()] = simplify(schema);
  }
  const missing = events.filter((event) => !Object.keys(payloads).some((name) => name.split(' ')[0] === event));
  if (missing.length > 0) throw new Error(`Unknown events ${missing.join(', ')}, expected those of GitHub's description`);
  return shareRepeated({ payloads, definitions: definitionsFor(payloads, description) });
}
