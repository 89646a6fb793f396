import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { shareOf } from './percentile.ts';

const isByOwner = ({ entry: { by, owner } }: Facts['decided'][number]): boolean => by !== null && by.id === owner?.id;
const count = ({ decided }: Facts): number => decided.length;

function values(facts: Facts) {
  const byOwner = facts.decided.filter(isByOwner).length;
  const undecided = facts.decided.filter(({ entry }) => entry.result === 'merged-without-decision').length;
  return { share: shareOf(byOwner, facts.decided.length), 'by-others': facts.decided.length - byOwner - undecided, 'merged-without-decision': undecided };
}

export const namedOwner = defineFigure({
  id: 'named-owner',
  title: 'Decided by the named owner',
  definition: 'The share of all that was decided or merged that the Decision Owner decided, as it was named then; beside it how many were decided by somebody else, and how many were merged without a decision.',
  limits: 'It sees who wrote the decision down, and not who made it: an owner may write what somebody else has decided.',
  measures: [
    { id: 'share', name: 'by the named owner', unit: 'share' },
    { id: 'by-others', name: 'by somebody else', unit: 'count' },
    { id: 'merged-without-decision', name: 'merged without a decision', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ values: { share } }) {
    if (share === null || share === undefined) return 'There are too few decisions yet to tell whether those who are named are those who decide.';
    if (share >= 0.9) return 'Those who are named are those who decide, so that anybody who asks who decided this, and why, gets a clear answer.';
    return 'A part of the decisions is made by others than those who are named, which is how shadow authority begins: try naming whoever really decides, and see whether that feels right.';
  },
});
