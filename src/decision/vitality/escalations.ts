import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { percentile, shareOf } from './percentile.ts';

type How = Facts['escalations'][number]['ended'];

const ended = ({ escalations }: Facts, how: How): Facts['escalations'] => escalations.filter((escalation) => escalation.ended === how);
const count = ({ escalations }: Facts): number => escalations.length;

function values(facts: Facts) {
  const over = facts.escalations.filter((escalation) => escalation.ended !== null).length;
  const acknowledged = ended(facts, 'acknowledged');
  return {
    'share-acknowledged': shareOf(acknowledged.length, over),
    p50: percentile(acknowledged.flatMap(({ days }) => days ?? []), 0.5),
    requests: count(facts),
    acknowledged: acknowledged.length,
    withdrawn: ended(facts, 'withdrawn').length,
    unanswered: ended(facts, 'unanswered').length,
  };
}

export const escalations = defineFigure({
  id: 'escalations',
  title: 'Requests for help to decide',
  definition: 'How many were made, by people or by Unpause as nobody could move an RFC; how many were acknowledged by somebody who was asked, became superfluous as the RFC moved by itself (withdrawn), or found nobody (unanswered); and the working days until half of those acknowledged were.',
  limits: 'Few requests may mean that few are needed, or that people do not dare to ask. Those of RFCs that are still open are not in it.',
  measures: [
    { id: 'share-acknowledged', name: 'share acknowledged', unit: 'share' },
    { id: 'p50', name: 'half are acknowledged within', unit: 'working-days' },
    { id: 'requests', name: 'requests', unit: 'count' },
    { id: 'acknowledged', name: 'acknowledged', unit: 'count' },
    { id: 'withdrawn', name: 'withdrawn', unit: 'count' },
    { id: 'unanswered', name: 'unanswered', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ count: requests, values: { unanswered, 'share-acknowledged': share } }) {
    if (requests === 0) return 'Nobody asked for help to decide; if that is because nobody had to, it is a good sign, so ask whether people know that they may.';
    if ((unanswered ?? 0) * 2 > requests) return 'Most requests found nobody, which leaves people feel abandoned: try a path with more than one person on it, who all know that they are.';
    if (share !== null && share !== undefined && share > 0.8) return 'Requests for help are answered, so that escalation works as the service it should be: what was asked more than once may want a principle.';
    return 'Some requests are answered and some are not; it may help to look together at what was asked, as it shows where authority is unclear.';
  },
});
