/** GitHub's deliveries: checked from the cheapest to the dearest, then kept, then answered. */
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { DeliveryResult, Metrics } from '../app/metrics.ts';
import type { Delivery } from '../app/ports.ts';
import { parseJson } from '../decision/parse-json.ts';
import type { Log } from '../store/log.ts';
import { isSigned } from '../app/signature.ts';
import type { DeliveryOutcome } from '../app/webhooks.ts';

export interface WebhookParts {
  /** The current secret and, during a rotation, the one before; empty until the App is set up. */
  secrets: () => readonly string[];
  /** Resolves once what follows from the delivery is durable. */
  take: (delivery: Delivery) => Promise<DeliveryOutcome>;
  metrics: Pick<Metrics, 'delivered'>;
  log: Log;
}

interface Variables {
  event: string;
  deliveryId: string;
  signature: string;
  result: DeliveryResult;
}

type DeliveryContext = Context<{ Variables: Variables }>;

/** As large as GitHub's own deliveries can be. */
export const maxBody = 25 * 1024 * 1024;

const eventForm = /^[a-z_]{1,64}$/;
const idForm = /^[\w-]{1,64}$/;

/** `POST` to this route takes a delivery. */
export function webhookRoute(parts: WebhookParts): Hono<{ Variables: Variables }> {
  const route = new Hono<{ Variables: Variables }>();
  route.post('/', measure(parts), readHeaders(parts), limitBody(), (c) => receive(c, parts));
  return route;
}

/** Every answer counts, also those to strangers. */
function measure({ metrics }: WebhookParts): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const began = performance.now();
    c.set('event', 'unknown');
    c.set('result', 'refused');
    await next();
    metrics.delivered(c.get('event'), c.get('result'), (performance.now() - began) / 1000);
  };
}

/** Refuses by the headers alone, before the body is read. */
function readHeaders({ secrets }: WebhookParts): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    const event = c.req.header('x-github-event') ?? '';
    const deliveryId = c.req.header('x-github-delivery') ?? '';
    const signature = c.req.header('x-hub-signature-256');
    if (secrets().length === 0) return answer(c, 503, 'The App is not set up yet');
    if (!/^application\/json(?:\s*;|$)/i.test(c.req.header('content-type') ?? '')) return answer(c, 415, 'Unexpected content type, expected application/json');
    if (signature === undefined) return answer(c, 401, 'Missing X-Hub-Signature-256, expected the signature of the body');
    if (!eventForm.test(event) || !idForm.test(deliveryId)) return answer(c, 400, 'Missing X-GitHub-Event or X-GitHub-Delivery, expected both as GitHub sends them');
    c.set('event', event);
    c.set('deliveryId', deliveryId);
    c.set('signature', signature);
    await next();
    return undefined;
  };
}

/**
 * Hono's limit asks for the body as a web stream, which costs as much as all the rest together. It is needed only where
 * the length is not said: Node reads no more than was said.
 */
function limitBody(): MiddlewareHandler<{ Variables: Variables }> {
  const refuse = (c: DeliveryContext): Response => answer(c, 413, `Unexpected size, expected at most ${maxBody} bytes`);
  const limitStream = bodyLimit({ maxSize: maxBody, onError: (c) => refuse(c as DeliveryContext) });
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return await limitStream(c, next);
    if (Number(length) > maxBody) return refuse(c);
    await next();
    return undefined;
  };
}

async function receive(c: DeliveryContext, { secrets, take, log }: WebhookParts): Promise<Response> {
  const delivery = { id: c.get('deliveryId'), event: c.get('event') };
  const fields = { deliveryId: delivery.id, event: delivery.event };
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (!isSigned(body, c.get('signature'), secrets())) {
    log.warn(fields, 'delivery has a wrong signature; is WEBHOOK_SECRET the one that the App has on GitHub?');
    return answer(c, 401, 'Unexpected signature, expected that of the body under the secret of this App');
  }
  const payload = parseJson(new TextDecoder().decode(body));
  if (payload === undefined) return answer(c, 400, 'Unexpected body, expected JSON');
  try {
    const { result, said } = await take({ ...delivery, payload });
    c.set('result', result);
    return answer(c, result === 'unreadable' ? 400 : 202, said);
  } catch (error) {
    c.set('result', 'failed');
    log.error({ ...fields, err: error }, 'delivery could not be kept; redeliver it, or wait for the next sweep');
    return answer(c, 503, 'The queue did not take it; redeliver it later');
  }
}

function answer(c: DeliveryContext, status: 202 | 400 | 401 | 413 | 415 | 503, message: string): Response {
  return c.json({ message }, status);
}
