import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSeals } from '../../src/app/record-seal.ts';

function aKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

const key = aKey();
const seals = createSeals(key);

describe('createSeals', () => {
  it('seals the same text of the same RFC alike, however the key is written', () => {
    expect(createSeals(key.replaceAll('\n', '\r\n'))(1, 7)('text')).toBe(seals(1, 7)('text'));
  });

  it.each([
    ['another text', () => seals(1, 7)('texts')],
    ['another RFC', () => seals(1, 8)('text')],
    ['another repository', () => seals(2, 7)('text')],
    ['numbers that read alike', () => seals(17, 7)('text')],
    ['another App', () => createSeals(aKey())(1, 7)('text')],
  ])('fits no record of %s', (_, other) => {
    expect(other()).not.toBe(seals(1, 7)('text'));
  });

  it('tells nothing of the key', () => {
    expect(seals(1, 7)('text')).toMatch(/^[\w-]{43}$/);
  });
});
