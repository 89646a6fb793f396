import { describe, expect, it } from '@jest/globals';
import { reasonOf } from '../../src/store/reason-of.ts';

describe('reasonOf', () => {
  it.each([
    ['an error', new Error('GitHub answered 500'), 'GitHub answered 500'],
    ['its causes', new Error('a', { cause: new Error('b', { cause: 'c' }) }), 'a: b: c'],
    ['an error without a message', new RangeError(''), 'RangeError'],
    ['what is no error', { token: 'secret' }, 'something that is no error was thrown'],
    ['a character that no database keeps', new Error('a\0b'), 'a\uFFFDb'],
  ])('says in words: %s', (_name, error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it('leaves out what an error carries besides', () => {
    const error = Object.assign(new Error('refused'), { request: { headers: { authorization: 'secret' } } });
    expect(reasonOf(error)).toBe('refused');
  });

  it('ends, also where errors cause each other', () => {
    const error = new Error('x'.repeat(900));
    error.cause = error;
    expect(reasonOf(error)).toHaveLength(2000);
  });
});
