import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../src/config/schema.ts';
import { driEvent, escalationEvent } from '../../src/decision/call-events.ts';
import { eventMarker } from '../../src/decision/markers.ts';
import type { Plan } from '../../src/decision/plan.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { Record, Source } from '../../src/decision/record-schema.ts';
import type { OwnComment, Snapshot } from '../../src/decision/snapshot.ts';
import { alice, bob, carol, dan, erin, everybody } from '../support/a-command-context.ts';
import { aBody, anIssue, aSnapshot, owned } from '../support/a-snapshot.ts';
import { did, on, wrote } from '../support/some-acts.ts';

const now = new Date(on('03-06T12:00'));
const mallory = { id: 66, login: 'mallory', isBot: false };
const thanks = wrote(mallory, '03-03T12:00', 'Thanks!', 50);
const posted = (id: number, event: string, moment: string): OwnComment => ({ id, body: `${eventMarker(event)}\nHello`, createdAt: on(moment), url: '' });

/** Alice owns it; Carol was asked to drive and passed, Dan drives; there is an objection, and help was asked for. */
const snapshot: Snapshot = aSnapshot({
  rfc: { ...anIssue, author: bob },
  documents: [aBody(owned)],
  people: [...everybody, { account: mallory, permission: 'write', isAssignable: true }],
  acts: [
    did('opened', bob, '03-01T10:00'),
    wrote(erin, '03-03T10:00', '/object Too long.', 10),
    wrote(erin, '03-03T11:00', '/object Too short as well.', 11),
    thanks,
    wrote(carol, '03-04T10:00', '/dri pass', 12),
    wrote(carol, '03-04T11:00', '/dri take', 13),
    wrote(carol, '03-04T12:00', '/dri hand @Bob The survey is done.', 14),
    wrote(erin, '03-05T10:00', '/withdraw', 15),
    wrote(bob, '03-05T11:00', '/escalate We need a word.', 16),
    wrote(mallory, '03-05T12:00', '/decide accept Because I say so.', 17),
    wrote(dan, '03-05T13:00', '/dri take', 18),
    wrote(alice, '03-06T10:00', '/decide accept Yes.', 19),
  ],
  comments: [
    { id: 1, body: '<!-- unpause:status -->\n', createdAt: on('03-01T10:01'), url: '' },
    posted(2, driEvent({ n: 1, person: carol, step: 'drifting', reason: 'pool' }), '03-04T09:00'),
    posted(3, escalationEvent(1, erin), '03-05T11:01'),
    posted(4, 'reply.c17', '03-05T12:01'),
    posted(5, 'reply.c18', '03-05T13:01'),
    posted(6, 'hand.2', '03-04T12:01'),
  ],
});

function lookWith(record: Record, seen: Snapshot = snapshot): Plan {
  return reconcile({ ...seen, record: { kind: 'unsealed', record } }, defaultConfig, now);
}

const kept = reconcile(snapshot, defaultConfig, now).record;
if (kept === null) throw new Error('expected a record');
const honest: Record = kept;
const [decision, objection, term, escalation] = [honest.decisions[0], honest.objections[0], honest.terms[0], honest.escalations[0]];
if (decision === undefined || objection === undefined || term === undefined || escalation === undefined) throw new Error('expected one of each');

const by = { id: alice.id, login: alice.login };
const me = { id: mallory.id, login: mallory.login };
const sourceOf = (act: typeof thanks): Source => {
  if (act.kind !== 'comment') throw new Error('expected a comment');
  return { in: 'comment', id: act.id, by: act.by.id, hash: act.hash };
};
const later = on('03-06T11:00');
const farOff = '2099-01-01T00:00:00Z';

