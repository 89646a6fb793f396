import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Config, defaultConfig } from '../../src/config/schema.ts';
import type { Act } from '../../src/decision/acts.ts';
import { candidatesOf } from '../../src/decision/candidates.ts';
import type { OtherTerm } from '../../src/decision/load.ts';
import type { Pause } from '../../src/decision/pause-facts.ts';
import type { PersonFacts } from '../../src/decision/people.ts';
import { newRecord } from '../../src/decision/record.ts';
import type { Record, Term } from '../../src/decision/record-schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';

const at = new Date('2026-03-12T10:00:00Z');
const before = '2026-03-11T10:00:00Z';

/** The author of the RFC and its Decision Owner; the others are free. */
const owner: Account = { id: 11, login: 'alice', isBot: false };
const author: Account = { id: 12, login: 'bob', isBot: false };
const carol: Account = { id: 13, login: 'carol', isBot: false };
const dave: Account = { id: 14, login: 'dave', isBot: false };
const erin: Account = { id: 15, login: 'erin', isBot: false };
const robot: Account = { id: 16, login: 'robot[bot]', isBot: true };
const everybody = [owner, author, carol, dave, erin, robot];

function facts(account: Account, more: Partial<PersonFacts> = {}): PersonFacts {
  return { account, permission: 'write', isAssignable: true, ...more };
}

function aTerm(holder: Account, more: Partial<Term> = {}): Term {
  return {
    n: 1,
    holder: { id: holder.id, login: holder.login },
    step: 'awaiting-review',
    scope: null,
    how: 'asked',
    startedAt: '2026-03-09T10:00:00Z',
    dueAt: '2026-03-12T09:00:00Z',
    activeAt: null,
    source: null,
    ended: { at: '2026-03-12T09:00:00Z', how: 'time', note: null, source: null },
    ...more,
  };
}

function elsewhere(holder: Account, more: Partial<OtherTerm> = {}): OtherTerm {
  return { holder: holder.id, startedAt: before, dueAt: '2026-03-14T10:00:00Z', endedAt: null, isVolunteered: false, ...more };
}

function comment(by: Account): Act {
  return { kind: 'comment', at: before, by, isOwn: false, id: 1, body: 'Text', hash: '0'.repeat(16), isEdited: false, url: 'https://github.com/acme/rfcs/pull/7#c' };
}

function requested(of: Account | { team: string }): Act {
  return { kind: 'requested', at: before, by: author, isOwn: false, of };
}

interface Parts {
  isPrivate?: boolean;
  snapshot?: SnapshotParts;
  record?: Partial<Record>;
  pause?: Partial<Pause>;
  dri?: Partial<Config['dri']>;
}

function candidates({ isPrivate = false, snapshot = {}, record = {}, pause = {}, dri = {} }: Parts) {
  const observed = aSnapshot({ people: everybody.map((account) => facts(account)), ...snapshot, rfc: { author, ...snapshot.rfc } });
  return candidatesOf({
    snapshot: { ...observed, repository: { ...observed.repository, isPrivate } },
    record: { ...newRecord('2026-03-01T10:00:00Z'), ...record },
    config: { ...defaultConfig, dri: { ...defaultConfig.dri, ...dri } },
    pause: { kind: 'awaiting-review', waitsFor: [], since: '2026-03-05T10:00:00Z', ...pause },
    at,
  });
}

function names(parts: Parts): string[] {
  return candidates(parts).available.map(({ account }) => account.login);
}

const three = ['carol', 'dave', 'erin'];
const all = { pool: [...three, 'alice', 'bob', 'robot[bot]'] };

