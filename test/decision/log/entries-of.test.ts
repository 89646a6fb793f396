import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../../src/config/schema.ts';
import { progressOf } from '../../../src/decision/ladder/progress-of.ts';
import { entriesOf } from '../../../src/decision/log/entries-of.ts';
import { newRecord, type Record } from '../../../src/decision/record.ts';
import type { Decision } from '../../../src/decision/record-schema.ts';
import type { Snapshot } from '../../../src/decision/snapshot.ts';
import { aDocument, aSnapshot, owned, type SnapshotParts } from '../../support/a-snapshot.ts';

const [alice, bob, carol, dan] = [11, 12, 13, 14].map((id, index) => ({ id, login: ['alice', 'bob', 'carol', 'dan'][index] ?? '' })) as [Person, Person, Person, Person];
interface Person { id: number; login: string }

const source = (id: number, by: number) => ({ in: 'comment', id, by, hash: 'aa' }) as const;
const status = { id: 1, body: '<!-- unpause:status -->', createdAt: '2026-03-01T11:00:00Z', url: 'https://github.com/acme/rfcs/pull/7#issuecomment-1' };

function decisionAt(at: string, parts: Partial<Decision> = {}): Decision {
  return { n: 1, outcome: 'accept', by: alice, owner: alice, why: 'It is cheap.', at, source: source(20, alice.id), texts: [], confirmed: null, reopened: null, under: null, reviewed: null, ...parts };
}

function entries(record: Partial<Record>, parts: SnapshotParts = {}, config: Config = defaultConfig) {
  const snapshot = aSnapshot({ comments: [status], ...parts });
  return entriesOf(snapshot, { ...newRecord('2026-03-01T11:00:00Z'), ...record }, config);
}

const said = (kind: 'comment', by: Person, at: string, id: number): Snapshot['acts'][number] => ({ kind, by: { ...by, isBot: false }, at, isOwn: false, id, body: 'Hm.', hash: 'h', isEdited: false, url: `u${id}` });
const unlabelled = (at: string): Snapshot['acts'][number] => ({ kind: 'unlabelled', label: 'rfc', by: { ...bob, isBot: false }, at, isOwn: false });
const reviewed = (state: 'approved' | 'changes-requested', at: string, id: number): Snapshot['acts'][number] => ({ kind: 'review', state, sha: 'c'.repeat(40), by: { ...carol, isBot: false }, at, isOwn: false, id, body: '', hash: 'h', isEdited: false, url: `u${id}` });
const merged = (at: string): Snapshot['acts'][number] => ({ kind: 'merged', by: { ...bob, isBot: false }, at, isOwn: false });

