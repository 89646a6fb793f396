import { describe, expect, it } from '@jest/globals';
import { readWhy } from '../../../src/decision/commands/read-why.ts';
import { longestQuote } from '../../../src/decision/record-schema.ts';

const about = { expected: 'why', example: '/reopen The facts changed.' };
const missing = { ok: false, refusal: { why: 'missing', ...about } };

describe('readWhy', () => {
  it.each<[string, string, unknown]>([
    ['takes the words on one line', ' The facts\n  changed. ', { ok: true, args: 'The facts changed.' }],
    ['leaves out what joins them to the command', ' - : The facts changed.', { ok: true, args: 'The facts changed.' }],
    ['keeps a mention and a quotation as they are', '@bob said "no"', { ok: true, args: '@bob said "no"' }],
    ['takes a sign for a reason', '👍', { ok: true, args: '👍' }],
    ['takes no blanks for one', ' \n ', missing],
    ['takes no punctuation for one', '- …?!', missing],
    ['takes no characters for one that nobody sees', '\u200b\u2060', missing],
    ['cuts a long one', 'why '.repeat(20_000), { ok: true, args: `${'why '.repeat(70).slice(0, longestQuote - 1).trimEnd()}…` }],
  ])('%s', (_, text, expected) => {
    expect(readWhy(text, about)).toEqual(expected);
  });
});
