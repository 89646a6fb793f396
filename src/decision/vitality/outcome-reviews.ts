import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { shareOf } from './percentile.ts';

const judged = ({ reviews }: Facts, outcome: string): number => reviews.filter(({ entry }) => entry.review?.outcome === outcome).length;
const count = ({ reviews }: Facts): number => reviews.length;

function values(facts: Facts) {
  const done = facts.reviews.filter(({ entry }) => entry.review !== null).length;
  return { done: shareOf(done, count(facts)), due: count(facts) - done, kept: judged(facts, 'kept'), changed: judged(facts, 'changed'), reversed: judged(facts, 'reversed') };
}

export const outcomeReviews = defineFigure({
  id: 'outcome-reviews',
  title: 'Looking back at decisions',
  definition: 'Of the decisions that somebody looked back at in the period, with or without a day for it, and those whose day fell into it and of which nobody has said yet how they turned out: the share that was looked back at, how many are still due, and how many were kept, changed or reversed. A decision that was then opened again, or replaced, stays in it.',
  limits: 'Each decision is in it once, with what was said last. That one was kept says that it still stands, and not that it was right.',
  measures: [
    { id: 'done', name: 'share looked back at', unit: 'share' },
    { id: 'due', name: 'still due', unit: 'count' },
    { id: 'kept', name: 'kept', unit: 'count' },
    { id: 'changed', name: 'changed', unit: 'count' },
    { id: 'reversed', name: 'reversed', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ count: all, values: { due, changed, reversed } }) {
    if (all === 0) return 'No decision was looked back at, or had a day for it; a date three months ahead on the next one costs nothing, and teaches more than the decision itself.';
    if ((due ?? 0) * 2 > all) return 'Most days of looking back went by, and a log that nobody reads is theatre: try looking at two old decisions at the start of the next retrospective.';
    if ((changed ?? 0) + (reversed ?? 0) === 0) return 'All that was looked back at was kept, which is fine as long as somebody would say so if it were not.';
    return 'Decisions are looked back at and changed where reality asked for it, which is learning: tell the others what was learnt.';
  },
});
