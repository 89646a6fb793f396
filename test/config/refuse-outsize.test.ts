import { describe, expect, it } from '@jest/globals';
import { refuseOutsize } from '../../src/config/refuse-outsize.ts';

describe('refuseOutsize', () => {
  it.each([
    ['nothing', ''],
    ['an ordinary config', 'label: RFC\npause: {term: 3d}\n'],
    ['brackets in a comment', `# ${'['.repeat(200)}\n`],
    ['brackets in quotes', `a: "${'['.repeat(200)}"`],
    ['brackets in a block of text', `a: |\n  ${'['.repeat(200)}\n`],
    ['many brackets side by side', '[a], '.repeat(500)],
    ['a long flow map', `{${'a: 1, '.repeat(500)}}`],
    ['a flow map whose lists close', `{${'a: [1, {b: 2}], '.repeat(500)}}`],
    ['64 levels', '['.repeat(64)],
    ['a long text', `a: ${'x'.repeat(5000)}`],
    ['closers without openers', ']'.repeat(500)],
  ])('lets %s through', (_, text) => {
    expect(refuseOutsize(text)).toBeNull();
  });

  it.each([
    ['65 levels of lists', '['.repeat(65), 64],
    ['65 levels of maps', '{'.repeat(65), 64],
    ['levels with closers in quotes between', '[ "]", '.repeat(65), 64 * 7],
    ['a chain of keys in brackets', `[${'a: '.repeat(100)}`, 1 + 63 * 3 + 1],
    ['lists within lists on one line', '- '.repeat(150), 202],
    ['keys within keys on one line', 'a: '.repeat(100), 202],
    ['keys on a second line', `a: 1\n${'a: '.repeat(100)}`, 5 + 202],
    ['a key far to the right', `${' '.repeat(201)}a: 1`, 202],
  ])('refuses %s where it becomes too much', (_, text, offset) => {
    expect(refuseOutsize(text)?.offset).toBe(offset);
  });

  it('refuses a text longer than any config', () => {
    expect(refuseOutsize('\n'.repeat(131_072))).toBeNull();
    expect(refuseOutsize('\n'.repeat(131_073))).toEqual({ offset: 0, seen: '131073 characters', expected: 'at most 131072' });
  });
});
