import { describe, expect, it } from '@jest/globals';
import { renderDay, renderMoment } from '../../src/render/moments.ts';

describe('renderMoment', () => {
  it.each([
    ['2026-12-01T16:00:00Z', 'Europe/Berlin', 'Tuesday 2026-12-01, 17:00 (Europe/Berlin)'],
    ['2026-07-01T15:00:00.500Z', 'Europe/Berlin', 'Wednesday 2026-07-01, 17:00 (Europe/Berlin)'],
    ['2026-03-01T02:05:00Z', 'UTC', 'Sunday 2026-03-01, 02:05 (UTC)'],
    ['2026-03-01T02:05:00Z', 'America/New_York', 'Saturday 2026-02-28, 21:05 (America/New\\_York)'],
  ])('shows %s in %s', (instant, timezone, expected) => {
    expect(renderMoment(instant, timezone)).toBe(expected);
  });
});

describe('renderDay', () => {
  it('is the day on which it falls there', () => {
    expect(renderDay('2026-03-01T12:00:00Z', 'Pacific/Kiritimati')).toBe('Monday 2026-03-02');
  });
});
