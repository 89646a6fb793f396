import { describe, expect, it } from '@jest/globals';
import { decideAnyway } from '../../../src/decision/commands/decide-anyway.ts';
import { decideConfirm } from '../../../src/decision/commands/decide-confirm.ts';
import { decide } from '../../../src/decision/commands/decide.ts';
import { runCommands } from '../../../src/decision/commands/run-commands.ts';
import { reconcile } from '../../../src/decision/reconcile.ts';
import type { Objection, Period, Term } from '../../../src/decision/record-schema.ts';
import { aComment, alice, aRecord, aSource, bob, carol, everybody, named, outcomeOf, type ContextParts } from '../../support/a-command-context.ts';
import { aSnapshot } from '../../support/a-snapshot.ts';
import { onRung, played } from '../../support/ladder-cases.ts';
import { did, on, wrote } from '../../support/some-acts.ts';

const objection: Objection = { by: named(carol), why: 'No.', isBinding: true, at: on('02-27T12:00'), source: aSource(carol, 51), answered: null, withdrawnAt: null, setAside: null };
const period: Period = { n: 1, rung: 'consent', domain: 'api', zone: 'local', entitled: [named(carol)], teams: [], from: on('02-24T12:00'), until: on('03-02T09:00'), last: on('03-20T10:00'), more: '2 working-days', quorum: 0, extensions: [] };
const under = { rung: 'consent', domain: 'api', zone: 'local' };

const ended: ContextParts = { record: { period } };
const running: ContextParts = { record: { period: { ...period, until: on('03-05T09:00') } } };
const opposed: ContextParts = { record: { period, objections: [objection] } };
const aside: ContextParts = { record: { period, objections: [{ ...objection, setAside: { by: named(alice), why: 'We know.', at: on('02-28T12:00'), source: aSource(alice, 52) } }] } };
const unbegun: ContextParts = { config: onRung('consent', ['carol']), snapshot: { rfc: { labels: ['RFC', 'api'] } } };
const merged: ContextParts = { ...unbegun, snapshot: { rfc: { labels: ['RFC', 'api'], isOpen: false, isMerged: true }, acts: [did('merged', bob, '03-01T11:00')] } };

describe('a decision on a rung', () => {
  it.each<[string, ContextParts, unknown]>([
    ['is made once it is satisfied, and says whose silence was consent', ended, { decisions: [{ outcome: 'accept', under: { ...under, isSatisfied: true, silent: [named(carol)] } }] }],
    ['is made after an objection was set aside', aside, { decisions: [{ under: { ...under, isSatisfied: true, silent: [] } }] }],
    ['waits for the end of the period', running, { why: 'not-satisfied', rung: 'consent', missing: [{ what: 'period', until: on('03-05T09:00') }] }],
    ['waits for an end to the objections', opposed, { why: 'not-satisfied', rung: 'consent', missing: [{ what: 'objections', objections: [objection] }] }],
    ['waits for its period to begin', unbegun, { why: 'not-satisfied', rung: 'consent', missing: [{ what: 'not-begun' }] }],
  ])('%s', (_, parts, expected) => {
    expect(outcomeOf(decide, 'accept It is time.', parts)).toMatchObject(expected as object);
  });

  it.each<[string, ContextParts, unknown]>([
    ['says so where it was not satisfied', opposed, { ...under, isSatisfied: false, silent: [] }],
    ['says so where its period has not begun', unbegun, { ...under, isSatisfied: false, silent: [] }],
    ['is one like any other where it was', ended, { ...under, isSatisfied: true, silent: [named(carol)] }],
  ])('that is made anyway %s', (_, parts, expected) => {
    expect(outcomeOf(decideAnyway, 'accept It is time.', parts)).toMatchObject({ decisions: [{ outcome: 'accept', why: 'It is time.', under: expected }] });
  });

  it('is not made by a merge, either', () => {
    expect(outcomeOf(decideConfirm, '', merged)).toMatchObject({ why: 'not-satisfied', missing: [{ what: 'not-begun' }] });
    expect(outcomeOf(decideAnyway, 'accept It was merged.', merged)).toMatchObject({ decisions: [{ under: { isSatisfied: false } }] });
  });

  it('is made anyway by the owner alone, also where the temporary DRI may decide', () => {
    const term: Term = { n: 1, holder: named(carol), step: 'drifting', scope: null, how: 'taken', startedAt: on('03-02T08:00'), dueAt: on('03-05T08:00'), activeAt: null, source: null, ended: null };
    const config = { ...onRung('delegate'), dri: { ...onRung('delegate').dri, 'may-decide': true } };
    const saying = (body: string) => runCommands(aComment({ by: carol, body }), { snapshot: aSnapshot({ people: everybody }), config, record: aRecord({ terms: [term] }), step: 'drifting' }).answers.map(({ verdict }) => (verdict.kind === 'done' ? 'done' : verdict.refusal.why));
    expect(saying('/decide accept It is time.')).toEqual(['done']);
    expect(saying('/decide anyway accept It is time.')).toEqual(['not-allowed']);
  });
});

describe('a decision that was made', () => {
  it('stays made under its rule where the config has another by now, also in a record that nobody sealed', () => {
    const rfc = played('delegate', { events: [['03-04T10:00', (open) => { open.act(wrote(alice, '03-04T10:00', '/decide accept It is time.')); }]] });
    const found = rfc.record();
    if (found === null) throw new Error('a record');
    const snapshot = { ...rfc.snapshot(), record: { kind: 'unsealed' as const, record: found } };
    expect(reconcile(snapshot, onRung('consensus'), rfc.now()).record?.decisions).toEqual(found.decisions);
    // Words of which the record says nothing are judged by the rules of now.
    const forgotten = { ...snapshot, record: { kind: 'unsealed' as const, record: { ...found, decisions: [], read: null } } };
    expect(reconcile(forgotten, onRung('consensus'), rfc.now()).record?.decisions).toEqual([]);
  });
});
