/** A request's body: bounded, and JSON that is an object, as GitHub wants it. */
import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/** Far above anything a client of ours sends; a larger one is a mistake that should be seen. */
const largestBody = 4 * 1024 * 1024;

/** The bytes; reads no further than the limit. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new Refusal(413, 'Payload Too Large', { headers: { connection: 'close' } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function parseBody(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {};
  const data = parseJson(bytes.toString('utf8'));
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new Refusal(400, 'Body should be a JSON object');
  return data as Record<string, unknown>;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}
