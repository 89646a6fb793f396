import { rungs } from '../../config/schema-domains.ts';
import type { Facts } from './facts.ts';
import { byDomain, defineFigure, groupsOf, type Group } from './figure.ts';
import { percentile } from './percentile.ts';

const days = ({ decided }: Facts): number[] => decided.flatMap((each) => each.days ?? []);
const count = (facts: Facts): number => days(facts).length;
const values = (facts: Facts) => ({ p50: percentile(days(facts), 0.5), p90: percentile(days(facts), 0.9) });

export const decisionLatency = defineFigure({
  id: 'decision-latency',
  title: 'Decision latency',
  definition: 'The working days from the moment an RFC was there for people to read until it was decided, or merged; for a decision made anew, since the RFC was opened again. Drafts, planned waits and the time before the first person came to what a bot opened are not counted.',
  limits: 'Sooner is not better by itself: a decision that nobody had time to question is soon made. RFCs that are still open are not in it, so that a pile of old ones does not show here.',
  measures: [
    { id: 'p50', name: 'half are decided within', unit: 'working-days' },
    { id: 'p90', name: 'nine in ten within', unit: 'working-days' },
  ],
  count,
  values,
  groups: (facts) => [...byDomain({ count, values })(facts), ...byRung(facts)],
  meaning({ values: { p50 }, trend }) {
    if (p50 === null || p50 === undefined) return 'There are too few decisions yet to see a pattern, so look at each of them instead, and ask what helped.';
    if (trend === 'falling') return 'Decisions come sooner than they did, which is a sign of life as long as coherence holds: tell each other what made it possible.';
    if (trend === 'rising') return 'Decisions take longer than they did, which may mean that people are not sure whether they may decide: try saying for one domain who decides, and on which rung.';
    return 'Decisions take about as long as before; if that feels long, try a lower rung of the ladder for what is easy to reverse.';
  },
});

/** In the order of the ladder; none where all were decided on the same one. */
function byRung(facts: Facts): Group[] {
  const all = rungs.map((rung) => ({ name: rung, facts: { ...facts, decided: facts.decided.filter(({ entry }) => entry.rung === rung) } }));
  const parts = all.filter((part) => part.facts.decided.length > 0);
  return parts.length < 2 ? [] : groupsOf('rung', parts, { count, values });
}
