import { describe, expect, it } from '@jest/globals';
import { driExtend } from '../../../src/decision/commands/dri-extend.ts';
import type { Term } from '../../../src/decision/record-schema.ts';
import { whenExpected } from '../../../src/decision/when.ts';
import { bob, named, outcomeOf, type ContextParts } from '../../support/a-command-context.ts';

const term: Term = { n: 1, holder: named(bob), step: 'drifting', scope: null, how: 'asked', startedAt: '2026-03-01T10:00:00Z', dueAt: '2026-03-04T10:00:00.000Z', activeAt: null, source: null, ended: null };
const example = '/dri extend 2 working days';

function until(dueAt: string): unknown {
  return { terms: [{ ...term, dueAt }] };
}

describe('/dri extend', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['adds to the end as it is', ' 2 working days', {}, until('2026-03-06T10:00:00.000Z')],
    ['adds to it with kind words too', ' by 36h, the audit is late', {}, until('2026-03-05T22:00:00.000Z')],
    ['goes on until a day, counted from today', ' until Friday', {}, until('2026-03-06T17:00:00.000Z')],
    ['goes on until a moment', ' 2026-03-05T09:00Z', {}, until('2026-03-05T09:00:00.000Z')],
    ['reads its own line alone', ' 2d\nThe audit is late.', {}, until('2026-03-06T10:00:00.000Z')],
    ['goes as far as a term can be', ' until 2026-03-13', {}, until('2026-03-13T17:00:00.000Z')],
    ['goes no further than that', ' 2 weeks', {}, { why: 'too-late', limit: '2026-03-14T00:00:00.000Z' }],
    ['does not shorten it', ' until tomorrow', {}, { why: 'not-understood', part: '2026-03-03', expected: 'a moment after the one until which the term goes already', example }],
    ['does not end it in the past', ' 2026-03-01', {}, { why: 'past' }],
    ['needs a time', '', {}, { why: 'missing', expected: 'until when, or how much longer', example }],
    ['does not know what that is', ' a bit', {}, { why: 'not-understood', part: 'a bit', expected: whenExpected, example }],
    ['needs a term', ' 2d', { record: { terms: [] } }, { why: 'no-dri' }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(driExtend, rest, { by: bob, record: { terms: [term] }, ...parts })).toEqual(expected);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([driExtend.name, driExtend.whenClosed, driExtend.permission]).toEqual(['dri extend', false, 'dri-extend']);
  });
});
