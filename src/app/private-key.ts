import { createPrivateKey } from 'node:crypto';

const block = /-----BEGIN ([A-Z ]*PRIVATE KEY)-----([\s\S]+?)-----END \1-----/;

/**
 * A private key as environments carry it: a PEM file's text, the same on one line or with `\n` written out, or in
 * base64. Null where it is no key.
 */
export function readPrivateKey(text: string): string | null {
  const decoded = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString('utf8');
  const [, kind, content] = block.exec(decoded.replaceAll(String.raw`\n`, '\n')) ?? [];
  if (kind === undefined || content === undefined) return null;
  const lines = content.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  const pem = [`-----BEGIN ${kind}-----`, ...lines, `-----END ${kind}-----`, ''].join('\n');
  return isKey(pem) ? pem : null;
}

function isKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    // OpenSSL says no more than that it is none.
    return false;
  }
}
