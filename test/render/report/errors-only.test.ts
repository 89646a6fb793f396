import { describe, expect, it } from '@jest/globals';

import { errorsOnly } from '../../../src/render/report/errors-only.ts';
import { aDocument, aFinding, aReport, someAdvice } from '../a-report.ts';

describe('errorsOnly', () => {
  it('drops all but errors, and counts anew', () => {
    const notChecked = [{ rule: 'decision-owner-known', reason: 'no token' }];
    const warning = aFinding({ severity: 'warning', fix: { start: 0, end: 1, text: '' } });
    const report = aReport(aDocument({ findings: [someAdvice(), aFinding(), warning], notChecked }), aDocument());

    expect(errorsOnly(report)).toEqual(aReport(aDocument({ findings: [aFinding()], notChecked }), aDocument()));
  });
});
