import { createPrivateKey, hkdfSync } from 'node:crypto';

/** A key of 32 bytes for one purpose, from the App's private key, so that there is no other secret to keep. */
export function deriveKey(privateKey: string, purpose: string): Buffer {
  // The key's bytes, not its text: line ends differ between an environment variable and a file.
  const bytes = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'der' });
  return Buffer.from(hkdfSync('sha256', bytes, '', purpose, 32));
}
