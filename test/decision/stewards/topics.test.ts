import { describe, expect, it } from '@jest/globals';
import { planStewardship } from '../../../src/decision/stewards/plan-stewardship.ts';
import { topicDifferences } from '../../../src/decision/stewards/topics.ts';
import { aConfig, anEntry, monday, repository, someFacts } from './steward-facts.ts';

const accepted = anEntry(1, { topic: 'Caching', domain: 'api', at: '2026-02-10T09:00:00Z' });
const rejected = anEntry(2, { topic: 'caching ', domain: 'web', result: 'rejected', at: '2026-02-09T09:00:00Z' });
const other = { ...repository, id: 2, name: 'other' };

describe('topicDifferences', () => {
  it.each([
    ['two domains that went different ways', [accepted, rejected], [[1, 2]]],
    ['two repositories that did', [accepted, { ...rejected, domain: 'api', repository: other }], [[1, 2]]],
    ['two that went the same way', [accepted, { ...rejected, result: 'accepted' as const }], []],
    ['one domain that changed its mind', [accepted, { ...rejected, domain: 'api' }], []],
    ['another topic', [accepted, { ...rejected, topic: 'Keys' }], []],
    ['no topic', [{ ...accepted, topic: null }, { ...rejected, topic: null }], []],
    ['what is open again', [accepted, { ...rejected, reopened: { by: accepted.by ?? { id: 1, login: 'a' }, why: '', at: '', source: { in: 'comment' as const, id: 1, by: 1, hash: '' } } }], []],
    ['what was deferred', [accepted, { ...rejected, result: 'deferred' as const }], []],
  ])('tells of %s', (_case, entries, found) => {
    expect(topicDifferences(entries).map(({ decisions }) => decisions.map(({ number }) => number))).toEqual(found);
    expect(topicDifferences(entries.toReversed())).toEqual(topicDifferences(entries));
  });
});

describe('a retrospective', () => {
  const topicsOf = (decisions: Parameters<typeof topicDifferences>[0], elsewhere: typeof decisions = []) =>
    planStewardship(someFacts({ decisions, elsewhere }), aConfig('retrospective: {every: month}\n'), monday).effects.flatMap((effect) =>
      effect.kind === 'open-issue' && effect.notice.kind === 'retrospective' ? effect.notice.retrospective.topics.map(({ decisions: those }) => those.map(({ number }) => number)) : [],
    );

  it('asks about a topic once: when something was decided on it here', () => {
    const old = { at: '2026-01-09T09:00:00Z' };
    expect(topicsOf([accepted, { ...rejected, ...old }])).toEqual([[1, 2]]);
    expect(topicsOf([anEntry(3, { at: '2026-02-12T09:00:00Z' }), { ...accepted, ...old }, { ...rejected, ...old }])).toEqual([]);
    expect(topicsOf([accepted], [{ ...rejected, repository: other }])).toEqual([[1, 2]]);
    expect(topicsOf([anEntry(3, { at: '2026-02-12T09:00:00Z' }), { ...accepted, ...old }], [{ ...rejected, repository: other }])).toEqual([]);
  });
});
