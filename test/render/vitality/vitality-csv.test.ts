import { describe, expect, it } from '@jest/globals';
import { lastPeriods } from '../../../src/decision/vitality/period.ts';
import { vitalityOf } from '../../../src/decision/vitality/vitality.ts';
import { vitalityCsv } from '../../../src/render/vitality/vitality-csv.ts';
import { aCourse, aVitalEntry, aVitalSource, today } from '../../support/a-vital-source.ts';

const entries = Array.from({ length: 12 }, (_, index) => aVitalEntry({ number: index + 1, domain: index < 6 ? 'api' : null, isSatisfied: index > 0 }));
const courses = entries.map(({ number }) => aCourse({ number, decisions: [{ n: 1, at: '2026-10-20T10:00:00Z', days: number / 3 }] }));

describe('vitalityCsv', () => {
  const lines = vitalityCsv(vitalityOf(aVitalSource({ entries, courses }), lastPeriods(today, 'quarter', 2))).split('\r\n');

  it('has one line for each value, by period, of all, and by group', () => {
    expect(lines[0]).toBe('figure,period,by,group,measure,unit,value,cases,trend');
    expect(lines.filter((line) => line.startsWith('decision-latency,'))).toEqual([
      'decision-latency,2026-Q3,,,p50,working-days,,0,',
      'decision-latency,2026-Q3,,,p90,working-days,,0,',
      'decision-latency,2026-Q4,,,p50,working-days,2,12,',
      'decision-latency,2026-Q4,,,p90,working-days,3.6667,12,',
      'decision-latency,2026-Q3 to 2026-Q4,,,p50,working-days,2,12,unknown',
      'decision-latency,2026-Q3 to 2026-Q4,,,p90,working-days,3.6667,12,',
      'decision-latency,2026-Q3 to 2026-Q4,domain,api,p50,working-days,1,6,',
      'decision-latency,2026-Q3 to 2026-Q4,domain,api,p90,working-days,2,6,',
      'decision-latency,2026-Q3 to 2026-Q4,domain,,p50,working-days,3,6,',
      'decision-latency,2026-Q3 to 2026-Q4,domain,,p90,working-days,4,6,',
    ]);
    expect(lines.at(-1)).toBe('');
  });

  it.each([
    ['rising', [2, 4]],
    ['falling', [4, 2]],
    ['steady', [3, 3]],
  ] as const)('tells once of each figure which way it goes: %s', (trend, [before, last]) => {
    const told = [['2026-05-20T10:00:00Z', before], ['2026-08-20T10:00:00Z', last]].flatMap(([at, days], quarter) => Array.from({ length: 6 }, (_, index) => ({ at: String(at), days: Number(days), number: quarter * 6 + index })));
    const source = aVitalSource({ entries: told.map(({ at, number }) => aVitalEntry({ number, at })), courses: told.map(({ at, days, number }) => aCourse({ number, decisions: [{ n: 1, at, days }] })) });
    const ways = vitalityCsv(vitalityOf(source, lastPeriods(today, 'quarter', 3))).split('\r\n').filter((line) => line.startsWith('decision-latency,')).map((line) => line.split(',').at(-1));
    expect(ways.filter((way) => way !== '')).toEqual([trend]);
  });

  it('keeps a name that looks like a formula from being one', () => {
    const odd = entries.map((entry) => ({ ...entry, domain: entry.domain === null ? null : '=1+1,"x"' }));
    expect(vitalityCsv(vitalityOf(aVitalSource({ entries: odd, courses }), lastPeriods(today, 'quarter', 1)))).toContain(`domain,"'=1+1,""x""",p50`);
  });
});
