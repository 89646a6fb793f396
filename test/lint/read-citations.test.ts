import { describe, expect, it } from '@jest/globals';
import { compileCitations } from '../../src/lint/read-citations.ts';

const unrelated = { value: null, example: '', since: null };

const read = compileCitations([
  { id: 'data-stays-local', text: 'User data stays on the device, unless its user moves it.', ...unrelated },
  { id: 'small-steps', text: 'We change one thing at a time.', ...unrelated },
]);

describe('the principles in a value', () => {
  it.each<[string, string, string[], string[]]>([
    ['are known by their ids', 'small-steps, data-stays-local', ['small-steps', 'data-stays-local'], []],
    ['are known by their ids in words', 'Small Steps; Data stays local', ['small-steps', 'data-stays-local'], []],
    ['are known by their own words', 'user data stays on the device, unless its user moves it', ['data-stays-local'], []],
    ['are known before words on them', 'small-steps: one service (at first), data-stays-local - mostly', ['small-steps', 'data-stays-local'], []],
    ['are each named once', 'small-steps, Small steps', ['small-steps'], []],
    ['are unknown where the config has no such', 'small-steps, honesty (always)', ['small-steps'], ['honesty']],
    ['are none in an empty value', ' , ', [], []],
    ['are none in a placeholder', 'TBD', [], []],
  ])('%s', (_, value, known, unknown) => {
    expect(read(value)).toEqual({ known, unknown });
  });
});
