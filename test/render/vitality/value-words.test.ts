import { describe, expect, it } from '@jest/globals';
import type { Group, Trend, Unit } from '../../../src/decision/vitality/figure.ts';
import type { Because } from '../../../src/decision/vitality/worth-talking.ts';
import { becauseWords, groupName, trendWords, valueWords } from '../../../src/render/vitality/value-words.ts';

describe('the words of figures', () => {
  it.each<[number | null, Unit, string]>([
    [null, 'count', '–'],
    [null, 'share', '–'],
    [0, 'count', '0'],
    [0.756, 'share', '76 %'],
    [1, 'working-days', '1 day'],
    [0.96, 'working-days', '1 day'],
    [12.34, 'working-days', '12.3 days'],
  ])('say %p in %s as %s', (value, unit, expected) => {
    expect(valueWords(value, unit)).toBe(expected);
  });

  it.each<[Pick<Group, 'by' | 'name'>, string]>([
    [{ by: 'domain', name: 'api' }, 'api'],
    [{ by: 'domain', name: null }, 'no domain'],
    [{ by: 'pause', name: 'awaiting-author' }, "the author's answer to the review"],
    [{ by: 'principle', name: 'small-steps' }, 'small-steps'],
  ])('name %j', (group, expected) => {
    expect(groupName({ count: 1, values: {}, ...group })).toBe(expected);
  });

  it.each<[Trend, string]>([
    ['rising', 'In the last period that is over, “with a note” is higher than before.'],
    ['falling', 'In the last period that is over, “with a note” is lower than before.'],
    ['steady', 'In the last period that is over, “with a note” is about as before.'],
    ['unknown', 'Too little is known yet to tell which way “with a note” goes.'],
  ])('say which way a figure goes: %s', (trend, expected) => {
    expect(trendWords(trend, { name: 'with a note' })).toBe(expected);
  });

  it.each<[Because, string]>([
    [{ why: 'reversed' }, 'it was reversed when its owner looked back at it'],
    [{ why: 'changed' }, 'it was changed when its owner looked back at it'],
    [{ why: 'merged-without-decision' }, 'it was merged, and nobody wrote down who decided, and why'],
    [{ why: 'anyway' }, 'it went on before its rung was satisfied'],
    [{ why: 'by-another' }, 'somebody other than its named owner decided'],
    [{ why: 'set-aside', objections: 1 }, 'an objection was set aside'],
    [{ why: 'set-aside', objections: 3 }, '3 objections were set aside'],
    [{ why: 'tension', principles: 1 }, 'a principle did not fit'],
    [{ why: 'tension', principles: 2 }, '2 principles did not fit'],
    [{ why: 'reopened' }, 'it was opened again'],
    [{ why: 'long', days: 30.2 }, 'it took 30 working days, longer than nine in ten'],
  ])('say why a decision may be worth talking about: %j', (because, expected) => {
    expect(becauseWords(because)).toBe(expected);
  });
});
