import { describe, expect, it } from '@jest/globals';
import { firstLine } from '../../../src/decision/commands/first-line.ts';

describe('firstLine', () => {
  it.each([
    ['is the rest of the line', ' until friday', 'until friday'],
    ['ends with the line', ' until friday\nSee you', 'until friday'],
    ['ends with a Windows line', ' until friday\r\nSee you', 'until friday'],
    ['may be empty', '\nuntil friday', ''],
    ['leaves the end of a sentence out', ' until friday, please! ', 'until friday, please'],
    ['keeps a mark within', ' at 10:30.5 sharp.', 'at 10:30.5 sharp'],
    ['is cut where it is very long', ` ${'.'.repeat(500)}${'x'.repeat(65_000)}`, `${'.'.repeat(500)}${'x'.repeat(500)}`],
  ])('%s', (_, rest, expected) => {
    expect(firstLine(rest)).toBe(expected);
  });
});
