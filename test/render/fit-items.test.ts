import { describe, expect, it } from '@jest/globals';

import { fitItems } from '../../src/render/fit-items.ts';

describe('fitItems', () => {
  it('takes everything where there is room', () => {
    expect(fitItems(['ab', 'cd'], 4)).toEqual({ text: 'abcd', left: 0 });
  });

  it('stops before the item that does not fit, and counts what is left', () => {
    expect(fitItems(['ab', 'cde', 'f'], 4)).toEqual({ text: 'ab', left: 2 });
  });

  it('counts bytes, not characters', () => {
    expect(fitItems(['é', 'é'], 3)).toEqual({ text: 'é', left: 1 });
  });
});
