import { describe, expect, it } from '@jest/globals';
import { lastPeriods } from '../../../src/decision/vitality/period.ts';
import { vitalityOf } from '../../../src/decision/vitality/vitality.ts';
import { vitalityPrometheus } from '../../../src/render/vitality/vitality-prometheus.ts';
import { aCourse, aVitalEntry, aVitalSource, today } from '../../support/a-vital-source.ts';

const entries = Array.from({ length: 10 }, (_, index) => aVitalEntry({ number: index + 1, domain: 'takeover' }));
const courses = entries.map(({ number }) => aCourse({ number, domain: 'takeover', decisions: [{ n: 1, at: '2026-10-20T10:00:00Z', days: number }] }));

describe('vitalityPrometheus', () => {
  const text = vitalityPrometheus(vitalityOf(aVitalSource({ entries, courses }), lastPeriods(today, 'quarter', 3)));

  it('has one gauge for each unit, each sample once, and nothing that is not known', () => {
    const lines = text.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('# TYPE'))).toEqual(['working_days', 'share', 'count'].map((unit) => `# TYPE unpause_vitality_${unit} gauge`));
    const samples = lines.filter((line) => !line.startsWith('#'));
    expect(samples.every((line) => /^unpause_vitality_[a-z_]+\{figure="[a-z-]+",measure="[a-z\d-]+",period="(current|last)"\} \d+(\.\d+)?$/.test(line))).toBe(true);
    expect(new Set(samples.map((line) => line.split(' ')[0])).size).toBe(samples.length);
    expect(samples.filter((line) => line.includes('decision-latency'))).toEqual([
      'unpause_vitality_working_days{figure="decision-latency",measure="p50",period="current"} 5',
      'unpause_vitality_working_days{figure="decision-latency",measure="p90",period="current"} 9',
    ]);
  });

  it('holds no name that people gave', () => {
    expect(text).not.toContain('takeover');
  });
});
