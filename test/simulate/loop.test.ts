import { describe, expect, it } from '@jest/globals';
import { byUnpause } from '../../scripts/simulate/choices.ts';
import { openDraws } from '../../scripts/simulate/draws.ts';
import type { Helper } from '../../scripts/simulate/helper.ts';
import { openLadder } from '../../scripts/simulate/ladder-helper.ts';
import { openLoop } from '../../scripts/simulate/loop-helper.ts';
import { measure } from '../../scripts/simulate/measures.ts';
import { firstDay, simulate, yearLong } from '../../scripts/simulate/model.ts';
import { hire, type Staff } from '../../scripts/simulate/staff.ts';

function aYear(people: number, open: (staff: Staff) => Helper) {
  const draws = openDraws(3);
  const staff = hire(people, { from: firstDay, until: firstDay + 3 * yearLong }, draws);
  const helper = open(staff);
  const year = simulate({ staff, draws, helper, rfcsPerYear: 30, years: 1 });
  return { calls: year.calls, terms: helper.terms(), measures: measure(year, staff, { terms: helper.terms(), posts: helper.posts() }) };
}

/** Two RFCs at one moment may come in either order. */
function inOrder<Item>(items: readonly Item[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}

describe.each([6, 30])('the whole loop in a simulation, with %i people', (people) => {
  const whole = aYear(people, openLoop);
  const short = aYear(people, (staff) => openLadder(staff, byUnpause));

  it('makes the calls and the terms that the short way makes', () => {
    expect(whole.calls.length).toBeGreaterThan(20);
    expect(inOrder(whole.calls)).toEqual(inOrder(short.calls));
    expect(inOrder(whole.terms)).toEqual(inOrder(short.terms));
  });

  it('mentions those who are asked to act, and nobody else', () => {
    expect(whole.measures).toMatchObject({ strangers: 0, outsideHours: 0, repeats: 1 });
    expect(whole.measures.copies).toBeGreaterThan(0);
  });
});