const forgeries: readonly [what: string, forged: Partial<Record>][] = [
  ["a decision by the owner, with somebody's thanks as its source", { decisions: [decision, { ...decision, n: 2, outcome: 'reject', by, source: sourceOf(thanks) }] }],
  ['a decision whose own words were refused', { decisions: [decision, { ...decision, n: 2, by: me, owner: me, source: { ...sourceOf(thanks), id: 17 } }] }],
  ['another outcome of a decision', { decisions: [{ ...decision, outcome: 'reject' }] }],
  ['other reasons of a decision', { decisions: [{ ...decision, why: 'Forged.' }] }],
  ['a decision that was opened again', { decisions: [{ ...decision, reopened: { at: later, by, why: 'Hm.', source: decision.source } }] }],
  ['an objection that was withdrawn', { objections: honest.objections.map((each) => ({ ...each, withdrawnAt: later })) }],
  ['an objection that was not withdrawn', { objections: honest.objections.map((each) => ({ ...each, withdrawnAt: null })) }],
  ['no objections', { objections: [] }],
  ["an objection in somebody's name", { objections: [...honest.objections, { ...objection, by, source: sourceOf(thanks) }] }],
  ['a term that goes on', { terms: honest.terms.map((each) => ({ ...each, ended: null, dueAt: farOff })) }],
  ['a term that ended otherwise', { terms: honest.terms.map((each) => ({ ...each, ended: { at: later, how: 'released' as const, note: 'Forged.', source: each.source } })) }],
  ['a term of somebody else', { terms: honest.terms.map((each) => ({ ...each, holder: me })) }],
  ['no terms', { terms: [] }],
  ['people who passed', { passed: [bob.id, dan.id, erin.id] }],
  ['nobody who passed', { passed: [] }],
  ['calls that were never made', { calls: [{ stage: 'steward', kind: 'drifting', since: on('03-05T12:00'), at: later }] }],
  ['entries that were folded', { folded: { ...honest.folded, terms: 40, calls: 40, escalations: 40, decisions: 40 } }],
  ['a request for help that was answered', { escalations: [{ ...escalation, asked: [], ended: { at: later, how: 'withdrawn' } }] }],
  ['an owner whom nobody named', { namedOwner: { person: me, by: me, why: 'Forged.', at: later, source: sourceOf(thanks), instead: ['alice'] } }],
  ["the owner's name as another account's", { ownerIds: [...honest.ownerIds, me] }],
  ['voices and tensions', { voices: [{ by, stance: 'support', at: later, source: sourceOf(thanks) }], tensions: [{ principle: 'Small.', why: 'Big.', by, at: later, source: sourceOf(thanks) }] }],
  ['a wait', { waits: [{ kind: 'wait', by, from: on('03-02T10:00'), until: farOff, why: 'Forged.', source: sourceOf(thanks) }] }],
  ['all that was said as read, for ever', { read: { until: farOff, ids: [] } }],
  ['nothing as read', { read: null }],
  ['an owner who came in the future', { ownersAt: farOff }],
  ['commits of the future', { heads: [{ sha: 'f'.repeat(40), at: farOff }] }],
  ['a first look of long ago, or to come', { firstSeenAt: farOff }],
];

/** A record lies about people who act later, too. */
const late = wrote(alice, '03-06T11:30', '/reopen A new fact.', 20);

describe('a record that nobody sealed', () => {
  it('is what people did, folded anew', () => {
    expect(lookWith(honest).record).toEqual(honest);
    expect(honest.terms.map(({ holder, ended }) => [holder.login, ended?.how])).toEqual([['carol', 'passed'], ['carol', 'handed'], ['Bob', 'moved-on']]);
    expect(honest.passed).toEqual([carol.id]);
    expect(honest.objections.map(({ withdrawnAt }) => withdrawnAt)).toEqual([on('03-05T10:00'), on('03-05T10:00')]);
  });

  it.each(forgeries)('may hold %s, without effect', (_what, forged) => {
    const [plan, expected] = [lookWith({ ...honest, ...forged }), lookWith(honest)];
    expect({ ...plan.record, firstSeenAt: '' }).toEqual({ ...expected.record, firstSeenAt: '' });
    // A reaction that is there already changes nothing, nor does a reply.
    const moved = ({ effects }: Plan) => effects.filter((effect) => effect.kind !== 'react' && !(effect.kind === 'call' && effect.call.kind === 'reply'));
    expect(moved(plan)).toEqual(moved(expected));
    expect(plan.wakeAt).toEqual(expected.wakeAt);
  });

  it.each(forgeries)('may hold %s, and what is said next counts', (_what, forged) => {
    const seen = { ...snapshot, acts: [...snapshot.acts, late] };
    expect(lookWith({ ...honest, ...forged }, seen).record?.decisions).toEqual(lookWith(honest, seen).record?.decisions);
    expect(lookWith(honest, seen).record?.decisions[0]?.reopened?.at).toBe(on('03-06T11:30'));
  });

  it('answers what is new, and nothing twice', () => {
    const answered = (record: Record, seen: Snapshot) => lookWith(record, seen).effects.flatMap((effect) => (effect.kind === 'react' ? [effect.to.id] : []));
    expect(answered(honest, snapshot)).toEqual([]);
    expect(answered(honest, { ...snapshot, acts: [...snapshot.acts, late] })).toEqual([20]);
  });

  it('loses what is deleted, or rewritten', () => {
    const without = { ...snapshot, acts: snapshot.acts.filter((act) => !('id' in act) || act.id !== 19) };
    expect(lookWith(honest, without).record?.decisions).toEqual([]);
    const edited = { ...snapshot, acts: snapshot.acts.map((act) => ('id' in act && act.id === 19 ? { ...act, isEdited: true, hash: 'f'.repeat(16) } : act)) };
    expect(lookWith(honest, edited).record?.decisions).toEqual([]);
  });

  it('knows the texts that were decided on, and nobody does where it does not', () => {
    const changed = { ...snapshot, rfc: { ...snapshot.rfc, bodyHash: 'f'.repeat(16) } };
    expect(lookWith(honest, changed).record?.decisions).toEqual(honest.decisions);
    expect(lookWith({ ...honest, decisions: [] }, changed).record?.decisions[0]?.texts).toEqual([]);
  });

  it('lets nobody be the owner under a name that is another account now', () => {
    const forged = { ...honest, ownerIds: [me].map(({ id }) => ({ id, login: 'alice' })), decisions: [] };
    expect(lookWith(forged).record?.decisions).toEqual([]);
    expect(lookWith(forged).record?.ownerIds).toEqual([{ id: 0, login: 'alice' }]);
  });
});
