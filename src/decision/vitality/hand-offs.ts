import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { shareOf } from './percentile.ts';

const passedOn = ({ terms }: Facts): Facts['terms'] => terms.filter(({ ended }) => ended === 'handed' || ended === 'released' || ended === 'passed');
const count = (facts: Facts): number => passedOn(facts).length;

function values(facts: Facts) {
  const all = passedOn(facts);
  const withNotes = all.filter(({ hasNote }) => hasNote).length;
  return { 'with-notes': shareOf(withNotes, all.length), 'hand-offs': all.filter(({ ended }) => ended === 'handed').length, 'given-back': all.filter(({ ended }) => ended !== 'handed').length };
}

export const handOffs = defineFigure({
  id: 'hand-offs',
  title: 'Hand-offs with notes',
  definition: 'How often the role of temporary DRI went on before its step was done, handed to somebody or given back, and the share of these that came with a note for whoever comes next.',
  limits: 'A note says that something was written, and not that it helped. Nobody owes a reason for giving the role back.',
  measures: [
    { id: 'with-notes', name: 'with a note', unit: 'share' },
    { id: 'hand-offs', name: 'handed on', unit: 'count' },
    { id: 'given-back', name: 'given back', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ count: all, values: { 'with-notes': share } }) {
    if (all === 0) return 'No role went on before its step was done, so that there was nothing to pass on.';
    if (share === null || share === undefined) return 'There were few hand-offs; a line on what the next person needs to know is worth more than a title.';
    if (share >= 0.7) return 'Who passes a role on passes on what they know with it, which is what rotation is for.';
    return 'Roles go on without a word on what was learnt, and then each new holder begins anew: try ending each with one line for whoever comes next.';
  },
});