describe('candidatesOf', () => {
  it.each<[string, Parts, string[]]>([
    ['leaves out the author, the Decision Owner and bots', { dri: all }, three],
    ['asks the author where the config says so', { dri: { ...all, 'exclude-author': false } }, [...three, 'bob']],
    ['leaves out whoever is away', { dri: all, snapshot: { load: { terms: [], absences: [{ person: 13, from: before, until: '2026-03-20T10:00:00Z' }], callsToday: 0 } } }, ['dave', 'erin']],
    ['asks whoever is back', { dri: all, snapshot: { load: { terms: [], absences: [{ person: 13, from: before, until: at.toISOString() }], callsToday: 0 } } }, three],
    ['leaves out who passed', { dri: all, record: { passed: [13, 15] } }, ['dave']],
    ['leaves out whom GitHub would not assign', { dri: all, snapshot: { people: everybody.map((account) => facts(account, { isAssignable: account.id === 13 ? false : null })) } }, ['dave', 'erin']],
    ['leaves out who holds as many terms as one may', { dri: all, snapshot: { load: { terms: [elsewhere(carol), elsewhere(carol), elsewhere(dave)], absences: [], callsToday: 0 } } }, ['dave', 'erin']],
    ['counts a term here among them', { dri: all, record: { terms: [aTerm(carol, { dueAt: '2026-03-14T09:00:00Z', ended: null })] }, pause: { since: '2026-03-10T10:00:00Z' }, snapshot: { load: { terms: [elsewhere(carol)], absences: [], callsToday: 0 } } }, ['dave', 'erin']],
    ['does not count a term that ran out', { dri: all, snapshot: { load: { terms: [elsewhere(carol), elsewhere(carol, { dueAt: '2026-03-12T09:00:00Z' })], absences: [], callsToday: 0 } } }, three],
    ['leaves out whose term in this pause went unanswered', { dri: all, record: { terms: [aTerm(carol)] } }, ['dave', 'erin']],
    ['leaves out who gave this step back', { dri: all, record: { terms: [aTerm(carol, { activeAt: before, ended: { at: before, how: 'released', note: null, source: null } })] } }, ['dave', 'erin']],
    ['forgives a term of a pause that is over', { dri: all, record: { terms: [aTerm(carol)] }, pause: { since: '2026-03-12T09:30:00Z' } }, three],
    ['asks who drove this step before only where nobody else is left', { dri: { pool: ['carol'] }, record: { terms: [aTerm(carol, { activeAt: before })] } }, ['carol']],
    ['prefers others to who drove this step before', { dri: all, record: { terms: [aTerm(carol, { activeAt: before })] } }, ['dave', 'erin']],
    ['prefers others to whom it waits for anyway', { dri: all, pause: { waitsFor: [dave] } }, ['carol', 'erin']],
    ['asks whom it waits for where nobody else is left', { dri: { pool: ['dave'] }, pause: { waitsFor: [dave] } }, ['dave']],
    ['prefers others to a team it waits for', { dri: all, pause: { waitsFor: [{ team: 'acme/infra' }] }, snapshot: { teams: [{ team: 'acme/infra', members: [carol, erin] }] } }, ['dave']],
    ['takes the members of a team', { dri: { pool: ['acme/infra'] }, snapshot: { teams: [{ team: 'Acme/Infra', members: [carol, robot] }] } }, ['carol']],
    ['has nobody where GitHub does not show the members', { dri: { pool: ['acme/infra'] }, snapshot: { teams: [{ team: 'acme/infra', members: null }] } }, []],
    ['has nobody where nobody was looked up', { dri: { pool: ['zoe'] } }, []],
    ['takes whoever was asked for a review, also long ago', { dri: { pool: ['reviewers'] }, snapshot: { acts: [requested(carol)], reviewers: [dave] } }, ['carol', 'dave']],
    ['takes who wrote here', { dri: { pool: ['participants'] }, snapshot: { acts: [comment(carol), comment(robot), requested(dave)] } }, ['carol']],
    ['does not take a passer-by in public', { dri: { pool: ['participants'] }, snapshot: { acts: [comment(carol), comment(dave)], people: [facts(carol, { permission: 'read' }), facts(dave)] } }, ['dave']],
    ['takes any colleague who wrote in private', { dri: { pool: ['participants'] }, isPrivate: true, snapshot: { acts: [comment(carol)], people: [facts(carol, { permission: 'read' })] } }, ['carol']],
    ['takes the owners of the changed files', { dri: { pool: ['codeowners'] }, snapshot: { codeowners: ['Dave', 'acme/infra'], teams: [{ team: 'acme/infra', members: [erin] }] } }, ['dave', 'erin']],
    ['has nobody where the owners are not known', { dri: { pool: ['codeowners'] } }, []],
  ])('%s', (_, parts, expected) => {
    expect(names(parts).toSorted()).toEqual(expected.toSorted());
  });

  it('gives the most telling reason for each', () => {
    const snapshot = { codeowners: ['carol'], reviewers: [carol, dave], acts: [comment(carol), comment(dave), comment(erin)] };
    const { available } = candidates({ dri: { pool: ['carol', 'dave', 'erin', 'codeowners', 'reviewers', 'participants'] }, snapshot });
    expect(available.map(({ account, reason }) => `${account.login}: ${reason}`)).toEqual(['carol: code-owner', 'dave: reviewer', 'erin: participant']);
  });

  it('shares the load among the whole pool, whether it can be asked or not', () => {
    const { pool, load } = candidates({ dri: { pool: three }, record: { passed: [13], terms: [aTerm(dave)] }, snapshot: { load: { terms: [elsewhere(erin)], absences: [], callsToday: 0 } } });
    expect(pool.map(({ login }) => login)).toEqual(three);
    expect(load.terms.map(({ holder }) => holder)).toEqual([15, 14]);
  });

  it('never offers anybody who is excluded, whatever comes together', () => {
    const ids = fc.subarray(everybody.map(({ id }) => id));
    fc.assert(
      fc.property(ids, ids, ids, ids, (passed, absent, refused, waitedFor) => {
        const { available } = candidates({
          dri: { pool: everybody.map(({ login }) => login) },
          record: { passed },
          pause: { waitsFor: everybody.filter(({ id }) => waitedFor.includes(id)) },
          snapshot: {
            people: everybody.map((account) => facts(account, { isAssignable: !refused.includes(account.id) })),
            load: { terms: [], absences: absent.map((person) => ({ person, from: before, until: '2026-03-20T10:00:00Z' })), callsToday: 0 },
          },
        });
        const excluded = [owner.id, author.id, robot.id, ...passed, ...absent, ...refused];
        const able = everybody.map(({ id }) => id).filter((id) => !excluded.includes(id));
        const others = able.filter((id) => !waitedFor.includes(id));
        expect(available.map(({ account }) => account.id)).toEqual(others.length > 0 ? others : able);
      }),
      { numRuns: 500 },
    );
  });
});
