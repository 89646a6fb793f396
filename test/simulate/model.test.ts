import { describe, expect, it } from '@jest/globals';
import { openDraws } from '../../scripts/simulate/draws.ts';
import { firstDay } from '../../scripts/simulate/model.ts';
import { hire } from '../../scripts/simulate/staff.ts';
import { run } from '../../scripts/simulate/variants.ts';
import { day, isWorkTime, workday, worked } from '../../scripts/simulate/work-clock.ts';

const span = { from: firstDay, until: firstDay + 3650 * day };
const staff = hire(40, span, openDraws(1));

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

describe('the people of the simulation', () => {
  const requests = Array.from({ length: 4000 }, (_, n) => ({ person: 1 + (n % 40), at: firstDay + (n % 3000) * day + 10 * 60 * 60_000 }));
  const answers = requests.map(({ person, at }, n) => ({ person, at, answeredAt: staff.answer(person, at, `request ${n}`) }));

  it('leaves one request in five unanswered', () => {
    expect(answers.filter(({ answeredAt }) => answeredAt === null).length / answers.length).toBeCloseTo(0.2, 1);
  });

  it('answers after one working day in the median', () => {
    const afterHours = staff.leads.flatMap((lead) => Array.from({ length: 1000 }).flatMap((_, n) => staff.answer(lead, firstDay, `${lead} ${n}`) ?? []));
    expect(median(afterHours.map((at) => (worked(at) - worked(firstDay)) / workday))).toBeCloseTo(1, 1);
  });

  it('answers at work alone, and never while away', () => {
    for (const { person, at, answeredAt } of answers) {
      if (answeredAt === null) continue;
      expect(answeredAt).toBeGreaterThan(at);
      expect(isWorkTime(answeredAt)).toBe(true);
      expect(staff.isAway(person, answeredAt)).toBe(false);
    }
  });

  it('is away for 15 % of the time', () => {
    const moments = Array.from({ length: 500 }, (_, n) => firstDay + n * 7 * day);
    const away = moments.flatMap((at) => staff.people.map((person) => staff.isAway(person, at)));
    expect(away.filter(Boolean).length / away.length).toBeCloseTo(0.15, 1);
  });
});

describe('a simulated year', () => {
  const setting = { people: 12, seed: 7, rfcsPerYear: 600, years: 1 };
  const helped = run({ ...setting, variant: 'Unpause' });

  it('comes to a decision sooner with help than without', () => {
    const alone = run({ ...setting, variant: 'without Unpause' });
    expect(helped.latency.median).toBeLessThan(alone.latency.median);
    expect(helped.latency.p90).toBeLessThan(alone.latency.p90);
    expect(helped.paused).toBeLessThan(alone.paused);
    expect(alone.latency.p90).toBeLessThan(Infinity);
  });

  it('calls in working hours, once about each thing', () => {
    expect(helped).toMatchObject({ outsideHours: 0, repeats: 1 });
    expect(helped.callsPerStep).toBeLessThanOrEqual(1);
  });

  it('shares the work more evenly than chance does', () => {
    const random = run({ ...setting, variant: 'random' });
    expect(helped.busiest ?? NaN).toBeLessThanOrEqual(1.3);
    expect(helped.busiest ?? NaN).toBeLessThan(random.busiest ?? NaN);
  });

  it('is the same year again under the same seed', () => {
    expect(run({ ...setting, variant: 'Unpause' })).toEqual(helped);
  });
});
