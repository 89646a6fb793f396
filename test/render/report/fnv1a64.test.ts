import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fnv1a64 } from '../../../src/render/report/fnv1a64.ts';
import { anyText } from '../any-report.ts';

describe('fnv1a64', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
  ])('gives %j its published value', (text, expected) => {
    expect(fnv1a64(text)).toBe(expected);
  });

  it('agrees with the definition on the bytes of any text', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
        let expected = 0xcbf29ce484222325n;
        for (const byte of new TextEncoder().encode(text)) expected = ((expected ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;

        expect(fnv1a64(text)).toBe(expected.toString(16).padStart(16, '0'));
      }),
    );
  });
});
