import { describe, expect, it } from '@jest/globals';
import { backedRecord } from '../../src/decision/backed-record.ts';
import { driEvent, escalationEvent } from '../../src/decision/call-events.ts';
import { eventMarker } from '../../src/decision/markers.ts';
import { newRecord, type Record } from '../../src/decision/record.ts';
import type { Source, Term } from '../../src/decision/record-schema.ts';
import type { Snapshot } from '../../src/decision/snapshot.ts';
import { alice, bob } from '../support/a-command-context.ts';
import { on, wrote } from '../support/some-acts.ts';

const at = on('03-02T10:00');
const words = wrote(alice, '03-02T10:00', '/decide accept Yes.', 7);
if (words.kind !== 'comment') throw new Error('expected a comment');
const source: Source = { in: 'comment', id: 7, by: alice.id, hash: words.hash };
const person = { id: alice.id, login: alice.login };

const term: Term = { n: 1, holder: person, step: 'drifting', scope: null, how: 'taken', startedAt: at, dueAt: at, activeAt: null, source, ended: null };
const full: Record = {
  ...newRecord(at),
  namedOwner: { person, by: person, why: 'Away.', at, source, instead: [] },
  terms: [term],
  escalations: [{ n: 1, by: person, why: 'Help.', source, openedAt: at, to: null, asked: [], ended: null }],
  objections: [{ by: person, why: 'No.', isBinding: true, at, source, withdrawnAt: null }],
  voices: [{ by: person, stance: 'support', at, source }],
  waits: [{ kind: 'wait', by: person, from: at, until: at, why: 'Audit.', source }],
  decisions: [{ n: 1, outcome: 'accept', by: person, owner: person, why: 'Yes.', at, source, texts: [], confirmed: { at, source, owner: person, texts: [] }, reopened: { at, by: person, why: 'Hm.', source } }],
  tensions: [{ principle: 'Small.', why: 'Too big.', by: person, at, source }],
};

const none: Record = { ...newRecord(at) };

describe('backedRecord', () => {
  it('keeps all that somebody wrote', () => {
    expect(backedRecord(full, { acts: [words], comments: [] })).toEqual(full);
  });

  it.each<[string, Snapshot['acts']]>([
    ['was deleted', []],
    ['says something else now', [{ ...words, hash: 'f'.repeat(16) }]],
    ["is somebody else's", [{ ...words, by: bob }]],
    ['is a review of the same number', [{ ...words, kind: 'review', state: 'approved', sha: 'a'.repeat(40) }]],
  ])('keeps nothing where the comment %s', (_case, acts) => {
    expect(backedRecord(full, { acts, comments: [] })).toEqual(none);
  });

  it('keeps a decision whose confirmation nobody wrote, without it', () => {
    const other = { ...source, id: 8 };
    const [decision] = full.decisions;
    if (decision === undefined) throw new Error('expected a decision');
    const changed = { ...decision, confirmed: { at, source: other, owner: person, texts: [] }, reopened: { at, by: person, why: 'Hm.', source: other } };
    expect(backedRecord({ ...full, decisions: [changed] }, { acts: [words], comments: [] }).decisions).toEqual([{ ...decision, confirmed: null, reopened: null }]);
  });

  it('keeps what Unpause itself asked for, where its call stands', () => {
    const asked: Term = { ...term, how: 'asked', source: null };
    const request = { n: 2, by: null, why: null, source: null, openedAt: at, to: null, asked: [{ person, at }], ended: null };
    const record: Record = { ...none, terms: [asked], escalations: [request] };
    const calls = [driEvent({ n: 1, person, step: 'drifting', reason: 'pool' }), escalationEvent(2, person)];
    const comments = calls.map((event, id) => ({ id, body: `${eventMarker(event)}\nHello`, createdAt: at, url: '' }));
    expect(backedRecord(record, { acts: [], comments })).toEqual(record);
    expect(backedRecord(record, { acts: [], comments: [] })).toEqual(none);
    expect(backedRecord({ ...record, terms: [{ ...asked, holder: { id: bob.id, login: bob.login } }] }, { acts: [], comments }).terms).toEqual([]);
  });
});
