import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutQuote } from '../../src/decision/quote.ts';
import { longestQuote } from '../../src/decision/record-schema.ts';

const full = 'x'.repeat(longestQuote);

describe('cutQuote', () => {
  it.each([
    ['keeps a short text', 'We wait for the audit.', 'We wait for the audit.'],
    ['puts it on one line', '  one\r\n\ttwo\u00a0 three\n', 'one two three'],
    ['leaves control characters out', 'one\u0000two\u001b', 'one two'],
    ['keeps a text that just fits', full, full],
    ['cuts a longer one', `${full}y`, `${'x'.repeat(longestQuote - 1)}…`],
    ['keeps no blank before the cut', `${'x'.repeat(longestQuote - 2)} yyy`, `${'x'.repeat(longestQuote - 2)}…`],
    ['does not cut a character in two', `${'x'.repeat(longestQuote - 2)}🧭🧭`, `${'x'.repeat(longestQuote - 2)}…`],
    ['has nothing to keep of blanks', ' \n ', ''],
  ])('%s', (_, text, expected) => {
    expect(cutQuote(text)).toBe(expected);
  });

  it('always fits, stays well formed, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const quote = cutQuote(text);
        expect(quote.length).toBeLessThanOrEqual(longestQuote);
        expect(quote).toBe(Buffer.from(quote).toString());
        expect(cutQuote(quote)).toBe(quote);
      }),
    );
  });
});
