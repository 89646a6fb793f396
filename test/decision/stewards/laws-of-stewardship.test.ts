/** What holds of every plan about a repository, whatever the facts are. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { StewardFacts } from '../../../src/decision/stewards/facts.ts';
import { planStewardship } from '../../../src/decision/stewards/plan-stewardship.ts';
import { runs } from '../../support/property-runs.ts';
import { aConfig, anEntry, applied, aTension, monday, people, someFacts } from './steward-facts.ts';

const logins = people.map(({ login }) => login);
const day = 86_400_000;
const lately = fc.integer({ min: 1, max: 120 }).map((days) => new Date(monday.getTime() - days * day).toISOString());
const principleIds = ['local', 'open', 'kind'];

const configs = fc
  .record({ held: fc.array(fc.record({ id: fc.constantFrom(...principleIds), words: fc.constantFrom('One.', 'Two.') }), { maxLength: 3 }), every: fc.constantFrom('never', 'month', 'quarter'), pool: fc.subarray(logins), most: fc.constantFrom(1, 2, 50) })
  .map(({ held, every, pool, most }) => {
    const unique = [...new Map(held.map((principle) => [principle.id, principle])).values()];
    const list = unique.map(({ id, words }) => `  - {id: ${id}, text: ${words}}\n`).join('');
    return aConfig(`${list === '' ? '' : `principles:\n${list}`}retrospective: {every: ${every}}\nstewards: {pool: [${pool.join(', ')}], tensions: 2}\ndigest: {issue: 50}\nlimits: {actions-per-day: ${most}}\n`);
  });

const tensions = fc.array(fc.record({ number: fc.integer({ min: 1, max: 6 }), login: fc.constantFrom(...logins), principle: fc.constantFrom(...principleIds), at: lately }), { maxLength: 15 });
const entries = fc.array(fc.record({ number: fc.integer({ min: 1, max: 6 }), at: lately }), { maxLength: 6 });
const worlds = fc
  .record({ tensions, entries, hasIssue: fc.boolean(), hasChat: fc.boolean(), isOpen: fc.boolean() })
  .map(({ tensions: reported, entries: decided, hasIssue, hasChat, isOpen }): StewardFacts =>
    someFacts({
      tensions: reported.map(({ number, login, principle, at }) => aTension(number, login, { principle, at })),
      decisions: decided.map(({ number, at }, n) => anEntry(number, { at, n })),
      open: isOpen ? [{ number: 7, title: 'Keys', url: '', waitsFor: 'drifting', closesAt: null }] : [],
      digestIssue: hasIssue ? { number: 50, comments: [] } : null,
      chat: hasChat ? [] : null,
    }),
  );

const moments = fc.integer({ min: 0, max: 60 }).map((days) => new Date(monday.getTime() + days * day));
const many = { numRuns: runs({ desk: 100, ci: 300, long: 3000 }) };

/** Looks until a look does nothing. */
function settled(facts: StewardFacts, config: Parameters<typeof planStewardship>[1], at: Date): StewardFacts {
  const { effects } = planStewardship(facts, config, at);
  return effects.length === 0 ? facts : settled(applied(facts, effects, at), config, at);
}

describe('a plan about a repository', () => {
  it('does nothing more once it was carried out, unless a limit held it back', () => {
    fc.assert(
      fc.property(worlds, configs, configs, moments, (world, before, config, at) => {
        const facts = settled(world, before, monday);
        const plan = planStewardship(facts, config, at);
        const again = planStewardship(applied(facts, plan.effects, at), config, at);
        expect(again.effects).toEqual([]);
      }),
      many,
    );
  });

  it('comes to the same end, wherever it was cut off', () => {
    fc.assert(
      fc.property(fc.tuple(worlds, configs, configs), moments, fc.nat(10), ([world, before, config], at, cut) => {
        const facts = settled(world, before, monday);
        const { effects } = planStewardship(facts, config, at);
        const whole = settled(facts, config, at);
        const resumed = settled(applied(facts, effects.slice(0, cut), at), config, at);
        expect(resumed).toEqual(whole);
      }),
      many,
    );
  });

  it('says the same for the same facts, in whatever order they come', () => {
    fc.assert(
      fc.property(worlds, configs, moments, (world, config, at) => {
        const turned = { ...world, tensions: world.tensions.toReversed(), decisions: world.decisions.toReversed(), people: world.people.toReversed() };
        expect(planStewardship(turned, config, at)).toEqual(planStewardship(world, config, at));
      }),
      many,
    );
  });

  it('mentions one of the pool at most, each time', () => {
    fc.assert(
      fc.property(worlds, configs, moments, (world, config, at) => {
        for (const effect of planStewardship(world, config, at).effects) {
          if (effect.kind === 'open-issue' && effect.notice.asked !== null) expect(config.stewards.pool).toContain(effect.notice.asked.login);
        }
      }),
      many,
    );
  });
});
