import { describe, expect, it } from '@jest/globals';
import { speakerOf } from '../../../src/decision/commands/speaker.ts';
import { nextNumber } from '../../../src/decision/next-number.ts';
import { personOf } from '../../../src/decision/people.ts';
import { aCommandContext, bob } from '../../support/a-command-context.ts';

describe('speakerOf', () => {
  it('names whoever wrote the comment, by id and login alone', () => {
    expect(speakerOf(aCommandContext({ by: bob }))).toEqual({ id: 12, login: 'Bob' });
    expect(personOf(bob)).toEqual({ id: 12, login: 'Bob' });
  });
});

describe('nextNumber', () => {
  it.each<[string, { n: number }[], number, number]>([
    ['counts from one', [], 0, 1],
    ['counts on', [{ n: 1 }, { n: 2 }], 0, 3],
    ['counts on from what was folded', [], 4, 5],
    ['counts on from what is left of it', [{ n: 5 }, { n: 6 }], 4, 7],
  ])('%s', (_, entries, folded, expected) => {
    expect(nextNumber(entries, folded)).toBe(expected);
  });
});
