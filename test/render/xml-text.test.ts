import { describe, expect, it } from '@jest/globals';

import { xmlText } from '../../src/render/xml-text.ts';

describe('xmlText', () => {
  it('escapes what XML reads as its own', () => {
    expect(xmlText(`<a b="c" d='e'> & ]]>`)).toBe('&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt; &amp; ]]&gt;');
  });

  it('replaces the characters XML 1.0 cannot hold', () => {
    expect(xmlText('a\u0000b\uffffc\ufffed\ud800e')).toBe(String.raw`a\u0000b` + '\ufffdc\ufffdd\ufffde');
  });
});
