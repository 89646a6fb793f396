import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { parseConfig } from '../../src/config/parse.ts';
import type { Act, Addressee } from '../../src/decision/acts.ts';
import { leaveFor, mayUse, rolesOf, type Leave, type Standing } from '../../src/decision/members.ts';
import { permissions, type Permission } from '../../src/decision/people.ts';
import type { Period, Record, Term } from '../../src/decision/record-schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, aRecord, aSource, bob, carol, dan, erin, everybody, named, robot } from '../support/a-command-context.ts';
import { aDocument, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';

interface Parts extends SnapshotParts {
  config?: Config;
  kept?: Partial<Record>;
}

function standing({ config = defaultConfig, kept, ...parts }: Parts = {}): Standing {
  return { snapshot: aSnapshot({ people: everybody, ...parts }), config, record: aRecord(kept) };
}

function configOf(text: string): Config {
  const parsed = parseConfig(text, { rules: [] });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes));
  return parsed.config;
}

const zoe: Account = { id: 42, login: 'zoe', isBot: false };
const infra = { team: 'acme/infra' };
const team = { teams: [{ team: 'Acme/Infra', members: [zoe] }] };
const hidden = { teams: [{ team: 'acme/infra', members: null }] };

function request(of: Addressee, kind: 'requested' | 'request-removed' = 'requested'): Act {
  return { kind, of, by: alice, at: '2026-03-01T10:00:00Z', isOwn: false };
}

const term: Term = {
  n: 1,
  holder: { id: dan.id, login: 'daniel' },
  step: 'drifting',
  scope: null,
  how: 'taken',
  startedAt: '2026-03-01T10:00:00Z',
  dueAt: '2026-03-04T10:00:00Z',
  activeAt: null,
  source: aSource(dan),
  ended: null,
};
const ended = { at: '2026-03-02T10:00:00Z', how: 'done' as const, note: null, source: aSource(dan) };
const period: Period = { n: 1, rung: 'consent', domain: null, zone: 'local', entitled: [named(dan)], teams: [], from: '2026-03-01T12:00:00Z', until: '2026-03-08T12:00:00Z', last: '2026-03-15T12:00:00Z', more: '2 days', quorum: 0, extensions: [] };
const bobs = [aDocument({ text: '**Decision Owner**: @bob\n' })];
const consulted = [aDocument({ text: '**Decision Owner**: @bob\n**Consulted**: @dan\n' })];

