import { describe, expect, it } from '@jest/globals';
import { lastFinished } from '../../../src/decision/stewards/periods.ts';
import { lookBack } from '../../../src/decision/stewards/retrospective.ts';
import { periodAt } from '../../../src/decision/vitality/period.ts';
import { aLogEntry } from '../../support/a-log-entry.ts';
import { aVitalSource, today } from '../../support/a-vital-source.ts';

const timezone = 'UTC';

describe('lookBack', () => {
  it('shows the period beside the three before it', () => {
    const entries = [aLogEntry({ at: '2026-08-20T10:00:00Z', isSatisfied: false })];
    const { findings, talk } = lookBack({ ...aVitalSource(), entries }, { period: lastFinished('quarter', today, timezone), every: 'quarter', timezone });
    expect(findings[0]?.points.map((point) => point.period)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']);
    expect(talk).toHaveLength(1);
  });

  const inJanuary = new Date('2027-01-04T12:00:00Z');

  // The clocks of Berlin and New York go back within the fourth quarter, those of Sydney forward; Apia is the first to begin a day.
  it.each<[string, string, boolean]>([
    ['Europe/Berlin', '2026-09-30T21:59:59Z', false],
    ['Europe/Berlin', '2026-09-30T22:00:00Z', true],
    ['Europe/Berlin', '2026-12-31T10:00:00Z', true],
    ['Europe/Berlin', '2026-12-31T22:59:59.999Z', true],
    ['Europe/Berlin', '2026-12-31T23:00:00Z', false],
    ['America/New_York', '2026-10-01T03:59:59Z', false],
    ['America/New_York', '2026-10-01T04:00:00Z', true],
    ['America/New_York', '2027-01-01T04:59:59Z', true],
    ['America/New_York', '2027-01-01T05:00:00Z', false],
    ['Australia/Sydney', '2026-09-30T13:59:59Z', false],
    ['Australia/Sydney', '2026-09-30T14:00:00Z', true],
    ['Australia/Sydney', '2026-12-31T12:59:59Z', true],
    ['Australia/Sydney', '2026-12-31T13:00:00Z', false],
    ['Asia/Kolkata', '2026-09-30T18:30:00Z', true],
    ['Asia/Kolkata', '2026-09-30T18:29:59Z', false],
    ['Pacific/Apia', '2026-12-31T10:59:59Z', true],
    ['Pacific/Apia', '2026-12-31T11:00:00Z', false],
  ])("counts by the zone's own midnight: %s, %s", (zone, at, expected) => {
    const entries = [aLogEntry({ at, isSatisfied: false })];
    const { findings, talk } = lookBack({ ...aVitalSource({ now: inJanuary }), entries }, { period: lastFinished('quarter', inJanuary, zone), every: 'quarter', timezone: zone });
    const last = findings.find(({ figure }) => figure.id === 'decided-anyway')?.points.at(-1);
    expect([last?.period, last?.count, talk.length]).toEqual(['2026-Q4', expected ? 1 : 0, expected ? 1 : 0]);
  });

  it.each(['Europe/Berlin', 'America/New_York', 'Australia/Sydney', 'UTC'])('counts every decision in one period, side by side as they are, in %s', (zone) => {
    const hours = Array.from({ length: 400 * 24 }, (_, hour) => new Date(Date.UTC(2025, 11, 1, hour)).toISOString());
    const entries = hours.map((at, index) => aLogEntry({ number: index + 1, at }));
    const { findings } = lookBack({ ...aVitalSource({ now: inJanuary }), entries }, { period: lastFinished('quarter', inJanuary, zone), every: 'quarter', timezone: zone });
    const year = (at: string) => new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(new Date(at));
    const counts = findings.find(({ figure }) => figure.id === 'named-owner')?.points.map(({ count }) => count) ?? [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(hours.filter((at) => year(at) === '2026').length);
  });

  it.each<[string, string, boolean]>([
    ['Europe/Berlin', '2026-09-30', false],
    ['Europe/Berlin', '2026-10-01', true],
    ['Europe/Berlin', '2026-12-31', true],
    ['Europe/Berlin', '2027-01-01', false],
    ['America/New_York', '2026-10-01', true],
    ['America/New_York', '2026-12-31', true],
    ['America/New_York', '2027-01-01', false],
  ])("takes the day of looking back for one of the zone's: %s, %s", (zone, reviewOn, expected) => {
    const entries = [aLogEntry({ at: '2026-02-01T10:00:00Z', reviewOn })];
    const { findings } = lookBack({ ...aVitalSource({ now: inJanuary }), entries }, { period: lastFinished('quarter', inJanuary, zone), every: 'quarter', timezone: zone });
    expect(findings.find(({ figure }) => figure.id === 'outcome-reviews')?.points.at(-1)?.count).toBe(expected ? 1 : 0);
  });

  it.each(['month', 'quarter'] as const)('is about the last %s that is over', (every) => {
    const { name, from, until } = lastFinished(every, today, timezone);
    expect({ name, from: new Date(from), until: new Date(until), timezone }).toEqual(periodAt(today, every, 1));
  });
});
