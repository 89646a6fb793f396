import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/schema.ts';
import { isTeam, type Act } from '../../src/decision/acts.ts';
import { clockStart, pausedIntervals, stillUntil, waitsUntil } from '../../src/decision/pause-clock.ts';
import { pauseOf } from '../../src/decision/pause.ts';
import type { Decision, Objection, Record } from '../../src/decision/record-schema.ts';
import { alice, aRecord, aSource, bob, carol, dan, everybody, named, robot } from '../support/a-command-context.ts';
import { aBody, aDocument, anIssue, anUnreadDocument, aSnapshot, headSha, ownerless, workdays, type SnapshotParts } from '../support/a-snapshot.ts';
import { did, labelled, on, pushed, requested, requestRemoved, reviewed, wrote } from '../support/some-acts.ts';

/** The RFC is Bob's, and Carol is to decide, by 1 April. */
const carols = aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @carol\n**Decide by**: 2026-04-01\n' });
const before = '2026-03-20T10:00:00Z';
const oldSha = 'c'.repeat(40);

interface Parts extends SnapshotParts {
  kept?: Partial<Record>;
  now?: string;
}

/** The pause in short: `awaiting-review of dan since 03-02T09:00`. */
function pause({ kept, now = before, rfc, ...parts }: Parts): string | null {
  const snapshot = aSnapshot({ people: everybody, documents: [carols], rfc: { author: bob, ...rfc }, ...parts });
  const found = pauseOf(snapshot, aRecord(kept), defaultConfig, new Date(now));
  if (found === null) return null;
  const people = found.waitsFor.map((each) => (isTeam(each) ? each.team : each.login.toLowerCase()));
  return `${found.kind} of ${people.join(', ') || 'nobody'} since ${found.since.slice(5, 16)}`;
}

function objection(by = dan, at = '03-03T09:00', parts: Partial<Objection> = {}): Objection {
  return { by: named(by), why: 'Too risky.', isBinding: true, at: on(at), source: aSource(by), answered: null, withdrawnAt: null, setAside: null, ...parts };
}

function decided(parts: Partial<Decision> = {}): Decision {
  return { n: 1, outcome: 'accept', by: named(carol), owner: named(carol), why: 'Yes.', at: on('03-04T09:00'), source: aSource(carol), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null, ...parts };
}

const asked = requested(dan, '03-02T09:00');
const refused = reviewed(dan, '03-03T09:00', 'changes-requested');
const infra = { team: 'acme/infra' };
const teams = [{ team: 'acme/infra', members: [bob, dan] }];
const bare = { documents: [aDocument({ text: ownerless })] };
const late = '2026-04-03T10:00:00Z';

