import type { Facts } from './facts.ts';
import { byDomain, defineFigure } from './figure.ts';
import { forgotten } from './newcomers.ts';
import { fewest } from './percentile.ts';

/** Of all decisions. */
const most = 0.8;

const owners = ({ decided }: Facts): number[] => decided.flatMap(({ entry: { owner, by } }) => (owner ?? by)?.id ?? []).filter((id) => id !== forgotten);
const count = (facts: Facts): number => owners(facts).length;

/** How many people it takes, those with the most first, to come to four in five of all decisions. */
function values(facts: Facts) {
  const perPerson = new Map<number, number>();
  for (const id of owners(facts)) perPerson.set(id, (perPerson.get(id) ?? 0) + 1);
  const total = count(facts);
  if (total < fewest) return { people: null, owners: null };
  let [people, sum] = [0, 0];
  for (const decisions of [...perPerson.values()].sort((one, other) => other - one)) {
    if (sum >= most * total) break;
    sum += decisions;
    people += 1;
  }
  return { people, owners: perPerson.size };
}

export const concentration = defineFigure({
  id: 'concentration',
  title: 'Concentration',
  definition: 'How many people own four in five of the decisions, counted from those who own the most, and how many owners there are in all. Who they are is not shown, and not kept with the figure.',
  limits: 'In a small team a few people decide most things, and there is nothing wrong with that. Decisions differ in weight, and all count the same here.',
  measures: [
    { id: 'people', name: 'own four in five decisions', unit: 'count' },
    { id: 'owners', name: 'owners in all', unit: 'count' },
  ],
  count,
  values,
  groups: byDomain({ count, values }),
  meaning({ values: { people, owners: all }, trend }) {
    if (people === null || people === undefined || all === null || all === undefined) return 'There are too few decisions yet to tell whether they gather in few hands.';
    if (people <= 3 && all > 2 * people) return `${people === 1 ? 'One person owns' : `${people} people own`} four in five of the decisions, so that everything may wait when they are away: try naming somebody new as the owner of what is easy to reverse.`;
    if (trend === 'falling') return 'Decisions gather in fewer hands than they did, and leadership narrows where nobody means it to: try passing the next one to somebody who has been consulted often.';
    return 'Decisions are in several hands, so that the work goes on when somebody is away: keep it so when roles change.';
  },
});
