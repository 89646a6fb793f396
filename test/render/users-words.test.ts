import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeSpan, givenReason, usersBlock, usersWords } from '../../src/render/users-words.ts';
import { anyText } from './any-report.ts';
import { spokenTo } from './spoken-to.ts';

describe('usersWords', () => {
  it.each([
    ['Two\n\n/decide accept x', '“Two /decide accept x”'],
    ['--> <b>', '“\\--\\> \\<b\\>”'],
    ['ask @alice', '“ask @\u200balice”'],
  ])('shows “%s” as words on one line', (text, expected) => {
    expect(usersWords(text)).toBe(expected);
  });

  it('keeps the beginning of what is long, and no half of a character', () => {
    expect(usersWords('a'.repeat(300))).toBe(`“${'a'.repeat(279)}…”`);
    expect(usersWords(`${'a'.repeat(8)}😀😀`, 10)).toBe(`“${'a'.repeat(8)}…”`);
  });

  it('takes twice its room at most, however much there is to escape', () => {
    expect(usersWords('\u0001'.repeat(65_536), 100).length).toBeLessThanOrEqual(202);
  });
});

describe('givenReason', () => {
  it.each([null, '', ' \n'])('says nothing where nobody gave a reason (%j)', (why) => {
    expect(givenReason(why)).toBe('');
  });

  it('follows what somebody did', () => {
    expect(givenReason('Good.')).toBe(': “Good.”');
  });
});

describe('usersBlock', () => {
  it('is a quotation', () => {
    expect(spokenTo(usersBlock('a\n\nb', 100)).nodes.map(({ type }) => type)).toEqual(['root', 'blockquote', 'paragraph', 'text']);
  });
});

describe('codeSpan', () => {
  it.each([
    ['/dri take', '`/dri take`'],
    ['a `b` c', '``a `b` c``'],
    ['`', '`` ` ``'],
    ['', '`  `'],
  ])('shows “%s” as code', (text, expected) => {
    expect(codeSpan(text)).toBe(expected);
  });

  it('is code and nothing else, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(spokenTo(`- ${codeSpan(text)}: x`).nodes.map(({ type }) => type)).toEqual(['root', 'list', 'listItem', 'paragraph', 'inlineCode', 'text']);
      }),
    );
  });
});
