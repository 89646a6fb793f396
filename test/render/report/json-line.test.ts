import { describe, expect, it } from '@jest/globals';

import { jsonLine } from '../../../src/render/report/json-line.ts';

describe('jsonLine', () => {
  it('writes one line', () => {
    expect(jsonLine({ a: ['b\nc'] })).toBe('{"a":["b\\nc"]}\n');
  });

  it('keeps runners from hearing a command, and the value as it is', () => {
    const line = jsonLine('##[add-mask]x');

    expect(line).toBe('"#\\u0023[add-mask]x"\n');
    expect(JSON.parse(line)).toBe('##[add-mask]x');
  });
});
