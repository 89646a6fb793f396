import { describe, expect, it } from '@jest/globals';

import { createFingerprints } from '../../../src/render/report/sarif-fingerprint.ts';

const finding = { rule: 'decision-owner-single', path: 'a.md', message: 'Unexpected @alice on line 3 and @bob on line 12, expected one person' };

function fingerprintOf(values: Partial<typeof finding>): string {
  return createFingerprints()({ ...finding, ...values });
}

describe('createFingerprints', () => {
  it('knows a finding again when lines have moved', () => {
    expect(fingerprintOf({ message: 'Unexpected @alice on line 13 and @bob on line 22, expected one person' })).toBe(fingerprintOf({}));
  });

  it('knows lists and ranges of lines for what they are', () => {
    const fingerprints = ['lines 3, 5 and 7', 'lines 13, 15 and 17', 'lines 3-7', 'Line 4'].map((message) => fingerprintOf({ message }));

    expect(new Set(fingerprints).size).toBe(2);
  });

  it.each([
    ['rule', { rule: 'decision-owner-person' }],
    ['document', { path: 'b.md' }],
    ['person', { message: 'Unexpected @carol on line 3 and @bob on line 12, expected one person' }],
    ['date', { message: 'Unexpected 2026-12-01' }],
  ])('tells another %s apart', (_what, values) => {
    expect(fingerprintOf(values)).not.toBe(fingerprintOf({}));
  });

  it('numbers equals, so that two findings stay two', () => {
    const fingerprint = createFingerprints();
    const [first, second] = [fingerprint(finding), fingerprint(finding)];

    expect(second.split(':')).toEqual([first.split(':')[0], '2']);
  });
});
