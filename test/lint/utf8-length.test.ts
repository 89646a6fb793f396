import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { utf8Length } from '../../src/lint/utf8-length.ts';
import { anyText } from '../render/any-report.ts';

describe('utf8Length', () => {
  it('counts the bytes the text takes on disk', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme' })), (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
