import { describe, expect, it } from '@jest/globals';

import { groupNotChecked } from '../../src/render/not-checked.ts';
import { aDocument, aReport } from './a-report.ts';

describe('groupNotChecked', () => {
  it('names a shared reason once, with every document it concerns', () => {
    const noToken = { rule: 'decision-owner-known', reason: 'no token' };
    const noAnswer = { rule: 'decision-owner-known', reason: 'GitHub did not answer' };
    const report = aReport(
      aDocument({ path: 'a.md', notChecked: [noToken] }),
      aDocument({ path: 'b.md' }),
      aDocument({ path: 'c.md', notChecked: [noAnswer, noToken] }),
    );

    expect(groupNotChecked(report)).toEqual([
      { ...noToken, paths: ['a.md', 'c.md'] },
      { ...noAnswer, paths: ['c.md'] },
    ]);
  });
});