describe('pauseOf', () => {
  it.each<[string, Parts, string | null]>([
    ['nobody decides', bare, 'ownerless of bob since 03-01T10:00'],
    ['nobody decides, and the author is busy elsewhere', { ...bare, acts: [wrote(carol, '03-03T09:00')] }, 'ownerless of bob since 03-01T10:00'],
    ['nobody decides, and the author has spoken', { ...bare, acts: [wrote(bob, '03-03T09:00')] }, 'ownerless of bob since 03-03T09:00'],
    ['nobody decides, and the author asks how things are', { ...bare, acts: [wrote(bob, '03-03T09:00', '/dri status')] }, 'ownerless of bob since 03-01T10:00'],
    ['nobody decides, and the author is away', { ...bare, acts: [wrote(bob, '03-03T09:00', '/dri away until 2026-03-09')] }, 'ownerless of bob since 03-03T09:00'],
    ['nobody decides an issue', { rfc: anIssue, documents: [aBody()] }, 'ownerless of bob since 03-01T10:00'],
    ['a bot wrote it and nobody decides', { ...bare, rfc: { author: robot } }, 'ownerless of nobody since 03-01T10:00'],
    ['somebody was named owner by a command', { ...bare, kept: { namedOwner: { person: named(dan), by: named(carol), why: 'Knows it.', at: on('03-05T09:00'), source: aSource(carol), instead: [] } } }, 'drifting of bob, dan since 03-05T09:00'],
    ['it is not known who decides', { documents: [anUnreadDocument()] }, 'drifting of bob since 03-01T10:00'],

    ['the date has passed', { now: late }, 'overdue of carol since 04-02T00:00'],
    ['the date is today', { now: '2026-04-01T23:59:59Z' }, 'drifting of bob, carol since 03-01T10:00'],
    ['the date has passed where people work', { now: late, calendar: { ...workdays, timezone: 'America/New_York' } }, 'overdue of carol since 04-02T04:00'],
    ['the first of two dates has passed', { now: late, documents: [carols, aDocument({ text: '**Decision Owner**: @carol\n**Decide by**: 20 March 2026\n' })] }, 'overdue of carol since 03-21T00:00'],
    ['the date has passed, and the owner has spoken', { now: late, acts: [wrote(carol, '04-02T09:00')] }, 'overdue of carol since 04-02T09:00'],
    ['the date has passed, and others talk', { now: late, acts: [wrote(dan, '04-02T09:00')] }, 'overdue of carol since 04-02T00:00'],
    ['the date has passed, and a review comes in', { now: late, acts: [asked, reviewed(dan, '04-02T09:00')] }, 'overdue of carol since 04-02T00:00'],
    ['the date has passed, and somebody objects', { now: late, kept: { objections: [objection(dan, '04-02T09:00')] } }, 'overdue of carol since 04-02T00:00'],
    ['the date had passed before it was opened', { rfc: { createdAt: on('04-02T12:00') }, now: late }, 'overdue of carol since 04-02T12:00'],

    ['somebody objects', { kept: { objections: [objection()] } }, 'contested of dan, carol, bob since 03-03T09:00'],
    ['somebody objects, and others talk', { kept: { objections: [objection()] }, acts: [wrote(alice, '03-05T09:00')] }, 'contested of dan, carol, bob since 03-05T09:00'],
    ['a guest objects', { kept: { objections: [objection(dan, '03-03T09:00', { isBinding: false })] } }, 'drifting of bob, carol since 03-01T10:00'],
    ['an objection was withdrawn', { kept: { objections: [objection(dan, '03-03T09:00', { withdrawnAt: on('03-06T09:00') })] } }, 'drifting of bob, carol since 03-06T09:00'],
    ['two object, one of them the owner', { kept: { objections: [objection(carol), objection(dan, '03-04T09:00')] } }, 'contested of carol, dan, bob since 03-04T09:00'],

    ['changes are requested', { acts: [asked, refused] }, 'awaiting-author of bob since 03-03T09:00'],
    ['changes are requested, and others talk', { acts: [asked, refused, wrote(alice, '03-05T09:00')] }, 'awaiting-author of bob since 03-03T09:00'],
    ['changes are requested by two', { acts: [asked, refused, reviewed(alice, '03-04T09:00', 'changes-requested')] }, 'awaiting-author of bob since 03-03T09:00'],
    ['changes are requested, and others have not reviewed', { acts: [asked, requested(alice, '03-02T09:00'), refused] }, 'awaiting-author of bob since 03-03T09:00'],
    ['changes are requested, and somebody else answers', { acts: [asked, requested(alice, '03-02T09:00'), refused, reviewed(alice, '03-06T09:00')] }, 'awaiting-author of bob since 03-03T09:00'],
    ['the reviewer went on to comment', { acts: [asked, refused, reviewed(dan, '03-05T09:00', 'commented')] }, 'awaiting-author of bob since 03-03T09:00'],
    ['the reviewer came round', { acts: [asked, refused, reviewed(dan, '03-05T09:00')] }, 'awaiting-decision of carol since 03-05T09:00'],
    ['the author asked how things are', { acts: [asked, refused, wrote(bob, '03-05T09:00', '/dri status')] }, 'awaiting-author of bob since 03-03T09:00'],
    ['nothing is asked, and somebody asks how things are', { acts: [wrote(dan, '03-05T09:00', '/dri status')] }, 'drifting of bob, carol since 03-01T10:00'],
    ['the author answered', { acts: [asked, refused, wrote(bob, '03-05T09:00')] }, 'awaiting-decision of carol since 03-05T09:00'],
    ['the author pushed', { acts: [asked, refused, pushed(bob, '03-05T09:00')] }, 'awaiting-decision of carol since 03-05T09:00'],
    ['the author answered, and changes are requested again', { acts: [asked, refused, wrote(bob, '03-04T09:00'), reviewed(dan, '03-05T09:00', 'changes-requested')] }, 'awaiting-author of bob since 03-05T09:00'],
    ['the review asks for changes of an earlier commit than the first one seen', { kept: { heads: [{ sha: headSha, at: on('03-06T09:00') }] }, acts: [asked, reviewed(dan, '03-03T09:00', 'changes-requested', oldSha), pushed(bob, '03-06T09:00')] }, 'awaiting-decision of carol since 03-06T09:00'],
    ['the review asks for changes of the commit that was first seen later', { kept: { heads: [{ sha: headSha, at: on('03-06T09:00') }] }, acts: [asked, refused, pushed(bob, '03-06T09:00')] }, 'awaiting-author of bob since 03-03T09:00'],
    ['the review is of an earlier commit, though the new one was there', { kept: { heads: [{ sha: oldSha, at: on('03-01T10:00') }, { sha: headSha, at: on('03-02T12:00') }] }, acts: [asked, reviewed(dan, '03-03T09:00', 'changes-requested', oldSha)] }, 'awaiting-author of bob since 03-03T09:00'],
    ['a bot requests changes', { acts: [reviewed(robot, '03-03T09:00', 'changes-requested')] }, 'drifting of bob, carol since 03-01T10:00'],

    ['a review is open', { acts: [asked] }, 'awaiting-review of dan since 03-02T09:00'],
    ['two reviews are open', { acts: [asked, requested(alice, '03-03T09:00')] }, 'awaiting-review of dan, alice since 03-03T09:00'],
    ['one of two has answered', { acts: [asked, requested(alice, '03-02T09:00'), reviewed(alice, '03-04T09:00')] }, 'awaiting-review of dan since 03-04T09:00'],
    ['a review is open, and others talk', { acts: [asked, wrote(bob, '03-04T09:00'), wrote(carol, '03-05T09:00')] }, 'awaiting-review of dan since 03-02T09:00'],
    ['a review is open, and there is a new text', { acts: [asked, pushed(bob, '03-05T09:00')], kept: { heads: [] } }, 'awaiting-review of dan since 03-05T09:00'],
    ['a review is open, and the head is seen for the first time', { acts: [asked, pushed(bob, '03-05T09:00')], kept: { heads: [{ sha: headSha, at: on('03-05T09:00') }] } }, 'awaiting-review of dan since 03-02T09:00'],
    ['a review is open, and labels change', { acts: [asked, labelled(dan, '03-04T09:00')] }, 'awaiting-review of dan since 03-02T09:00'],
    ['a review is open, and the reviewer asks others in', { acts: [asked, requested(alice, '03-04T09:00', dan)] }, 'awaiting-review of dan, alice since 03-04T09:00'],
    ['one of two was let off', { acts: [asked, requested(alice, '03-02T09:00'), requestRemoved(alice, '03-04T09:00')] }, 'awaiting-review of dan since 03-04T09:00'],
    ['a team is asked', { teams, acts: [requested(infra, '03-02T09:00')] }, 'awaiting-review of acme/infra since 03-02T09:00'],
    ['a team is asked, and a member of it renames the RFC', { teams, acts: [requested(infra, '03-02T09:00'), did('renamed', dan, '03-04T09:00')] }, 'awaiting-review of acme/infra since 03-04T09:00'],
    ['a team is asked that the author belongs to', { teams, acts: [requested(infra, '03-02T09:00'), wrote(bob, '03-04T09:00')] }, 'awaiting-review of acme/infra since 03-02T09:00'],
    ['somebody is asked by name on an issue', { rfc: { ...anIssue, body: '@dan?' }, documents: [aBody('**Decision Owner**: @carol\n')] }, 'awaiting-review of dan since 03-01T10:00'],
    ['a bot does something in the name of nobody', { acts: [asked, wrote(robot, '03-04T09:00')] }, 'awaiting-review of dan since 03-02T09:00'],
    ['Unpause does something', { acts: [asked, { kind: 'assigned', at: on('03-04T09:00'), by: dan, of: dan, isOwn: true }] }, 'awaiting-review of dan since 03-02T09:00'],

    ['all are heard', { acts: [asked, reviewed(dan, '03-04T09:00')] }, 'awaiting-decision of carol since 03-04T09:00'],
    ['all are heard, and the thread is busy', { acts: [asked, reviewed(dan, '03-04T09:00'), wrote(bob, '03-05T09:00'), wrote(dan, '03-06T09:00')] }, 'awaiting-decision of carol since 03-04T09:00'],
    ['all are heard, and the owner thinks aloud', { acts: [asked, reviewed(dan, '03-04T09:00'), wrote(carol, '03-06T09:00')] }, 'awaiting-decision of carol since 03-06T09:00'],
    ['all are heard, and the owner was not looked up', { people: [], acts: [asked, reviewed(dan, '03-04T09:00')] }, 'awaiting-decision of nobody since 03-04T09:00'],
    ['it was decided on another text', { kept: { decisions: [decided({ texts: ['old'] })] }, acts: [asked] }, 'awaiting-decision of carol since 03-04T09:00'],
    ['it was decided by another owner', { kept: { decisions: [decided({ owner: named(alice) })] } }, 'awaiting-decision of carol since 03-04T09:00'],

    ['nobody was asked', {}, 'drifting of bob, carol since 03-01T10:00'],
    ['nobody was asked, and people talk', { acts: [wrote(alice, '03-05T09:00')] }, 'drifting of bob, carol since 03-05T09:00'],
    ['nobody was asked, and bots talk', { acts: [wrote(robot, '03-05T09:00')] }, 'drifting of bob, carol since 03-01T10:00'],
    ['nobody was asked, and the author is the owner', { rfc: { author: carol } }, 'drifting of carol since 03-01T10:00'],

    ['it is closed', { rfc: { isOpen: false } }, null],
    ['it is merged', { rfc: { isOpen: false, isMerged: true } }, null],
    ['it is a draft', { rfc: { isDraft: true } }, null],
    ['it is decided', { kept: { decisions: [decided()] }, acts: [asked] }, null],
    ['it is deferred', { kept: { decisions: [decided({ outcome: 'defer' })] } }, null],
    ['it was decided and opened again', { kept: { decisions: [decided({ reopened: { at: on('03-09T09:00'), by: named(carol), why: 'News.', source: aSource(carol) } })] }, acts: [asked] }, 'awaiting-review of dan since 03-09T09:00'],
    ['a planned pause is on', { kept: { waits: [wait('03-10T09:00', '03-25T09:00')] } }, null],
    ['a planned pause is over', { kept: { waits: [wait('03-10T09:00', '03-15T09:00')] } }, 'drifting of bob, carol since 03-15T09:00'],
    ['a planned pause is over, and nobody else acted', { kept: { waits: [wait('03-10T09:00', '03-15T09:00')] }, acts: [asked] }, 'awaiting-review of dan since 03-15T09:00'],
    ['somebody asked to be waited for', { kept: { waits: [{ ...wait('03-19T09:00', '03-23T09:00'), kind: 'hold', by: named(dan) }] }, acts: [asked] }, 'awaiting-review of dan since 03-02T09:00'],

    ['it became ready', { acts: [asked, did('readied', alice, '03-06T09:00')] }, 'awaiting-review of dan since 03-06T09:00'],
    ['it was closed and opened again', { acts: [asked, did('closed', alice, '03-05T09:00'), did('reopened', alice, '03-06T09:00')] }, 'awaiting-review of dan since 03-06T09:00'],
    ['it was there before Unpause was', { rules: { configuredAt: on('03-10T09:00') }, acts: [asked] }, 'awaiting-review of dan since 03-10T09:00'],
    ['it is not known since when Unpause is here', { rules: { configuredAt: null }, kept: { firstSeenAt: on('03-11T09:00') }, acts: [asked] }, 'awaiting-review of dan since 03-11T09:00'],
  ])('where %s', (_, parts, expected) => {
    expect(pause(parts)).toBe(expected);
  });

  it('does not move with time alone, and never begins before the clock', () => {
    const people = fc.constantFrom(alice, bob, carol, dan, robot);
    const moment = fc.integer({ min: 1, max: 20 }).map((day) => `03-${String(day).padStart(2, '0')}T12:00`);
    const act = fc.oneof(
      fc.tuple(people, moment).map(([by, at]) => wrote(by, at)),
      fc.tuple(people, moment, fc.constantFrom('approved' as const, 'changes-requested' as const)).map(([by, at, state]) => reviewed(by, at, state)),
      fc.tuple(people, moment).map(([of, at]) => requested(of, at)),
      fc.tuple(people, moment).map(([by, at]) => pushed(by, at)),
      fc.tuple(fc.constantFrom('readied' as const, 'reopened' as const, 'renamed' as const), people, moment).map(([kind, by, at]) => did(kind, by, at)),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.integer({ min: 0, max: 10 }), (some, days) => {
        const acts = some.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
        const snapshot = aSnapshot({ people: everybody, documents: [carols], rfc: { author: bob }, acts });
        const now = new Date('2026-03-21T00:00:00Z');
        const [first, later] = [now, new Date(now.getTime() + days * 86_400_000)].map((at) => pauseOf(snapshot, aRecord(), defaultConfig, at));
        expect(later).toEqual(first);
        expect(Date.parse(first?.since ?? '')).toBeGreaterThanOrEqual(clockStart(snapshot, aRecord()).getTime());
        expect(Date.parse(first?.since ?? '')).toBeLessThanOrEqual(now.getTime());
      }),
    );
  });
});

