/** Signed deliveries as GitHub sends them, of 11.7 kB each, spread over a number of RFCs. */
import { createHmac } from 'node:crypto';
import { createRequire } from 'node:module';

export interface SignedBody {
  body: Buffer;
  signature: string;
}

interface Example {
  action?: string;
  issue?: { number: number; body: string };
  repository?: object;
  installation?: object;
}

const size = 11_700;

/** One delivery for each RFC: an issue was edited. */
export function signedDeliveries(secret: string, rfcs: number): SignedBody[] {
  const recorded = createRequire(import.meta.url)('@octokit/webhooks-examples') as { name: string; examples: Example[] }[];
  const example = recorded.find(({ name }) => name === 'issues')?.examples.find(({ action }) => action === 'edited');
  if (example?.issue === undefined) throw new Error('Missing a recorded delivery of an edited issue');
  const { issue } = example;
  return Array.from({ length: rfcs }, (_, index) => sign(secret, { ...example, installation: { id: 7 }, issue: { ...issue, number: index + 1 } }));
}

function sign(secret: string, delivery: Example & { issue: NonNullable<Example['issue']> }): SignedBody {
  const missing = size - Buffer.byteLength(JSON.stringify(delivery));
  if (missing < 0) throw new Error(`The recorded delivery has ${-missing} bytes more than ${size}`);
  const body = Buffer.from(JSON.stringify({ ...delivery, issue: { ...delivery.issue, body: delivery.issue.body + '.'.repeat(missing) } }));
  return { body, signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}
