import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { durationUnits } from '../../../src/config/duration.ts';
import { rungs, zones } from '../../../src/config/schema-domains.ts';
import { instantOf } from '../../../src/decision/activity.ts';
import { isCall, readCallEvent } from '../../../src/decision/call-events.ts';
import { periodEvent } from '../../../src/decision/ladder/period-event.ts';
import { eventMarker } from '../../../src/decision/markers.ts';
import type { Period } from '../../../src/decision/record-schema.ts';

const comment = (event: string) => ({ id: 1, body: `${eventMarker(event)}\nHello`, createdAt: '2026-03-02T10:00:00Z', url: '' });

const period: Period = {
  n: 1,
  rung: 'consent',
  domain: 'api',
  zone: 'centre-aware',
  entitled: [{ id: 13, login: 'carol' }, { id: 14, login: 'dan_acme' }],
  teams: ['acme/infra'],
  from: '2026-03-02T10:00:00Z',
  until: '2026-03-09T10:00:00Z',
  last: '2026-03-23T10:00:00Z',
  more: '2 working-days',
  quorum: 0,
  extensions: [],
};

describe('the event of a period', () => {
  it('is a call with all that is frozen in its name', () => {
    expect(periodEvent(period)).toBe('period.1.consent.api.centre-aware.mm90chs0.mmj0fgg0.mn30lds0.2-working-days.0.acme_002finfra.13.carol.14.dan_005facme');
    expect(isCall(comment(periodEvent(period)))).toBe(true);
  });

  it('is read back as it was, whatever it holds', () => {
    const instant = fc.integer({ min: 0, max: 4e12 }).map(instantOf);
    const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(?:-[a-z0-9]{1,9})?$/);
    const any: fc.Arbitrary<Period> = fc.record({
      n: fc.integer({ min: 1, max: 999 }),
      rung: fc.constantFrom(...rungs),
      domain: fc.option(slug),
      zone: fc.constantFrom(...zones),
      entitled: fc.array(fc.record({ id: fc.nat(), login: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,38}$/) }), { maxLength: 100 }),
      teams: fc.array(fc.stringMatching(/^[a-z0-9-]{1,10}\/[\w.-]{1,10}$/), { maxLength: 3 }),
      from: instant,
      until: instant,
      last: instant,
      more: fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...durationUnits)).map(([amount, unit]) => `${amount} ${unit}`),
      quorum: fc.nat({ max: 100 }),
      extensions: fc.constant([]),
    });
    fc.assert(fc.property(any, (one) => {
      expect(readCallEvent(comment(periodEvent(one)))).toEqual({ kind: 'period', period: one });
    }));
  });

  it.each([
    'period',
    periodEvent(period).replace('consent', 'nod'),
    periodEvent(period).replace('mm90chs0', 'zzzzzzzzzzzz'),
    periodEvent(period).replace('2-working-days', 'soon'),
    periodEvent(period).replace('.dan_005facme', ''),
    periodEvent(period).replace('.13.', '.x.'),
  ])('is none where something of it is missing: %s', (event) => {
    expect(readCallEvent(comment(event))).toBeNull();
  });
});
