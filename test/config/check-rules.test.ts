import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { checkRuleOptions, findUnknownRules } from '../../src/config/check-rules.ts';

const rules = [
  { id: 'decide-by', options: z.strictObject({ days: z._default(z.int().check(z.gte(1)), 90) }) },
  { id: 'required-sections', options: z.strictObject({ sections: z.array(z.string().check(z.minLength(3))) }) },
  { id: 'outcome-review', options: null },
];

describe('findUnknownRules', () => {
  it('finds nothing wrong with rules there are', () => {
    expect(findUnknownRules(['decide-by', 'outcome-review'], rules)).toEqual([]);
  });

  it.each([
    ['decideby', 'decide-by'],
    ['required-section', 'required-sections'],
    ['constructor', null],
  ])('has for %s the guess %s', (id, near) => {
    expect(findUnknownRules([id], rules)).toEqual([
      { path: ['lint', 'rules', id], at: 'key', seen: `rule "${id}"`, expected: 'a rule that `unpause rules` lists', near },
    ]);
  });
});

describe('checkRuleOptions', () => {
  it('finds nothing wrong with severities alone and options that fit', () => {
    expect(checkRuleOptions({ 'decide-by': ['error', { days: 3 }], 'required-sections': 'off', 'outcome-review': 'advice' }, rules)).toEqual([]);
  });

  it('takes empty options of a rule without any for none', () => {
    expect(checkRuleOptions({ 'outcome-review': ['error', {}] }, rules)).toEqual([]);
  });

  it('leaves rules alone that it does not know', () => {
    expect(checkRuleOptions({ unknown: ['error', { a: 1 }] }, rules)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, object]>([
    ['decide-by', { day: 3 }, { path: ['lint', 'rules', 'decide-by', 1, 'day'], at: 'key', seen: 'key "day"', expected: 'a known key', near: 'days' }],
    ['decide-by', { days: 'x' }, { path: ['lint', 'rules', 'decide-by', 1, 'days'], at: 'value', seen: '"x"', expected: 'a number' }],
    ['decide-by', { days: 0 }, { path: ['lint', 'rules', 'decide-by', 1, 'days'], at: 'value', seen: '0', expected: 'at least 1' }],
    ['required-sections', {}, { path: ['lint', 'rules', 'required-sections', 1, 'sections'], at: 'parent', seen: 'sections', expected: 'a list' }],
    ['required-sections', { sections: ['a'] }, { path: ['lint', 'rules', 'required-sections', 1, 'sections', 0], at: 'value', seen: '"a"', expected: 'at least 3 characters' }],
    ['outcome-review', { days: 3 }, { path: ['lint', 'rules', 'outcome-review', 1], at: 'value', seen: 'options', expected: 'a severity alone, as outcome-review takes no options' }],
  ])('says of %s what is wrong with the options %j', (id, options, mistake) => {
    expect(checkRuleOptions({ [id]: ['warning', options] }, rules)).toEqual([expect.objectContaining(mistake)]);
  });
});
