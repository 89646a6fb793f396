/** The same people, helped in different ways. */
import { byChance, byUnpause, roundRobin } from './choices.ts';
import { openDraws } from './draws.ts';
import { noHelp, type Helper } from './helper.ts';
import { openLadder } from './ladder-helper.ts';
import { openLoop } from './loop-helper.ts';
import { measure, type Measures } from './measures.ts';
import { firstDay, simulate, yearLong } from './model.ts';
import { hire, type Staff } from './staff.ts';
import type { Draws } from './draws.ts';
import { day } from './work-clock.ts';

export const variants = {
  'without Unpause': () => noHelp,
  Unpause: (staff) => openLadder(staff, byUnpause),
  'whole loop': openLoop,
  'round-robin': (staff) => openLadder(staff, roundRobin()),
  random: (staff, draws) => openLadder(staff, byChance(draws)),
} as const satisfies Record<string, (staff: Staff, draws: Draws) => Helper>;

export type Variant = keyof typeof variants;

export interface Run {
  variant: Variant;
  people: number;
  seed: number;
  rfcsPerYear: number;
  years: number;
}

export function run({ variant, people, seed, rfcsPerYear, years }: Run): Measures {
  const draws = openDraws(seed);
  // RFCs are followed to their end, which may take a while after the last one arrived.
  const staff = hire(people, { from: firstDay, until: firstDay + years * yearLong + 1000 * day }, draws);
  const helper = variants[variant](staff, draws);
  const year = simulate({ staff, draws, helper, rfcsPerYear, years });
  return measure(year, staff, { terms: helper.terms(), posts: helper.posts() });
}
