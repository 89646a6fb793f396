/**
 * `npm run simulate [-- --long] [--seeds N] [--first N] [--whole N] [--people N] [--years N] [--rfcs N]`: what Unpause changes
 * for people who behave as `simulate/behaviour` says, as a table: with its own choice of a temporary DRI, with two plainer
 * ones, and without it; then how the rungs of the ladder compare (`simulate/rung-behaviour`). The whole loop, which writes
 * every comment, is slow: it is run for the first `--whole` seeds alone, over two years at most. Of each figure the worst
 * of all seeds is printed. As it stands it takes some five minutes; `--long`, with 20 seeds and teams of 12, 40 and 200
 * people, hours. Exits with 1 where Unpause misses a goal.
 */
import { parseArgs } from 'node:util';
import { behaviour } from './simulate/behaviour.ts';
import type { Measures } from './simulate/measures.ts';
import { rungBehaviour } from './simulate/rung-behaviour.ts';
import { renderRungTable } from './simulate/rung-table.ts';
import { playRungs } from './simulate/rungs.ts';
import { missedGoals, renderTable, type Results } from './simulate/table.ts';
import { run, type Variant, variants } from './simulate/variants.ts';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    seeds: { type: 'string' },
    first: { type: 'string', default: '1' },
    whole: { type: 'string', default: '1' },
    people: { type: 'string', multiple: true },
    years: { type: 'string' },
    rfcs: { type: 'string', default: String(behaviour.rfcsPerYear) },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  process.stderr.write(`Unexpected --${name} ${text}, expected a whole number from 1 on\n`);
  process.exit(2);
}

const sizes = values.long ? { seeds: '20', people: ['12', '40', '200'] } : { seeds: '3', people: ['12', '40'] };
const seeds = wholeNumber('seeds', values.seeds ?? sizes.seeds);
const first = wholeNumber('first', values.first);
const wholeSeeds = wholeNumber('whole', values.whole);
const years = values.years === undefined ? null : wholeNumber('years', values.years);
const rfcsPerYear = wholeNumber('rfcs', values.rfcs);
const pools = (values.people ?? sizes.people).map((text) => wholeNumber('people', text));

/** So long that everybody is asked to drive ten times, or nearly so. */
function yearsFor(people: number): number {
  return years ?? Math.max(2, Math.ceil(people / 20));
}

/** The same seeds for all. */
function runAll(variant: Variant, people: number): Measures[] {
  const isWhole = variant === 'whole loop';
  const span = isWhole ? Math.min(2, yearsFor(people)) : yearsFor(people);
  return Array.from({ length: isWhole ? Math.min(seeds, wholeSeeds) : seeds }, (_, index) => run({ variant, people, seed: first + index, rfcsPerYear, years: span }));
}

for (const people of pools) {
  const results: Results = new Map((Object.keys(variants) as Variant[]).map((variant) => [variant, runAll(variant, people)]));
  console.log(`${rfcsPerYear} RFCs a year over ${yearsFor(people)} years, ${seeds} seeds from ${first} on, of each figure the worst; the whole loop on the first ${wholeSeeds}, over 2 years\n`);
  console.log(`${renderTable(people, results)}\n`);
  for (const missed of missedGoals(people, results)) {
    console.error(missed);
    process.exitCode = 1;
  }
}

for (const entitled of rungBehaviour.entitled) {
  const runs = Array.from({ length: seeds }, (_, index) => playRungs({ entitled, seed: first + index }));
  console.log(`${rungBehaviour.rfcs} RFCs on each rung of the ladder, ${seeds} seeds from ${first} on, of each figure the worst\n`);
  console.log(`${renderRungTable(entitled, runs)}\n`);
}