describe('rolesOf', () => {
  it.each<[string, Account, Parts, readonly string[]]>([
    ['a stranger', dan, {}, []],
    ['a stranger who was not looked up', zoe, {}, []],
    ['the author', alice, { documents: bobs }, ['author', 'members']],
    ['the owner', dan, { documents: [aDocument({ text: '**Decision Owner**: @Dan\n' })] }, ['members', 'owner']],
    ['the temporary DRI, by the id', dan, { kept: { terms: [term] } }, ['dri']],
    ['a former temporary DRI', dan, { kept: { terms: [{ ...term, ended }] } }, []],
    ['somebody who is asked for a review', dan, { reviewers: [dan] }, ['asked', 'members']],
    ['somebody who gave one', dan, { acts: [request(dan)] }, ['asked', 'members']],
    ['somebody who is asked no more', dan, { acts: [request(dan), request(dan, 'request-removed')] }, []],
    ['a member of a team that is asked', zoe, { reviewers: [infra], ...team }, ['asked', 'members']],
    ['anybody, while a team is not shown', zoe, { reviewers: [infra], ...hidden }, []],
    ['somebody consulted', dan, { documents: consulted }, ['asked']],
    ['somebody whom a period asks, though nobody waits for an answer', dan, { kept: { period } }, ['asked']],
    ['somebody whom a period asked that begins anew', dan, { kept: { period, amended: { by: named(alice), why: 'Others.', at: '2026-03-02T10:00:00Z', source: aSource(alice) } } }, []],
    ['somebody with triage rights', carol, {}, ['members', 'triage']],
    ['somebody with write access', bob, {}, ['members', 'triage', 'write']],
    ['a maintainer', erin, {}, ['maintain', 'members', 'triage', 'write']],
    ['a bot with write access', robot, { reviewers: [robot] }, []],
    ['somebody in `decision.owners`', zoe, { config: configOf('decision: { owners: [Zoe] }') }, ['members']],
    ['somebody in `dri.pool`', zoe, { config: configOf("dri: { pool: ['@zoe', participants] }") }, ['members']],
    ['somebody on the escalation path, by their team', zoe, { config: configOf("escalation: { path: ['@acme/infra'] }"), ...team }, ['members']],
    ['somebody in `people`', zoe, { config: configOf('people: { Zoe Smith: zoe }') }, ['members']],
    ['the owner of another domain', zoe, { config: configOf('domains: { api: { owners: [zoe] } }') }, ['members']],
    ['the owner of this domain', zoe, { config: configOf('domains: { api: { owners: [zoe], when: { labels: api } } }'), rfc: { labels: ['API'] } }, ['domain-owners', 'members']],
    ['somebody called like a word of the pool', { ...zoe, login: 'reviewers' }, {}, []],
  ])('knows %s', (_, account, parts, expected) => {
    expect([...rolesOf(account, standing(parts))].sort()).toEqual(['anyone', ...expected].sort());
  });

  it.each(permissions)('knows rights by GitHub’s permissions alone: %s', (permission: Permission) => {
    const people = [{ account: zoe, permission, isAssignable: true }];
    const reached = permissions.slice(permissions.indexOf('triage'), permissions.indexOf(permission) + 1);
    const expected = reached.length === 0 ? ['anyone'] : ['anyone', 'members', ...reached];
    expect([...rolesOf(zoe, standing({ people }))].sort()).toEqual(expected.sort());
  });

  it('does not know a login that was registered anew', () => {
    const anew: Account = { id: 1000, login: 'carol', isBot: false };
    const named = { terms: [{ ...term, holder: { id: carol.id, login: 'carol' } }] };
    expect([...rolesOf(anew, standing({ kept: named }))]).toEqual(['anyone']);
  });
});

describe('leaveFor', () => {
  const only = (who: string) => configOf(`commands: { support: '${who}' }`);
  const unasked: SnapshotParts = { people: [{ account: dan, permission: null, isAssignable: null }] };

  it.each<[string, Account, Parts, Leave]>([
    ['anyone', dan, {}, 'given'],
    ['nobody', erin, {}, 'refused'],
    ['@dan', dan, {}, 'given'],
    ['@DAN', dan, {}, 'given'],
    ['@dan', carol, {}, 'refused'],
    ['@acme/infra', zoe, team, 'given'],
    ['@acme/infra', dan, team, 'refused'],
    ['@acme/infra', dan, hidden, 'unknown'],
    ['@acme/infra', dan, {}, 'unknown'],
    ['members', dan, {}, 'refused'],
    ['members', dan, unasked, 'unknown'],
    ['members', alice, { people: [] }, 'given'],
    ['triage', dan, unasked, 'unknown'],
    ['admin', erin, {}, 'refused'],
    ['author', dan, unasked, 'refused'],
    ['dri', dan, unasked, 'refused'],
    ['owner', dan, { ...unasked, documents: bobs }, 'refused'],
    ['anyone', robot, {}, 'given'],
    ['triage', robot, { people: [] }, 'refused'],
  ])('where it is for %s', (who, account, parts, expected) => {
    expect(leaveFor('support', account, standing({ config: only(who), ...parts }))).toBe(expected);
    expect(mayUse('support', account, standing({ config: only(who), ...parts }))).toBe(expected === 'given');
  });

  it('lets the temporary DRI decide where the config says so', () => {
    const parts = { documents: bobs, kept: { terms: [{ ...term, holder: named(dan) }] } };
    expect(leaveFor('decide', dan, standing(parts))).toBe('refused');
    expect(leaveFor('decide', dan, standing({ ...parts, config: configOf('dri: { may-decide: true }') }))).toBe('given');
  });

  it('does not refuse a member whose team is not shown', () => {
    const config = configOf("escalation: { path: ['@acme/infra'] }");
    expect(leaveFor('support', dan, standing({ config, ...hidden }))).toBe('unknown');
  });
});
