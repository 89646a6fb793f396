import type { Facts } from './facts.ts';
import { defineFigure, type Group } from './figure.ts';
import { fewest, shareOf } from './percentile.ts';

/** A principle in at least so much of what was decided is cited everywhere. */
const everywhere = 0.5;

interface Use {
  principle: string;
  cited: number;
  tensions: number;
}

function usesIn({ decided, principles }: Facts): Use[] {
  return principles.map((principle) => ({
    principle,
    cited: decided.filter(({ entry }) => entry.principles.includes(principle)).length,
    tensions: decided.flatMap(({ entry }) => entry.tensions.filter((tension) => tension.principle === principle)).length,
  }));
}

function isLiturgy({ cited, tensions }: Use, { decided }: Facts): boolean {
  return decided.length >= fewest && cited >= everywhere * decided.length && tensions === 0;
}

const count = ({ decided }: Facts): number => decided.length;

function values(facts: Facts) {
  const uses = usesIn(facts);
  const citing = facts.decided.filter(({ entry }) => entry.principles.length > 0).length;
  return {
    citing: shareOf(citing, facts.decided.length),
    'never-cited': uses.filter(({ cited }) => cited === 0).length,
    'never-in-tension': uses.filter((use) => isLiturgy(use, facts)).length,
    tensions: uses.reduce((sum, { tensions }) => sum + tensions, 0),
  };
}

export const principlesInUse = defineFigure({
  id: 'principles-in-use',
  title: 'Principles in use',
  definition: 'The share of decisions that cite a principle; how many of the principles that hold now were never cited; and how many are cited in at least half of the decisions without anybody ever reporting a tension.',
  limits: 'A decision can follow a principle that it does not cite, and cite one that it does not follow. Only principles that are in the config now are looked at, also for the time before they were.',
  measures: [
    { id: 'citing', name: 'decisions that cite one', unit: 'share' },
    { id: 'never-cited', name: 'never cited', unit: 'count' },
    { id: 'never-in-tension', name: 'cited everywhere, never in tension', unit: 'count' },
    { id: 'tensions', name: 'tensions reported', unit: 'count' },
  ],
  count,
  values,
  groups: (facts) => usesIn(facts).map(({ principle, cited, tensions }): Group => ({ by: 'principle', name: principle, count: cited, values: { citing: shareOf(cited, facts.decided.length), 'never-cited': cited === 0 ? 1 : 0, 'never-in-tension': isLiturgy({ principle, cited, tensions }, facts) ? 1 : 0, tensions } })),
  meaning({ groups, values: { citing, 'never-in-tension': liturgy, 'never-cited': unused } }) {
    if (groups.length === 0) return 'No principles are written down; if people keep explaining the same thing, two or three short ones could save them the trouble.';
    if (citing === null || citing === undefined) return 'There are too few decisions yet to see how principles are used.';
    if ((liturgy ?? 0) > 0) return 'A principle that is cited everywhere and never in tension may have become liturgy: try asking in the next retrospective when it last made somebody choose otherwise.';
    if ((unused ?? 0) > 0) return 'Some principles were never cited, so they may be forgotten, or so natural that nobody says them: try reading them aloud, and let go of those that nobody misses.';
    return 'Principles are cited and questioned, which keeps them supple: change their words when reality asks for it.';
  },
});
