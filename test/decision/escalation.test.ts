import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import type { Act } from '../../src/decision/acts.ts';
import { acknowledge, endEscalation, isExhausted, nextDueAt, nextOnPath, openEscalation, pathOf, withAsked, type PathContext } from '../../src/decision/escalation.ts';
import type { Escalation } from '../../src/decision/record-schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { aComment, alice, aRecord, aSource, bob, carol, dan, erin, everybody, named, robot, writtenAt } from '../support/a-command-context.ts';
import { aSnapshot, idle, workdays } from '../support/a-snapshot.ts';

const config = { ...defaultConfig, escalation: { ...defaultConfig.escalation, path: ['bob', 'acme/infra', 'erin'] } };
const teams = [{ team: 'acme/infra', members: [carol, bob] }];

function anEscalation(parts: Partial<Escalation> = {}): Escalation {
  return { n: 1, by: named(dan), why: 'We need a decision.', source: aSource(dan), openedAt: writtenAt, to: null, asked: [], ended: null, ...parts };
}

function asked(...accounts: readonly Account[]): Escalation['asked'] {
  return accounts.map((account, index) => ({ person: named(account), at: `2026-03-0${index + 3}T12:00:00Z` }));
}

function pathContext(parts: Partial<PathContext> = {}): PathContext {
  return { config, snapshot: aSnapshot({ people: everybody, teams }), owners: [alice], waitsFor: [], at: new Date(writtenAt), ...parts };
}

function awayFrom(account: Account, from: string, until: string) {
  const load = { ...idle, absences: [{ person: account.id, from, until }] };
  return { snapshot: aSnapshot({ people: everybody, teams, load }) };
}

describe('pathOf', () => {
  it('is the people and teams of the config, each person once', () => {
    expect(pathOf(config, aSnapshot({ people: everybody, teams }))).toEqual([bob, carol, erin]);
  });

  it.each<[string, string[], Account[]]>([
    ['is that of the domain, where it has one', ['erin'], [erin]],
    ['is that of the repository, where the domain has none', [], [bob, carol, erin]],
  ])('%s', (_, escalation, expected) => {
    const keys: Config['domains'][string] = { about: '', when: { field: [], labels: ['keys'], paths: [] }, owners: [], rung: 'consult', zone: 'local', consult: [], escalation, topics: [] };
    const snapshot = aSnapshot({ people: everybody, teams, rfc: { labels: ['RFC', 'keys'] } });
    expect(pathOf({ ...config, domains: { keys } }, snapshot)).toEqual(expected);
  });
});

describe('openEscalation', () => {
  it('is the one that did not end', () => {
    const ended = anEscalation({ ended: { at: writtenAt, how: 'withdrawn' } });
    const open = anEscalation({ n: 2 });
    expect(openEscalation(aRecord({ escalations: [ended, open] }))).toEqual(open);
    expect(openEscalation(aRecord({ escalations: [ended] }))).toBeNull();
  });
});

describe('nextOnPath', () => {
  it.each<[string, Partial<Escalation>, Partial<PathContext>, Account | null]>([
    ['begins with the first', {}, {}, bob],
    ['goes on to the next', { asked: asked(bob) }, {}, carol],
    ['ends with nobody', { asked: asked(bob, carol, erin) }, {}, null],
    ['asks whom the request names first', { to: named(dan) }, {}, dan],
    ['asks whom the request names though they are away', { to: named(erin) }, awayFrom(erin, '2026-03-01T00:00:00Z', '2026-03-10T00:00:00Z'), erin],
    ['uses the login that somebody has now', { to: { id: 12, login: 'robert' } }, {}, bob],
    ['goes on to the path once the one named was asked', { to: named(erin), asked: asked(erin) }, {}, bob],
    ['passes over who is away', {}, awayFrom(bob, '2026-03-01T00:00:00Z', '2026-03-10T00:00:00Z'), carol],
    ['does not pass over who is back', {}, awayFrom(bob, '2026-02-01T00:00:00Z', '2026-03-02T10:00:00Z'), bob],
    ['passes over who asks for the help', { by: named(bob) }, {}, carol],
    ['passes over the author', {}, { snapshot: aSnapshot({ people: everybody, teams, rfc: { author: bob } }) }, carol],
    ['passes over the owner who is being waited for', {}, { owners: [bob], waitsFor: [bob] }, carol],
    ['asks the owner while others are being waited for', {}, { owners: [bob], waitsFor: [carol] }, bob],
    ['asks somebody else who is being waited for', {}, { waitsFor: [bob, { team: 'acme/infra' }] }, bob],
    ['has nobody without a path', {}, { config: defaultConfig }, null],
    ['has nobody where a team is not shown', {}, { config: { ...config, escalation: { ...config.escalation, path: ['acme/hidden'] } } }, null],
  ])('%s', (_, parts, context, expected) => {
    const escalation = anEscalation(parts);
    expect(nextOnPath(escalation, pathContext(context))).toEqual(expected);
    expect(isExhausted(escalation, pathContext(context))).toBe(expected === null);
  });
});