function wait(from: string, until: string): Record['waits'][number] {
  return { kind: 'wait', by: named(bob), from: on(from), until: on(until), why: 'The audit.', source: aSource(bob) };
}

function stretches(acts: readonly Act[], waits: Record['waits'] = []): string[] {
  const intervals = pausedIntervals(aSnapshot({ acts }), aRecord({ waits }));
  return intervals.map(({ from, until }) => `${from.toISOString().slice(5, 16)} ${until.toISOString().slice(5, 16)}`);
}

describe('pausedIntervals', () => {
  const hold = { ...wait('03-03T09:00', '03-06T09:00'), kind: 'hold' as const, by: named(dan), source: aSource(dan, 5) };

  it.each<[string, string[], string[]]>([
    ['a planned wait', stretches([], [wait('03-03T09:00', '03-06T09:00')]), ['03-03T09:00 03-06T09:00']],
    ['a hold', stretches([wrote(dan, '03-03T09:00', '', 5)], [hold]), ['03-03T09:00 03-06T09:00']],
    ['a hold until the one who asked has spoken', stretches([wrote(dan, '03-03T09:00', '', 5), reviewed(dan, '03-04T09:00')], [hold]), ['03-03T09:00 03-04T09:00']],
    ['a hold that a review asks for', stretches([reviewed(dan, '03-03T09:00', 'commented')], [hold]), ['03-03T09:00 03-06T09:00']],
    ['a hold while others speak', stretches([wrote(bob, '03-04T09:00')], [hold]), ['03-03T09:00 03-06T09:00']],
    ['a draft', stretches([did('drafted', bob, '03-03T09:00'), did('readied', bob, '03-05T09:00')]), ['03-03T09:00 03-05T09:00']],
    ['a draft from the start', stretches([did('readied', bob, '03-05T09:00')]), ['03-01T10:00 03-05T09:00']],
    ['two drafts', stretches([did('readied', bob, '03-02T09:00'), did('drafted', bob, '03-03T09:00'), did('readied', bob, '03-05T09:00')]), ['03-01T10:00 03-02T09:00', '03-03T09:00 03-05T09:00']],
    ['no draft that is one still', stretches([did('drafted', bob, '03-03T09:00')]), []],
    ['nothing', stretches([wrote(bob, '03-03T09:00')]), []],
  ])('leaves out %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it.each<[string, string, string | null]>([
    ['before', '03-03T08:59', null],
    ['from the beginning', '03-03T09:00', '2026-03-08T09:00:00.000Z'],
    ['where two meet', '03-06T09:00', '2026-03-08T09:00:00.000Z'],
    ['at the end', '03-08T09:00', null],
  ])('knows until when the clock stands still: %s', (_, moment, expected) => {
    const paused = pausedIntervals(aSnapshot(), aRecord({ waits: [wait('03-06T09:00', '03-08T09:00'), wait('03-03T09:00', '03-06T09:00')] }));
    expect(stillUntil(paused, new Date(on(moment)))?.toISOString() ?? null).toBe(expected);
  });

  it('knows until when an RFC waits, and that a hold is not that', () => {
    const at = (moment: string, waits: Record['waits']) => waitsUntil(aRecord({ waits }), new Date(on(moment)))?.toISOString() ?? null;
    expect([at('03-04T09:00', [wait('03-03T09:00', '03-06T09:00')]), at('03-04T09:00', [hold]), at('03-06T09:00', [wait('03-03T09:00', '03-06T09:00')])]).toEqual(['2026-03-06T09:00:00.000Z', null, null]);
  });
});
