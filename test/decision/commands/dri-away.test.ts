import { describe, expect, it } from '@jest/globals';
import { driAway } from '../../../src/decision/commands/dri-away.ts';
import { driBack } from '../../../src/decision/commands/dri-back.ts';
import { whenExpected } from '../../../src/decision/when.ts';
import { aCommandContext, aSource, bob, writtenAt } from '../../support/a-command-context.ts';

const context = aCommandContext({ by: bob });
const example = '/dri away until 2026-12-28';

function gone(until: string | null): unknown {
  return { ok: true, record: context.record, away: { person: bob.id, from: writtenAt, until, source: aSource(bob) } };
}

describe('/dri away', () => {
  it.each([
    ['goes until the morning of a day', ' until 2026-03-16', gone('2026-03-16T09:00:00.000Z')],
    ['goes without `until`', ' Friday.', gone('2026-03-06T09:00:00.000Z')],
    ['goes for so long', ' for 1 week', gone('2026-03-09T10:00:00.000Z')],
    ['keeps no reason', ' until 2026-03-16, on leave\nSee you!', gone('2026-03-16T09:00:00.000Z')],
    ['needs a time', '', { ok: false, refusal: { why: 'missing', expected: 'until when', example } }],
    ['needs a time after `until`', ' until', { ok: false, refusal: { why: 'missing', expected: 'until when', example } }],
    ['does not know when that is', ' until soon', { ok: false, refusal: { why: 'not-understood', part: 'until soon', expected: whenExpected, example } }],
    ['is not for the past', ' until 2026-03-01', { ok: false, refusal: { why: 'past' } }],
  ])('%s', (_, rest, expected) => {
    expect(driAway.carryOut(rest, context)).toEqual(expected);
  });
});

describe('/dri back', () => {
  it.each(['', ' again, hello', '\nHello'])('ends an absence, whatever follows: %j', (rest) => {
    expect(driBack.carryOut(rest, context)).toEqual(gone(null));
  });

  it('is for the same people, also on a closed RFC', () => {
    expect([driAway, driBack].map(({ permission, whenClosed }) => [permission, whenClosed])).toEqual([['dri-away', true], ['dri-away', true]]);
  });
});
