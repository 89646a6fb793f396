import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { shareOf } from './percentile.ts';

const onLadder = ({ decided }: Facts) => decided.filter(({ entry }) => entry.rung !== null && entry.result !== 'merged-without-decision');
const count = (facts: Facts): number => onLadder(facts).length;

function values(facts: Facts) {
  const decisions = onLadder(facts);
  const anyway = decisions.filter(({ entry }) => !entry.isSatisfied).length;
  return { share: shareOf(anyway, decisions.length), anyway };
}

export const decidedAnyway = defineFigure({
  id: 'decided-anyway',
  title: 'Decided anyway',
  definition: 'How many decisions were made with `/decide anyway`, before their rung of the ladder was satisfied, and what share of all decisions on the ladder that is.',
  limits: 'There are good reasons to go on, and each is in the log. Decisions from before there were rungs are left out.',
  measures: [
    { id: 'share', name: 'share made anyway', unit: 'share' },
    { id: 'anyway', name: 'made anyway', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ values: { anyway, share } }) {
    if ((anyway ?? 0) === 0) return 'No decision went on before its rung was satisfied, so that the ladder fits what people do.';
    if (share !== null && share !== undefined && share > 0.2) return 'Many decisions go on before their rung is satisfied, so the ladder may ask for more than a decision needs: try a lower rung or shorter periods for that domain.';
    return 'A few decisions went on before their rung was satisfied; read their reasons together, as they show where the design and the work part ways.';
  },
});
