import { createHmac, timingSafeEqual } from 'node:crypto';

/** GitHub's header holds SHA-256 in hexadecimal digits; the SHA-1 of `X-Hub-Signature` is never accepted. */
const form = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether a body was signed with one of these secrets. The bytes are what GitHub signed, before anything decodes them;
 * the comparison takes as long for a near miss as for a far one.
 */
export function isSigned(body: Uint8Array, header: string | undefined, secrets: readonly string[]): boolean {
  const [, digits] = form.exec(header ?? '') ?? [];
  if (digits === undefined) return false;
  const given = Buffer.from(digits, 'hex');
  const matches = secrets.map((secret) => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), given));
  return matches.includes(true);
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(digestOf(given), digestOf(expected));
}

function digestOf(text: string): Buffer {
  return createHmac('sha256', 'same length').update(text).digest();
}
