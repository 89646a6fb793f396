import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { openRfcOf } from '../../src/decision/open-rfc.ts';
import { newRecord, type Record as RfcRecord } from '../../src/decision/record.ts';
import { aSnapshot, now, type SnapshotParts } from '../support/a-snapshot.ts';

const [alice, carol, dave, erin] = [
  { id: 11, login: 'alice', isBot: false },
  { id: 13, login: 'carol', isBot: false },
  { id: 14, login: 'dave', isBot: false },
  { id: 15, login: 'erin', isBot: false },
] as const;
const known = [alice, carol, dave].map((account) => ({ account, permission: 'write' as const, isAssignable: true }));
const source = { in: 'comment', id: 1, by: carol.id, hash: '0f' } as const;

function opened(parts: SnapshotParts, changes: Partial<RfcRecord> = {}) {
  return openRfcOf({ snapshot: aSnapshot({ people: known, ...parts }), record: { ...newRecord('2026-03-01T00:00:00Z'), ...changes }, config: defaultConfig, now });
}

describe('openRfcOf', () => {
  it('tells who decides, what it waits for, and who can move it on', () => {
    const rfc = opened({ rfc: { author: dave }, reviewers: [carol] });
    expect(rfc).toMatchObject({ owners: ['alice'], author: { id: 14, login: 'dave' }, pause: { kind: 'awaiting-review', waitsFor: [{ id: 13, login: 'carol' }] }, dri: null, progress: { rung: 'consult' } });
    expect(rfc?.awaited).toContainEqual({ person: carol.id, for: 'pause' });
  });

  it('puts it on the lists of all members of a team, but not on those of bots and of its author', () => {
    const bot = { id: 99, login: 'renovate[bot]', isBot: true };
    const rfc = opened({ rfc: { author: dave }, reviewers: [{ team: 'acme/infra' }], teams: [{ team: 'acme/infra', members: [carol, erin, dave, bot] }] });
    expect(rfc?.pause?.waitsFor).toEqual([{ team: 'acme/infra' }]);
    expect(rfc?.awaited.filter((each) => each.for === 'pause')).toEqual([{ person: carol.id, for: 'pause' }, { person: erin.id, for: 'pause' }]);
  });

  it('names who drives the next step, and who was asked last to help decide', () => {
    const term = { n: 1, holder: carol, step: 'drifting', scope: null, how: 'taken', startedAt: '2026-03-01T09:00:00Z', dueAt: '2026-03-04T09:00:00Z', activeAt: null, source, ended: null } as const;
    const asked = [alice, erin].map((person) => ({ person, at: '2026-03-01T10:00:00Z' }));
    const escalation = { n: 1, by: carol, why: 'Help us', source, openedAt: '2026-03-01T10:00:00Z', to: null, asked, ended: null };
    const rfc = opened({ rfc: { author: dave } }, { terms: [term], escalations: [escalation] });
    expect(rfc?.dri).toEqual({ person: { id: 13, login: 'carol' }, until: '2026-03-04T09:00:00Z' });
    expect(rfc?.awaited).toEqual(expect.arrayContaining([{ person: carol.id, for: 'dri' }, { person: erin.id, for: 'help' }]));
    expect(rfc?.awaited).not.toContainEqual({ person: alice.id, for: 'help' });
  });

  it('waits for nobody while it is a draft', () => {
    expect(opened({ rfc: { isDraft: true } })).toMatchObject({ isDraft: true, pause: null });
  });

  it.each([
    ['closed', { isOpen: false }],
    ['merged', { isOpen: false, isMerged: true }],
  ])('is null for what was %s', (_how, rfc) => {
    expect(opened({ rfc })).toBeNull();
  });

  it('is null once it is decided, though it is not merged yet', () => {
    const snapshot = aSnapshot({ people: known });
    const decision = { n: 1, outcome: 'accept', by: alice, owner: alice, why: 'Yes', at: '2026-03-01T10:00:00Z', source, texts: ['body:e3b0c44298fc1c14'], confirmed: null, reopened: null, under: null, reviewed: null } as const;
    const decided = (texts: string[]) => openRfcOf({ snapshot, record: { ...newRecord('2026-03-01T00:00:00Z'), decisions: [{ ...decision, texts }] }, config: defaultConfig, now });
    const texts = snapshot.documents.map(({ blob }) => blob ?? 'body:e3b0c44298fc1c14');
    expect(decided(texts)).toBeNull();
    expect(decided(['another text'])).toMatchObject({ pause: { kind: 'awaiting-decision' } });
  });
});
