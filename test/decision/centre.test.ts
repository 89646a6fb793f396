import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { centreCall, mostTold } from '../../src/decision/centre.ts';
import type { Decision, Period, Record } from '../../src/decision/record-schema.ts';
import type { Account, Snapshot } from '../../src/decision/snapshot.ts';
import { alice, aRecord, aSource, bob, carol, dan, erin, everybody, named } from '../support/a-command-context.ts';
import { did } from '../support/some-acts.ts';
import { aSnapshot, now, type SnapshotParts } from '../support/a-snapshot.ts';

const domain: Config['domains'][string] = { about: '', when: { field: [], labels: ['RFC'], paths: [] }, owners: [], rung: 'delegate', zone: 'centre-aware', consult: [], escalation: [], topics: [] };

function configWith(pool: string[], parts: Partial<typeof domain> = {}): Config {
  return { ...defaultConfig, domains: { security: { ...domain, ...parts } }, stewards: { ...defaultConfig.stewards, pool } };
}

const period: Period = { n: 1, rung: 'consent', domain: 'security', zone: 'centre-aware', entitled: [named(dan)], teams: [], from: '2026-03-02T10:00:00Z', until: '2026-03-09T10:00:00Z', last: '2026-03-23T10:00:00Z', more: '2 working-days', quorum: 0, extensions: [] };
const under: Decision['under'] = { rung: 'consent', domain: 'security', zone: 'centre-aware', isSatisfied: true, missing: [], silent: [] };
const decision: Decision = { n: 3, outcome: 'accept', by: named(alice), owner: named(alice), why: 'Yes.', at: '2026-03-10T10:00:00Z', source: aSource(alice, 50), texts: [], confirmed: null, reopened: null, under, reviewed: null };

interface Case {
  config?: Config;
  record?: Partial<Record>;
  snapshot?: SnapshotParts;
}

function toldIn({ config = configWith(['carol', 'erin']), record = {}, snapshot = {} }: Case) {
  const seen: Snapshot = aSnapshot({ people: everybody, ...snapshot });
  const call = centreCall({ snapshot: seen, record: aRecord({ owners: ['alice'], ...record }), config, now });
  return call?.kind === 'centre' ? { event: call.event, asked: call.asked.map(({ login }) => login), more: call.more, hidden: call.hidden, decision: call.decision?.n ?? null, ...(call.stage === 'merged' && { stage: call.stage }) } : null;
}

const begun = { event: 'centre.0', asked: ['carol', 'erin'], more: 0, hidden: [], decision: null };
const made = { ...begun, event: 'centre.3', decision: 3 };
const merged = { ...begun, event: 'centre.merged', stage: 'merged' };
const over: SnapshotParts = { rfc: { isOpen: false, isMerged: true } };
const steward = (id: number): Account => ({ id, login: `steward-${id}`, isBot: false });
const crowd = Array.from({ length: 12 }, (_, index) => steward(100 + index));

describe('the stewards', () => {
  it.each<[string, Case, unknown]>([
    ['are told as a decision begins that reaches the whole', {}, begun],
    ['are told once its period has begun', { config: configWith(['carol', 'erin'], { rung: 'consent' }), record: { period } }, begun],
    ['are not told before its period has begun', { config: configWith(['carol', 'erin'], { rung: 'consent', consult: ['dan'] }) }, null],
    ['are told of it as it was frozen', { config: configWith(['carol', 'erin'], { zone: 'local' }), record: { period } }, begun],
    ['are told once it is decided', { record: { decisions: [decision] } }, made],
    ['are told of it when it is closed, too', { record: { decisions: [decision] }, snapshot: { rfc: { isOpen: false } } }, made],
    ['are told of no beginning when it is closed', { snapshot: { rfc: { isOpen: false } } }, null],
    ['are told of a merge without a decision', { snapshot: { ...over, acts: [did('merged', bob, '03-02T09:00')] } }, merged],
    ['are told of it as it was frozen, too', { config: configWith(['carol', 'erin'], { zone: 'local' }), record: { period }, snapshot: { ...over, acts: [did('merged', bob, '03-02T09:00')] } }, merged],
    ['are told of it later where they know of its beginning', { snapshot: { ...over, acts: [did('merged', bob, '02-02T09:00')], comments: [{ id: 1, body: '<!-- unpause:event centre.0 -->\n', createdAt: '2026-02-01T09:00:00Z', url: '' }] } }, merged],
    ['are not told of one that is no news', { snapshot: { ...over, acts: [did('merged', bob, '02-02T09:00')] } }, null],
    ['are not told of a merge of what is local', { config: configWith(['carol'], { zone: 'local' }), snapshot: { ...over, acts: [did('merged', bob, '03-02T09:00')] } }, null],
    ['are not told of what was decided before there were zones', { record: { decisions: [{ ...decision, under: null }] } }, null],
    ['are not told of what is local', { config: configWith(['carol'], { zone: 'local' }) }, null],
    ['are not told of what asks for a principle', { config: configWith(['carol'], { zone: 'principle-check' }) }, null],
    ['are told also while they are away', { snapshot: { load: { terms: [], absences: [{ person: carol.id, from: '2026-03-01T10:00:00Z', until: '2026-04-01T10:00:00Z' }], callsToday: 0 } } }, begun],
    ['are not told what they know as owner or author', { config: configWith(['alice', 'bob', 'carol']), snapshot: { rfc: { author: bob } } }, { ...begun, asked: ['carol'] }],
    ['are nobody where all of them know', { config: configWith(['alice']) }, null],
    ['are nobody where the pool is empty', { config: configWith([]) }, null],
    ['are the members of their teams', { config: configWith(['acme/stewards']), snapshot: { teams: [{ team: 'acme/stewards', members: [erin, carol, { ...dan, isBot: true }] }] } }, { ...begun, asked: ['erin', 'carol'] }],
    ['are said to be unknown where GitHub does not show a team', { config: configWith(['acme/stewards', 'carol']), snapshot: { teams: [{ team: 'acme/stewards', members: null }] } }, { ...begun, asked: ['carol'], hidden: ['acme/stewards'] }],
    ['are mentioned up to a number', { config: configWith(['acme/crowd']), snapshot: { teams: [{ team: 'acme/crowd', members: crowd }] } }, { ...begun, asked: crowd.slice(0, mostTold).map(({ login }) => login), more: 2 }],
  ])('%s', (_, parts, expected) => {
    expect(toldIn(parts)).toEqual(expected);
  });
});
