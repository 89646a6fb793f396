import { describe, expect, it } from '@jest/globals';
import { diffRanges } from '../../src/github/diff-ranges.ts';

describe('diffRanges', () => {
  it.each([
    ['a change in the middle', '@@ -3,4 +3,5 @@ # Title\n a\n-b\n+c\n+d\n e\n f', [{ start: 3, end: 7 }]],
    ['a new file', '@@ -0,0 +1,12 @@\n+# RFC', [{ start: 1, end: 12 }]],
    ['one line', '@@ -1 +1 @@\n-a\n+b', [{ start: 1, end: 1 }]],
    ['several places', '@@ -1,2 +1,3 @@\n+a\n b\n c\n@@ -40,2 +41,2 @@\n-x\n+y\n z', [{ start: 1, end: 3 }, { start: 41, end: 42 }]],
    ['lines that were only taken away', '@@ -5,2 +4,0 @@\n-a\n-b', []],
    ['text that looks like a hunk', '@@ -1,1 +1,2 @@\n a\n+@@ -9,9 +9,9 @@', [{ start: 1, end: 2 }]],
    ['no patch at all', '', []],
  ])('reads %s', (_case, patch, ranges) => {
    expect(diffRanges(patch)).toEqual(ranges);
  });
});
