import { describe, expect, it } from '@jest/globals';
import type { Drift, Missing } from '../../src/decision/ladder/progress.ts';
import { awaitsHeading, driftWords, missingWords } from '../../src/render/page-words.ts';

const [alice, bob] = [{ id: 11, login: 'alice', isBot: false }, { id: 12, login: 'bob', isBot: false }] as const;
const source = { in: 'comment', id: 1, by: bob.id, hash: '0f' } as const;
const objection = { by: bob, why: 'Too fast', isBinding: true, at: '2026-03-04T10:00:00Z', source, answered: null, withdrawnAt: null, setAside: null };

const missing: readonly [Missing, string][] = [
  [{ what: 'not-begun' }, 'Its period has not begun: it begins with the call that tells everybody of it.'],
  [{ what: 'period', until: '2026-03-11T17:00:00Z' }, 'Its period runs until 2026-03-11, at least.'],
  [{ what: 'voices', people: [alice, bob] }, 'Waits for @alice and @bob.'],
  [{ what: 'objections', objections: [objection] }, '1 open objection, by @bob.'],
  [{ what: 'quorum', more: 1 }, 'One more person would have to support it.'],
  [{ what: 'quorum', more: 3 }, '3 more people would have to support it.'],
  [{ what: 'nobody-entitled' }, 'Nobody is named who could agree.'],
  [{ what: 'team-unknown', teams: ['acme/infra', 'acme/web'] }, 'GitHub does not show who is in acme/infra and acme/web.'],
  [{ what: 'person-unknown', names: ['Carol Smith', '@nobody'] }, 'It is not known who is meant by “Carol Smith” and “@nobody”.'],
];

const drifts: readonly [Drift, string][] = [
  [{ what: 'rung', now: 'consensus' }, 'the rung would be consensus'],
  [{ what: 'domain', now: 'api' }, 'the domain would be api'],
  [{ what: 'domain', now: null }, 'it would belong to no domain'],
  [{ what: 'zone', now: 'local' }, 'the zone would be local'],
  [{ what: 'joined', people: [alice] }, '@alice would be asked too'],
  [{ what: 'left', people: [alice, bob] }, '@alice and @bob would not be asked'],
  [{ what: 'times' }, 'the times would be others'],
];

describe('the words of the pages', () => {
  it.each(missing)('say of %j what a decision still needs', (each, words) => {
    expect(missingWords(each, (instant) => instant.slice(0, 10))).toBe(words);
  });

  it.each(drifts)('say of %j what would be another thing now', (each, words) => {
    expect(driftWords(each)).toBe(words);
  });

  it('head a list with what it waits for', () => {
    expect(awaitsHeading('awaiting-review')).toBe('The views of those who were asked');
    expect(awaitsHeading(null)).toBe('Nobody: a draft, or a planned wait');
  });
});
