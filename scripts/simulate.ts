/**
 * `npm run simulate [-- --seeds N] [-- --people N] [-- --years N] [-- --rfcs N]`: what Unpause changes for people who behave as
 * `simulate/behaviour` says, as a table: with its own choice of a temporary DRI, with two plainer ones, and without it.
 * Of each figure the worst of all seeds is printed. Exits with 1 where Unpause misses a goal.
 */
import { parseArgs } from 'node:util';
import { behaviour } from './simulate/behaviour.ts';
import { missedGoals, renderTable, type Results } from './simulate/table.ts';
import { run, type Variant, variants } from './simulate/variants.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    people: { type: 'string', multiple: true, default: ['12', '40', '200'] },
    years: { type: 'string', default: '2' },
    rfcs: { type: 'string', default: String(behaviour.rfcsPerYear) },
  },
});

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  process.stderr.write(`Unexpected --${name} ${text}, expected a whole number from 1 on\n`);
  process.exit(2);
}

const seeds = wholeNumber('seeds', values.seeds);
const years = wholeNumber('years', values.years);
const rfcsPerYear = wholeNumber('rfcs', values.rfcs);
const pools = values.people.map((text) => wholeNumber('people', text));

console.log(`${rfcsPerYear} RFCs a year over ${years} years, ${seeds} seeds, of each figure the worst\n`);
for (const people of pools) {
  const results: Results = new Map(
    (Object.keys(variants) as Variant[]).map((variant) => [variant, Array.from({ length: seeds }, (_, seed) => run({ variant, people, seed: seed + 1, rfcsPerYear, years }))]),
  );
  console.log(`${renderTable(people, results)}\n`);
  for (const missed of missedGoals(people, results)) {
    console.error(missed);
    process.exitCode = 1;
  }
}
