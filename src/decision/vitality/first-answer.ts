import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { percentile } from './percentile.ts';

const days = ({ answers }: Facts): number[] => answers.map((answer) => answer.days);
const count = ({ answers }: Facts): number => answers.length;
const values = (facts: Facts) => ({ p50: percentile(days(facts), 0.5), p90: percentile(days(facts), 0.9) });

export const firstAnswer = defineFigure({
  id: 'first-answer',
  title: 'Time to the first human answer',
  definition: 'The working days until somebody other than the author said something about the RFC: a comment, a review, support, abstention or an objection. Bots do not count, and neither do words by which somebody only takes a role or asks how things are.',
  limits: 'RFCs that nobody ever answered are not in it, nor those that somebody had answered before Unpause was switched on; and a first answer need not be a helpful one.',
  measures: [
    { id: 'p50', name: 'half are answered within', unit: 'working-days' },
    { id: 'p90', name: 'nine in ten within', unit: 'working-days' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ values: { p50 }, trend }) {
    if (p50 === null || p50 === undefined) return 'There are too few answers yet to see a pattern; a first word within a day, even "I will read it on Thursday", is what people remember.';
    if (trend === 'rising') return 'The first word comes later than it did, and silence is easily taken for a no: try agreeing on who looks first at what is new.';
    if (trend === 'falling') return 'The first word comes sooner than it did, so whoever proposes something is not alone with it: keep what made that happen.';
    return 'The first word takes about as long as before; a short "seen, I will answer by Thursday" costs little, and tells an author a lot.';
  },
});
