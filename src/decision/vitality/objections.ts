import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { shareOf } from './percentile.ts';

const all = ({ decided }: Facts) => decided.flatMap((each) => each.objections);
const count = (facts: Facts): number => all(facts).length;

function values(facts: Facts) {
  const objections = all(facts);
  const setAside = objections.filter((objection) => objection.setAside !== null).length;
  return { 'share-set-aside': shareOf(setAside, objections.length), objections: objections.length, withdrawn: objections.filter(({ withdrawnAt }) => withdrawnAt !== null).length, 'set-aside': setAside };
}

export const objections = defineFigure({
  id: 'objections',
  title: 'Objections, and those set aside',
  definition: 'How many objections were raised on RFCs that were decided in the period, how many their authors withdrew, and how many the owner set aside with a reason that stays in the log. Each counts once, with the first decision that came after it.',
  limits: 'Setting an objection aside is part of owning a decision. What people did not dare to say is in no figure.',
  measures: [
    { id: 'share-set-aside', name: 'share set aside', unit: 'share' },
    { id: 'objections', name: 'raised', unit: 'count' },
    { id: 'withdrawn', name: 'withdrawn', unit: 'count' },
    { id: 'set-aside', name: 'set aside', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ count: raised, values: { 'share-set-aside': share } }) {
    if (raised === 0) return 'Nobody objected to anything, which may be harmony or politeness: try asking "what could go wrong?" on the next one.';
    if (share === null || share === undefined) return 'There were few objections; each of them is somebody who cared enough to give a reason.';
    if (share > 0.5) return 'Most objections were set aside, which people bear for a while: try looking at two of them together, and ask what would have made room for them.';
    return 'Objections change decisions here, which is what consent is for.';
  },
});