describe('entriesOf', () => {
  it('tells who decided what, why, under which rule and on what it rests', () => {
    const text = `${owned}**Topic**: Keys\n**Principles**: small-steps, gone-since\n**Outcome review**: 1 June 2026\n`;
    const config = { ...defaultConfig, principles: [{ id: 'small-steps', text: 'Small steps.', value: null, example: '', since: null }] };
    const silent = [dan];
    const record: Partial<Record> = {
      reviewOn: '2026-06-01',
      decisions: [decisionAt('2026-03-05T10:00:00Z', { under: { rung: 'consent', domain: 'security', zone: 'principle-check', isSatisfied: false, missing: ['period', 'objections'], silent } })],
      objections: [
        { by: carol, why: 'It is slow.', isBinding: true, at: '2026-03-03T10:00:00Z', source: source(30, carol.id), answered: { by: bob, why: 'A day, no more.', at: '2026-03-03T11:30:00Z', source: source(29, bob.id) }, withdrawnAt: null, setAside: { by: alice, why: 'A day is fine.', at: '2026-03-04T10:00:00Z', source: source(31, alice.id) } },
      ],
      voices: [{ by: bob, stance: 'support', at: '2026-03-03T11:00:00Z', source: source(32, bob.id) }],
      citations: [{ principle: 'data-stays-local', by: bob, at: '2026-03-03T12:00:00Z', source: source(33, bob.id) }],
      tensions: [{ principle: 'small-steps', why: 'It was one step.', by: bob, at: '2026-03-09T12:00:00Z', source: source(34, bob.id) }],
    };
    const parts = { rfc: { body: '<!-- the template -->\n## Why\n\n**Decide by**: soon\n\nKeys *leak*.\n\n- a list\n\n```\ncode\n```\nRotate them.' }, documents: [aDocument({ text, config })] };
    const link = 'https://github.com/acme/rfcs/pull/7';
    expect(entries(record, parts, config)).toEqual([
      {
        repository: { id: 1, owner: 'acme', name: 'rfcs', isPrivate: false, url: 'https://github.com/acme/rfcs' },
        kind: 'pull-request',
        number: 7,
        n: 1,
        url: link,
        question: 'Rotate keys',
        context: 'Keys leak. Rotate them.',
        documents: [{ path: 'rfcs/0001-keys.md', url: expect.stringContaining('/blob/') }],
        result: 'accepted',
        outcome: 'accept',
        by: alice,
        owner: alice,
        why: 'It is cheap.',
        openedAt: '2026-03-01T10:00:00Z',
        at: '2026-03-05T10:00:00Z',
        rung: 'consent',
        domain: 'security',
        zone: 'principle-check',
        topic: 'Keys',
        isSatisfied: false,
        missing: ['period', 'objections'],
        principles: ['small-steps', 'gone-since', 'data-stays-local'],
        tensions: [{ principle: 'small-steps', why: 'It was one step.', by: bob, at: '2026-03-09T12:00:00Z' }],
        voices: [
          { person: carol, stance: 'heard', url: null },
          { person: bob, stance: 'support', url: null },
          { person: dan, stance: 'silent', url: null },
        ],
        objections: [{ by: carol, why: 'It is slow.', at: '2026-03-03T10:00:00Z', answered: { by: bob, why: 'A day, no more.', at: '2026-03-03T11:30:00Z', source: source(29, bob.id) }, withdrawnAt: null, setAside: { by: alice, why: 'A day is fine.', at: '2026-03-04T10:00:00Z', source: source(31, alice.id) } }],
        confirmedAt: null,
        reopened: null,
        supersededAt: null,
        reviewOn: '2026-06-01',
        review: null,
        sources: [
          { of: 'decision', source: source(20, alice.id), url: `${link}#issuecomment-20` },
          { of: 'objection', source: source(30, carol.id), url: `${link}#issuecomment-30` },
          { of: 'answer', source: source(29, bob.id), url: `${link}#issuecomment-29` },
          { of: 'set-aside', source: source(31, alice.id), url: `${link}#issuecomment-31` },
          { of: 'voice', source: source(32, bob.id), url: `${link}#issuecomment-32` },
          { of: 'citation', source: source(33, bob.id), url: `${link}#issuecomment-33` },
          { of: 'tension', source: source(34, bob.id), url: `${link}#issuecomment-34` },
        ],
      },
    ]);
  });

  it('rests on why the period began anew, and on what was called editorial', () => {
    const reasoned = (id: number, at: string) => ({ by: alice, why: 'As it is now.', at, source: source(id, alice.id) });
    const wordings = [{ hash: 'a', at: '2026-03-01T10:00:00Z', editorial: null }, { hash: 'b', at: '2026-03-03T10:00:00Z', editorial: reasoned(41, '2026-03-03T11:00:00Z') }];
    const [entry] = entries({ decisions: [decisionAt('2026-03-05T10:00:00Z')], amended: reasoned(40, '2026-03-02T10:00:00Z'), wordings }, {});
    expect(entry?.sources.map(({ of, source: { id } }) => `${of} ${id}`)).toEqual([expect.stringMatching(/^decision /), 'amendment 40', 'editorial 41']);
  });

  it('says when the decision in force is looked back at, of no other', () => {
    const decisions = [decisionAt('2026-03-05T10:00:00Z', { outcome: 'defer' }), decisionAt('2026-03-09T10:00:00Z', { n: 2 })];
    expect(entries({ decisions, reviewOn: '2026-09-01' }, {}).map(({ reviewOn }) => reviewOn)).toEqual([null, '2026-09-01']);
  });

  it('says when a later decision, or a merge, came in the place of one', () => {
    const decisions = [decisionAt('2026-03-05T10:00:00Z', { outcome: 'defer' }), decisionAt('2026-03-09T10:00:00Z', { n: 2 })];
    expect(entries({ decisions }, {}).map(({ supersededAt }) => supersededAt)).toEqual(['2026-03-09T10:00:00Z', null]);
  });

  it('keeps what was said after a decision out of its voices, and in those of the next', () => {
    const acts = [said('comment', bob, '2026-03-03T10:00:00Z', 40), said('comment', carol, '2026-03-07T10:00:00Z', 41)];
    const decisions = [decisionAt('2026-03-05T10:00:00Z', { outcome: 'defer' }), decisionAt('2026-03-09T10:00:00Z', { n: 2, outcome: 'reject' })];
    expect(entries({ decisions }, { acts }).map(({ n, result, outcome, voices }) => ({ n, result, outcome, voices: voices.map(({ person }) => person.login) }))).toEqual([
      { n: 1, result: 'superseded', outcome: 'defer', voices: ['bob'] },
      { n: 2, result: 'rejected', outcome: 'reject', voices: ['bob', 'carol'] },
    ]);
  });

  it('links where each voice can be read', () => {
    const voices = [{ by: dan, stance: 'abstain' as const, at: '2026-03-03T12:00:00Z', source: source(32, dan.id) }];
    const acts = [said('comment', bob, '2026-03-03T10:00:00Z', 31), reviewed('approved', '2026-03-03T11:00:00Z', 50)];
    const links = (seen: Snapshot['acts']) => entries({ voices, decisions: [decisionAt('2026-03-05T10:00:00Z')] }, { acts: seen })[0]?.voices.map(({ person, stance, url }) => [person.login, stance, url]);
    const others = [['bob', 'heard', 'u31'], ['carol', 'support', 'u50']];
    expect(links([...acts, said('comment', dan, '2026-03-03T12:00:00Z', 32)])).toEqual([...others, ['dan', 'abstain', 'u32']]);
    // It was deleted since.
    expect(links(acts)).toEqual([...others, ['dan', 'abstain', null]]);
  });

  const objection = { by: carol, why: 'It is slow.', isBinding: true, at: '2026-03-03T10:00:00Z', source: source(30, carol.id), answered: null, withdrawnAt: null, setAside: null };
  const support = { by: carol, stance: 'support' as const, at: '2026-03-02T10:00:00Z', source: source(29, carol.id) };
  const setAside = (at: string) => ({ by: alice, why: 'A day is fine.', at, source: source(31, alice.id) });
  const wordings = (at: string, editorial: string | null = null) => [{ hash: 'a', at: '2026-03-01T11:00:00Z', editorial: null }, { hash: 'b', at, editorial: editorial === null ? null : setAside(editorial) }];

  it.each<[what: string, stance: string, url: string | null, told: { acts: Snapshot['acts']; record: Partial<Record> }]>([
    ['approved', 'support', 'u50', { acts: [reviewed('approved', '2026-03-02T10:00:00Z', 50)], record: {} }],
    ['approved, and asked for changes then', 'heard', 'u51', { acts: [reviewed('approved', '2026-03-02T10:00:00Z', 50), reviewed('changes-requested', '2026-03-03T10:00:00Z', 51)], record: {} }],
    ['asked for changes, and approved then', 'support', 'u51', { acts: [reviewed('changes-requested', '2026-03-02T10:00:00Z', 50), reviewed('approved', '2026-03-03T10:00:00Z', 51)], record: {} }],
    ['approved, and asked for changes after the decision', 'support', 'u50', { acts: [reviewed('approved', '2026-03-02T10:00:00Z', 50), reviewed('changes-requested', '2026-03-06T10:00:00Z', 51)], record: {} }],
    ['supported, and objected', 'objects', null, { acts: [], record: { voices: [support], objections: [objection] } }],
    ['supported, objected, and withdrew it', 'heard', null, { acts: [], record: { voices: [support], objections: [{ ...objection, withdrawnAt: '2026-03-04T10:00:00Z' }] } }],
    ['supported, objected, and withdrew it after the decision', 'objects', null, { acts: [], record: { voices: [support], objections: [{ ...objection, withdrawnAt: '2026-03-06T10:00:00Z' }] } }],
    ['objected, withdrew it, and supported', 'support', null, { acts: [], record: { voices: [{ ...support, at: '2026-03-04T11:00:00Z' }], objections: [{ ...objection, withdrawnAt: '2026-03-04T10:00:00Z' }] } }],
    ['objected, and it was set aside', 'heard', null, { acts: [], record: { objections: [{ ...objection, setAside: setAside('2026-03-04T10:00:00Z') }] } }],
    ['objected, and it was set aside after the decision', 'objects', null, { acts: [], record: { objections: [{ ...objection, setAside: setAside('2026-03-06T10:00:00Z') }] } }],
    ['supported, and wrote of the new text', 'heard', 'u52', { acts: [said('comment', carol, '2026-03-04T10:00:00Z', 52)], record: { voices: [support], wordings: wordings('2026-03-03T10:00:00Z') } }],
    ['supported, and wrote of a text that means the same', 'support', null, { acts: [said('comment', carol, '2026-03-04T10:00:00Z', 52)], record: { voices: [support], wordings: wordings('2026-03-03T10:00:00Z', '2026-03-03T11:00:00Z') } }],
    ['supported, and wrote of what was called editorial after the decision', 'heard', 'u52', { acts: [said('comment', carol, '2026-03-04T10:00:00Z', 52)], record: { voices: [support], wordings: wordings('2026-03-03T10:00:00Z', '2026-03-06T11:00:00Z') } }],
  ])('says what the ladder made by then of somebody who %s: %s', (_, stance, url, { acts, record }) => {
    const decisions = [decisionAt('2026-03-05T10:00:00Z')];
    const rfc = { acts, comments: [status] };
    const now = new Date('2026-03-05T10:00:00Z');
    expect(entries({ ...record, decisions }, rfc)[0]?.voices).toEqual([{ person: carol, stance, url }]);
    const isLater = [...acts, ...(record.objections ?? []).flatMap((each) => [{ at: each.withdrawnAt ?? '' }, { at: each.setAside?.at ?? '' }]), ...(record.wordings ?? []).map(({ editorial }) => ({ at: editorial?.at ?? '' }))].some(({ at }) => at > '2026-03-05');
    const ladder = progressOf({ snapshot: aSnapshot(rfc), record: { ...newRecord('2026-03-01T11:00:00Z'), ...record }, config: defaultConfig, now });
    if (!isLater) expect(ladder.voices.map(({ person, standing }) => `${person.login} ${standing}`)).toEqual([`carol ${stance}`]);
  });

  it.each<[what: string, parts: SnapshotParts, record: Partial<Record>, results: string[]]>([
    ['with no decision', {}, {}, ['0 merged-without-decision']],
    ['after a decision', {}, { decisions: [decisionAt('2026-03-03T10:00:00Z')] }, ['1 accepted']],
    ['and decided afterwards', {}, { decisions: [decisionAt('2026-03-07T10:00:00Z')] }, ['0 superseded', '1 accepted']],
    ['after the decision was reopened', {}, { decisions: [decisionAt('2026-03-03T10:00:00Z', { reopened: { at: '2026-03-04T10:00:00Z', by: alice, why: 'New facts.', source: source(21, 11) } })] }, ['1 superseded', '0 merged-without-decision']],
    ['before anybody asked Unpause to watch', { comments: [] }, {}, []],
    ['after its label was taken away', { documents: [], acts: [unlabelled('2026-03-04T10:00:00Z'), merged('2026-03-05T10:00:00Z')] }, {}, []],
    ['before its label was taken away', { documents: [], acts: [merged('2026-03-05T10:00:00Z'), unlabelled('2026-03-06T10:00:00Z')] }, {}, ['0 merged-without-decision']],
    ['of a document that carries no label', { acts: [unlabelled('2026-03-04T10:00:00Z'), merged('2026-03-05T10:00:00Z')] }, {}, ['0 merged-without-decision']],
    ['where the decision was dropped for want of room', {}, { folded: { ...newRecord('2026-03-01T11:00:00Z').folded, decisions: 1 } }, []],
  ])('tells of a merge %s', (_, parts, record, results) => {
    const found = entries(record, { rfc: { isOpen: false, isMerged: true }, acts: [merged('2026-03-05T10:00:00Z')], ...parts });
    expect(found.map(({ n, result }) => `${n} ${result}`)).toEqual(results);
  });

  it('names the owner whose decision a merge would have been, and nobody as the one who decided', () => {
    const [entry] = entries({}, { rfc: { isOpen: false, isMerged: true }, acts: [merged('2026-03-05T10:00:00Z')] });
    expect(entry).toMatchObject({ by: null, owner: alice, why: null, outcome: null, rung: null, at: '2026-03-05T10:00:00Z' });
  });

  it('names the domain and zone by the config where no rule was kept', () => {
    const domain = { about: '', when: { field: [], labels: ['RFC'], paths: [] }, owners: [], rung: 'consult', zone: 'local', consult: [], escalation: [], topics: [] } as const;
    const domains = { infra: { ...domain }, api: { ...domain, rung: 'consent', zone: 'centre-aware' } } as unknown as Config['domains'];
    const [entry] = entries({ decisions: [decisionAt('2026-03-05T10:00:00Z')] }, {}, { ...defaultConfig, domains });
    expect(entry).toMatchObject({ domain: 'api', zone: 'centre-aware', rung: null });
  });

  it('has nothing to say while nothing is decided', () => {
    expect(entries({})).toEqual([]);
  });
});
