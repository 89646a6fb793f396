import { describe, expect, it } from '@jest/globals';
import type { Act } from '../../src/decision/acts.ts';
import { asOf } from '../../src/decision/as-of.ts';
import { aComment, alice, bob, carol } from '../support/a-command-context.ts';
import { aSnapshot } from '../support/a-snapshot.ts';

const speech = aComment({ by: bob });
const early: Act = { kind: 'labelled', label: 'RFC', by: alice, at: '2026-03-01T10:00:00Z', isOwn: false };

function late(kind: 'closed' | 'reopened' | 'merged'): Act {
  return { kind, by: alice, at: '2026-03-02T12:00:00Z', isOwn: false };
}

describe('asOf', () => {
  it('leaves the snapshot as it is where nothing was done since', () => {
    const snapshot = aSnapshot({ acts: [early, speech], rfc: { isOpen: false } });
    expect(asOf(speech, snapshot)).toBe(snapshot);
  });

  it.each<[string, Act[], boolean, boolean]>([
    ['closed since', [late('closed')], false, true],
    ['merged since', [late('merged'), late('closed')], false, true],
    ['reopened since', [late('reopened')], true, false],
    ['closed and reopened since', [late('closed'), late('reopened')], true, true],
    ['reopened and closed since', [late('reopened'), late('closed')], false, false],
  ])('knows an RFC that was %s', (_, later, isOpenNow, wasOpen) => {
    const snapshot = aSnapshot({ acts: [early, speech, ...later], rfc: { isOpen: isOpenNow, isMerged: later.some(({ kind }) => kind === 'merged') } });
    const then = asOf(speech, snapshot);
    expect([then.rfc.isOpen, then.rfc.isMerged, then.acts]).toEqual([wasOpen, false, [early, speech]]);
  });

  it('forgets who was asked since, and goes by the order of the timeline at the same second', () => {
    const asked: Act = { kind: 'requested', of: carol, by: alice, at: speech.at, isOwn: false };
    const snapshot = aSnapshot({ reviewers: [alice, carol, { team: 'acme/infra' }] });
    expect(asOf(speech, { ...snapshot, acts: [speech, asked] }).reviewers).toEqual([alice, { team: 'acme/infra' }]);
    expect(asOf(speech, { ...snapshot, acts: [asked, speech] }).reviewers).toEqual([alice, carol, { team: 'acme/infra' }]);
  });

  it.each<['drafted' | 'readied', boolean]>([['drafted', false], ['readied', true]])('knows what was no draft, or one, before it was %s', (kind, wasDraft) => {
    const turned: Act = { kind, by: alice, at: '2026-03-02T12:00:00Z', isOwn: false };
    expect(asOf(speech, aSnapshot({ acts: [speech, turned], rfc: { isDraft: !wasDraft } })).rfc.isDraft).toBe(wasDraft);
  });

  it('goes by the time of words that are not in the timeline', () => {
    expect(asOf(speech, aSnapshot({ acts: [early, late('closed')], rfc: { isOpen: false } }))).toMatchObject({ acts: [early], rfc: { isOpen: true } });
  });
});