describe('nextDueAt', () => {
  const friday = [{ person: named(bob), at: '2026-03-06T15:00:00Z' }];
  it.each<[string, Partial<Escalation>, string | null]>([
    ['the first one at once', {}, writtenAt],
    ['the next one two working days after the last', { asked: friday }, '2026-03-10T15:00:00.000Z'],
    ['counts from the last one asked', { asked: [...asked(carol), ...friday] }, '2026-03-10T15:00:00.000Z'],
    ['at once whom somebody named since', { asked: friday, to: named(carol) }, '2026-03-06T15:00:00Z'],
    ['after the last one once the named one was asked', { asked: friday, to: named(bob) }, '2026-03-10T15:00:00.000Z'],
    ['nobody once it is over', { asked: friday, ended: { at: '2026-03-09T09:00:00Z', how: 'acknowledged' } }, null],
  ])('asks %s', (_, parts, expected) => {
    expect(nextDueAt(anEscalation(parts), { calendar: workdays, config })).toEqual(expected === null ? null : new Date(expected));
  });

  it('stops the clock for a planned pause', () => {
    const paused = [{ from: new Date('2026-03-09T00:00:00Z'), until: new Date('2026-03-11T00:00:00Z') }];
    expect(nextDueAt(anEscalation({ asked: friday }), { calendar: workdays, config, paused })).toEqual(new Date('2026-03-12T15:00:00Z'));
  });
});

describe('acknowledge', () => {
  const open = anEscalation({ asked: [{ person: named(bob), at: '2026-03-03T09:00:00Z' }] });
  const base = { by: bob, at: '2026-03-03T10:00:00Z', isOwn: false };
  const answered = { ...open, ended: { at: base.at, how: 'acknowledged' } };
  it.each<[string, Act, Escalation, unknown]>([
    ['takes a comment for an answer', aComment(base), open, answered],
    ['takes a push for an answer', { ...base, kind: 'pushed', sha: 'a' }, open, answered],
    ['takes a request for a review for an answer', { ...base, kind: 'requested', of: carol }, open, answered],
    ['knows somebody by their id', aComment({ ...base, by: { ...bob, login: 'robert' } }), open, answered],
    ['does not take a label for one', { ...base, kind: 'labelled', label: 'x' }, open, open],
    ['does not take what came before the request for one', aComment({ ...base, at: '2026-03-03T08:59:59Z' }), open, open],
    ['does not take what was written in the same second for one', aComment({ ...base, at: '2026-03-03T09:00:00Z' }), open, open],
    ['does not take what somebody else did for one', aComment({ ...base, by: carol }), open, open],
    ['does not take the login of somebody else for them', aComment({ ...base, by: { ...carol, login: bob.login } }), open, open],
    ['takes no act of a bot for one', aComment({ ...base, by: robot }), anEscalation({ asked: [{ person: named(robot), at: writtenAt }] }), anEscalation({ asked: [{ person: named(robot), at: writtenAt }] })],
    ['leaves one that is over alone', aComment(base), { ...open, ended: { at: writtenAt, how: 'withdrawn' } }, { ...open, ended: { at: writtenAt, how: 'withdrawn' } }],
  ])('%s', (_, act, escalation, expected) => {
    expect(acknowledge(escalation, act)).toEqual(expected);
  });
});

describe('withAsked', () => {
  it('keeps whom the call asked, and when, once', () => {
    const once = withAsked(anEscalation(), bob, '2026-03-03T09:00:00Z');
    expect(once).toEqual(anEscalation({ asked: [{ person: named(bob), at: '2026-03-03T09:00:00Z' }] }));
    expect(withAsked(once, bob, '2026-03-04T09:00:00Z')).toEqual(once);
    expect(withAsked(once, carol, '2026-03-05T09:00:00Z').asked.map(({ person }) => person)).toEqual([named(bob), named(carol)]);
  });
});

describe('endEscalation', () => {
  it.each(['withdrawn', 'unanswered'] as const)('ends an open request as %s, and keeps how another one ended', (how) => {
    const ended = anEscalation({ ended: { at: '2026-03-05T09:00:00Z', how } });
    expect(endEscalation(anEscalation(), how, '2026-03-05T09:00:00Z')).toEqual(ended);
    expect(endEscalation(ended, 'withdrawn', '2026-03-06T09:00:00Z')).toEqual(ended);
  });
});
