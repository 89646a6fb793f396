import { describe, expect, it } from '@jest/globals';

import { createPaint } from '../../../src/render/report/paint.ts';

describe('createPaint', () => {
  it('wraps text in its style and ends it', () => {
    expect(createPaint(true)('red', 'text')).toBe('\u001b[31mtext\u001b[0m');
  });

  it('leaves text alone without colour', () => {
    expect(createPaint(false)('red', 'text')).toBe('text');
  });
});
