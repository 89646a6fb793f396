import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSessionKeys, fingerprint } from '../../src/app/session-keys.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const [one = '', other = ''] = [1, 2].map(() => generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: pem, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey);
const keys = createSessionKeys(one);

describe('createSessionKeys', () => {
  it.each(['', 'ghu_token', 'naïve 🦀 \u0000'])('opens what it sealed: %j', (text) => {
    expect(keys.open(keys.seal(text, 'session 1'), 'session 1')).toBe(text);
  });

  it('hides what it seals, and hides it anew each time', () => {
    const sealed = keys.seal('ghu_token', 'session 1');
    expect(Buffer.from(sealed, 'base64url').includes('ghu_')).toBe(false);
    expect(keys.seal('ghu_token', 'session 1')).not.toBe(sealed);
  });

  it('opens it for no other use, and not under another private key', () => {
    const sealed = keys.seal('ghu_token', 'session 1');
    expect(keys.open(sealed, 'session 2')).toBeNull();
    expect(createSessionKeys(other).open(sealed, 'session 1')).toBeNull();
    expect(createSessionKeys(one).open(sealed, 'session 1')).toBe('ghu_token');
  });

  it('opens nothing that was altered, wherever', () => {
    const sealed = Buffer.from(keys.seal('ghu_token', 'session 1'), 'base64url');
    for (const at of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8((altered.readUInt8(at) + 1) % 256, at);
      expect(keys.open(altered.toString('base64url'), 'session 1')).toBeNull();
    }
    expect(keys.open(sealed.subarray(0, -1).toString('base64url'), 'session 1')).toBeNull();
  });

  it.each(['', 'no seal', '!!'])('opens nothing that never was sealed: %j', (text) => {
    expect(keys.open(text, 'session 1')).toBeNull();
  });

  it('signs cookies the same way in every process, and by a key of its own', () => {
    expect(createSessionKeys(one).cookie).toEqual(keys.cookie);
    expect(createSessionKeys(other).cookie).not.toEqual(keys.cookie);
  });
});

describe('fingerprint', () => {
  it('is the same for the same secret, and does not hold it', () => {
    expect(fingerprint('ghu_token')).toBe(fingerprint('ghu_token'));
    expect(fingerprint('ghu_token')).not.toContain('ghu_token');
  });
});
