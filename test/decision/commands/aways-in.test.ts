import { describe, expect, it } from '@jest/globals';
import { awaysIn } from '../../../src/decision/commands/aways-in.ts';
import { workdays } from '../../support/a-snapshot.ts';

const at = '2026-03-02T10:00:00Z';
const away = { person: 7, from: at, until: '2026-03-09T09:00:00.000Z' };

describe('awaysIn', () => {
  it.each([
    ['who is away', '/dri away until 2026-03-09', [away]],
    ['who is back', '/dri back', [{ person: 7, from: at, until: null }]],
    ['both, in order', 'Hello\n\n/dri away until 2026-03-09\n/dri back', [away, { person: 7, from: at, until: null }]],
    ['nobody, in code and quotes', '`/dri away until 2026-03-09`\n\n> /dri back', []],
    ['nobody, without a date', '/dri away', []],
    ['nobody, with a date that is past', '/dri away until 2026-02-01', []],
    ['nobody, in other commands and near ones', '/dri take\n/dri awya until 2026-03-09', []],
  ])('finds %s', (_case, body, expected) => {
    expect(awaysIn({ by: 7, at, body }, workdays)).toEqual(expected);
  });
});
