import type { Facts } from './facts.ts';
import { defineFigure, type Group } from './figure.ts';
import { fewest, shareOf } from './percentile.ts';

/** A principle in at least so much of what was decided is cited everywhere. */
const everywhere = 0.5;

interface Use {
  principle: string;
  /** How many decisions were made where it holds. */
  decisions: number;
  cited: number;
  tensions: number;
}

/** Each principle over the decisions of the repositories that have it; all decisions are gone through once. */
function usesIn({ decided, principles }: Facts): Use[] {
  const uses = new Map(principles.map(({ id, repositories }) => [id, { repositories, cited: 0, tensions: 0 }]));
  const perRepository = new Map<number, number>();
  for (const { entry, tensions } of decided) {
    const { id } = entry.repository;
    perRepository.set(id, (perRepository.get(id) ?? 0) + 1);
    const heldHere = (principle: string) => {
      const use = uses.get(principle);
      return use?.repositories.has(id) === true ? use : undefined;
    };
    for (const principle of entry.principles) {
      const use = heldHere(principle);
      if (use !== undefined) use.cited += 1;
    }
    for (const { principle } of tensions) {
      const use = heldHere(principle);
      if (use !== undefined) use.tensions += 1;
    }
  }
  return [...uses].map(([principle, { repositories, cited, tensions }]) => ({ principle, decisions: [...repositories].reduce((sum, id) => sum + (perRepository.get(id) ?? 0), 0), cited, tensions }));
}

function isLiturgy({ decisions, cited, tensions }: Use): boolean {
  return decisions >= fewest && cited >= everywhere * decisions && tensions === 0;
}

/** Where nothing was decided, nothing could be cited. */
function isNeverCited({ decisions, cited }: Use): boolean {
  return decisions > 0 && cited === 0;
}

const count = ({ decided }: Facts): number => decided.length;

function values(facts: Facts) {
  const uses = usesIn(facts);
  const citing = facts.decided.filter(({ entry }) => entry.principles.length > 0).length;
  return {
    citing: shareOf(citing, facts.decided.length),
    'never-cited': uses.filter(isNeverCited).length,
    'never-in-tension': uses.filter(isLiturgy).length,
    tensions: uses.reduce((sum, { tensions }) => sum + tensions, 0),
  };
}

export const principlesInUse = defineFigure({
  id: 'principles-in-use',
  title: 'Principles in use',
  definition: 'The share of decisions that cite a principle; how many of the principles that hold now were never cited; and how many are cited in at least half of the decisions without anybody ever reporting a tension. Each principle is judged by the decisions of the repositories whose config has it; where nothing was decided yet, it is not called never cited.',
  limits: 'A decision can follow a principle that it does not cite, and cite one that it does not follow. Only principles that are in the config now are looked at, also for the time before they were.',
  measures: [
    { id: 'citing', name: 'decisions that cite one', unit: 'share' },
    { id: 'never-cited', name: 'never cited', unit: 'count' },
    { id: 'never-in-tension', name: 'cited everywhere, never in tension', unit: 'count' },
    { id: 'tensions', name: 'tensions reported', unit: 'count' },
  ],
  count,
  values,
  groups: (facts) => usesIn(facts).map(groupOf),
  meaning({ groups, values: { citing, 'never-in-tension': liturgy, 'never-cited': unused } }) {
    if (groups.length === 0) return 'No principles are written down; if people keep explaining the same thing, two or three short ones could save them the trouble.';
    if (citing === null || citing === undefined) return 'There are too few decisions yet to see how principles are used.';
    if ((liturgy ?? 0) > 0) return 'A principle that is cited everywhere and never in tension may have become liturgy: try asking in the next retrospective when it last made somebody choose otherwise.';
    if ((unused ?? 0) > 0) return 'Some principles were never cited, so they may be forgotten, or so natural that nobody says them: try reading them aloud, and let go of those that nobody misses.';
    return 'Principles are cited and questioned, which keeps them supple: change their words when reality asks for it.';
  },
});

function groupOf(use: Use): Group {
  const { principle, decisions, cited, tensions } = use;
  return { by: 'principle', name: principle, count: cited, values: { citing: shareOf(cited, decisions), 'never-cited': isNeverCited(use) ? 1 : 0, 'never-in-tension': isLiturgy(use) ? 1 : 0, tensions } };
}
