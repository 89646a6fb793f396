/** What the web sessions are kept safe with; under another private key of the App, everybody signs in anew. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deriveKey } from './derived-key.ts';

export interface SessionKeys {
  /** Signs the cookie of a session. */
  cookie: Uint8Array<ArrayBuffer>;
  /** Encrypts a text; only for the same use it opens again. */
  seal: (text: string, use: string) => string;
  /** Null for what was not sealed by these keys and for this use. */
  open: (sealed: string, use: string) => string | null;
}

const algorithm = 'aes-256-gcm';
const sizes = { iv: 12, tag: 16 };

export function createSessionKeys(privateKey: string): SessionKeys {
  const box = deriveKey(privateKey, 'unpause web tokens, version 1');
  return {
    cookie: new Uint8Array(deriveKey(privateKey, 'unpause web cookies, version 1')),
    seal(text, use) {
      const iv = randomBytes(sizes.iv);
      const cipher = createCipheriv(algorithm, box, iv).setAAD(Buffer.from(use));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    open: (sealed, use) => open(Buffer.from(sealed, 'base64url'), { key: box, use }),
  };
}

function open(bytes: Buffer, { key, use }: { key: Buffer; use: string }): string | null {
  const start = sizes.iv + sizes.tag;
  if (bytes.length < start) return null;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, sizes.iv)).setAAD(Buffer.from(use)).setAuthTag(bytes.subarray(sizes.iv, start));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]).toString('utf8');
  } catch {
    // Somebody else's, altered, or from before the private key was changed: OpenSSL does not tell which.
    return null;
  }
}

/** What stands in the database and in memory for a secret: whoever reads it there cannot use it. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
