import { pauseKinds, type PauseKind } from '../../config/schema-pause.ts';
import type { Facts } from './facts.ts';
import { byDomain, defineFigure, groupsOf, type Group } from './figure.ts';
import { percentile } from './percentile.ts';

const days = ({ stretches }: Facts): number[] => stretches.map((stretch) => stretch.days);
const count = ({ stretches }: Facts): number => stretches.length;
const values = (facts: Facts) => ({ p50: percentile(days(facts), 0.5), p90: percentile(days(facts), 0.9), total: sum(days(facts)) });

/** What to try where most of the waiting is of a kind. */
const advice: Record<PauseKind, string> = {
  ownerless: 'Most waiting is for somebody to decide at all: try naming the Decision Owner while the RFC is written, and not after.',
  overdue: 'Most waiting is past the date that was set, so the dates may be wishes: try fewer dates, and ones that somebody asked for.',
  contested: 'Most waiting is over open objections, which often need a talk more than another comment: try meeting for half an hour, and write down what came out.',
  'awaiting-author': 'Most waiting is for authors to answer a review, who may have more on their hands than time: try smaller RFCs, or a second author.',
  'awaiting-review': 'Most waiting is for reviewers, and who asks everybody asks nobody: try asking fewer people, by name, and by a date.',
  'awaiting-decision': 'Most waiting is for the decision once everybody was heard, which may mean that owners are unsure of their authority: try telling them that it is theirs.',
  drifting: 'Most waiting is for nothing in particular, the polite pause itself: try ending each comment with what should happen next, and who could do it.',
};

export const pauseTime = defineFigure({
  id: 'pause-time',
  title: 'Pause time',
  definition: 'The working days that each pause lasted: a stretch in which an RFC waited for the same thing and none of those it waited for did anything. Counted once the RFC is decided or closed, in the period in which the pause ended; planned waits and drafts are no pauses, and time in which it waited for bots alone is left out.',
  limits: 'It is read from the timeline afterwards: who had which rights, and what a document said then, GitHub does not keep, so that these count as they are now. A pause may be somebody thinking.',
  measures: [
    { id: 'p50', name: 'half of the pauses end within', unit: 'working-days' },
    { id: 'p90', name: 'nine in ten within', unit: 'working-days' },
    { id: 'total', name: 'all together', unit: 'working-days' },
  ],
  count,
  values,
  groups: (facts) => [...byKind(facts), ...byDomain({ count, values })(facts)],
  meaning({ count: cases, groups }) {
    const [longest] = groups.filter(({ by }) => by === 'pause').toSorted((one, other) => totalOf(other) - totalOf(one));
    if (cases < 5 || longest === undefined) return 'There are too few pauses yet to see a pattern, which is a good thing to have too few of.';
    return advice[longest.name as PauseKind];
  },
});

function byKind(facts: Facts): Group[] {
  const all = pauseKinds.map((kind) => ({ name: kind, facts: { ...facts, stretches: facts.stretches.filter((stretch) => stretch.kind === kind) } }));
  return groupsOf('pause', all.filter((part) => part.facts.stretches.length > 0), { count, values });
}

function totalOf({ values: { total } }: Group): number {
  return total ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
