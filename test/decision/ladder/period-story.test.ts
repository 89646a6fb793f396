import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../../src/config/schema.ts';
import { reconcile } from '../../../src/decision/reconcile.ts';
import { newRecord } from '../../../src/decision/record.ts';
import type { Snapshot } from '../../../src/decision/snapshot.ts';
import { alice, bob, carol, dan, erin, everybody } from '../../support/a-command-context.ts';
import { aDocument, aSnapshot, type SnapshotParts } from '../../support/a-snapshot.ts';
import { aPureRfc } from '../../support/pure-rfc.ts';
import { did, on, wrote } from '../../support/some-acts.ts';

const day = 24 * 3_600_000;

function textOf(fields: string): string {
  return `# Rotate keys\n\n**Decision Owner**: @alice\n${fields}`;
}

/** Bob's RFC, which Alice decides, on a Monday at ten. */
function begin(fields: string, parts: SnapshotParts = {}, config: Config = defaultConfig) {
  const createdAt = on('03-02T10:00');
  const rfc = { author: bob, createdAt, lastHumanActivityAt: createdAt, ...parts.rfc };
  const snapshot = aSnapshot({ people: everybody, documents: [aDocument({ text: textOf(fields), config })], acts: [did('opened', bob, '03-02T10:00')], ...parts, rfc });
  return aPureRfc(snapshot, config, new Date(createdAt));
}

/** The calls that began a period: the people mentioned, and the text. */
function periodsCalled(pure: ReturnType<typeof begin>): string[] {
  return pure.calls().map(({ body }) => body).filter((body) => body.includes('<!-- unpause:event period.'));
}

function mentionsIn(text: string): string[] {
  return Array.from(text.matchAll(/(?<!\\)(?<=^|[\s(])@([A-Za-z]+)/gm), ([, login = '']) => login);
}

describe('a period', () => {
  it('begins with one call that mentions those who are asked', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @carol, @dan\n');
    pure.settle();
    const [call = '', ...others] = periodsCalled(pure);
    expect(others).toEqual([]);
    expect(mentionsIn(call)).toEqual(['carol', 'dan']);
    expect(call).toContain('silence is consent');
    expect(pure.record()?.period).toMatchObject({ n: 1, rung: 'consent', from: on('03-02T10:00'), until: on('03-09T10:00'), last: on('03-23T10:00'), more: '2 working-days' });
  });

  it.each<[string, string, SnapshotParts]>([
    ['nobody is to be asked', '', {}],
    ['nobody decides', '', { documents: [aDocument({ text: '# Rotate keys\n\n**Consulted**: @carol\n' })] }],
    ['it is a draft', '**Consulted**: @carol\n', { rfc: { isDraft: true } }],
    ['everybody was heard already', '**Consulted**: @carol\n', { acts: [wrote(carol, '03-02T09:59')] }],
    ['GitHub does not show a team that has to agree', '**Rung**: consensus\n**Consulted**: @carol, @acme/infra\n', {}],
    ['nobody did anything since Unpause came', '**Consulted**: @carol\n', { rules: { configuredAt: on('03-02T10:01') } }],
    ['it is closed', '**Consulted**: @carol\n', { rfc: { isOpen: false } }],
  ])('begins not where %s', (_, fields, parts) => {
    const pure = begin(fields, parts);
    pure.settle();
    expect(pure.record()?.period ?? null).toBeNull();
  });

  it('waits for working hours, and for a planned pause to be over', () => {
    const night = begin('**Consulted**: @carol\n');
    night.pass(10 * 3_600_000);
    expect(night.settle().wakeAt).toBe('2026-03-03T09:00:00.000Z');
    expect(periodsCalled(night)).toEqual([]);
    const pausing = begin('**Consulted**: @carol\n', { acts: [wrote(bob, '03-02T10:00', '/wait until 2026-03-04 The audit.')] });
    pausing.settle();
    expect(periodsCalled(pausing)).toEqual([]);
    pausing.pass(3 * day);
    pausing.settle();
    expect(pausing.record()?.period?.n).toBe(1);
  });

  it('mentions ten people of a document, and keeps them all', () => {
    const crowd = Array.from({ length: 30 }, (_, index) => ({ id: 1000 + index, login: `guest${index}x`, isBot: false }));
    const people = [...everybody, ...crowd.map((account) => ({ account, permission: null, isAssignable: null }))];
    const pure = begin(`**Consulted**: ${crowd.map(({ login }) => `@${login}`).join(', ')}\n`, { people });
    pure.settle();
    expect(Array.from((periodsCalled(pure)[0] ?? '').matchAll(/(?:^|\s)@guest\d+x/gm))).toHaveLength(10);
    expect(pure.record()?.period?.entitled).toHaveLength(30);
  });

  it('stays as it was frozen, and is made anew with /amend', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @carol\n');
    pure.settle();
    pure.change((snapshot) => ({ ...snapshot, documents: [aDocument({ text: textOf('**Rung**: consensus\n**Consulted**: @carol, @dan\n') })] }));
    pure.pass(day);
    pure.settle();
    expect(pure.record()?.period).toMatchObject({ n: 1, rung: 'consent', entitled: [{ id: carol.id, login: 'carol' }] });
    pure.act(wrote(alice, '03-03T10:00', '/amend Dan knows the keys.'));
    pure.settle();
    expect(pure.record()?.period).toMatchObject({ n: 2, rung: 'consensus', entitled: [{ id: carol.id }, { id: dan.id }] });
    expect(periodsCalled(pure)[1]).toContain('Dan knows the keys.');
  });

  it('begins anew once the question is opened again', () => {
    const pure = begin('**Consulted**: @carol\n');
    pure.settle();
    pure.pass(day);
    pure.act(wrote(carol, '03-03T09:00', 'Fine.'));
    pure.act(wrote(alice, '03-03T10:00', '/decide accept Yes.'));
    pure.settle();
    expect(pure.record()?.decisions).toHaveLength(1);
    pure.pass(day);
    pure.act(wrote(alice, '03-04T10:00', '/reopen The audit brought news.'));
    pure.change((snapshot) => ({ ...snapshot, documents: [aDocument({ text: textOf('**Consulted**: @carol, @dan\n') })] }));
    pure.settle();
    expect(pure.record()?.period).toMatchObject({ n: 2, from: on('03-04T10:00') });
  });

  it('is the same again where the record has to be made anew', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @carol, @dan\n');
    pure.settle();
    pure.pass(day);
    pure.act(wrote(carol, '03-03T10:00', '/object It is too risky.'));
    pure.act(wrote(alice, '03-03T10:00', '/amend The times were too short.', 5));
    pure.settle();
    const kept = pure.record();
    const snapshot: Snapshot = { ...pure.snapshot(), record: { kind: 'none', copy: null }, comments: pure.snapshot().comments.filter(({ body }) => !body.includes('unpause:status')) };
    // When the text was first seen, only the record knows.
    const wordings = kept?.wordings.map((wording) => ({ ...wording, at: on('03-03T10:00') }));
    expect(reconcile(snapshot, defaultConfig, pure.now()).record).toEqual({ ...kept, wordings, firstSeenAt: on('03-02T10:00') });
    const unsealed: Snapshot = { ...pure.snapshot(), record: { kind: 'unsealed', record: newRecord(on('03-02T10:00')) } };
    expect(reconcile(unsealed, defaultConfig, pure.now()).record?.period).toEqual(kept?.period);
  });

  it('goes on where the App takes over from the Action', () => {
    const pure = begin('**Consulted**: @carol\n');
    pure.settle();
    const robot = { id: 77, login: 'github-actions[bot]', isBot: true };
    const said = pure.snapshot().comments.map(({ id, body, createdAt, url }) => ({ ...wrote(robot, '03-02T10:00', body, id), at: createdAt, url }));
    const taken: Snapshot = { ...pure.snapshot(), comments: [], acts: [...pure.snapshot().acts, ...said] };
    const plan = reconcile(taken, defaultConfig, new Date(on('03-03T10:00')));
    expect(plan.effects.filter(({ kind }) => kind === 'call')).toEqual([]);
    expect(plan.record?.period?.n).toBe(1);
  });

  it('is told of alone where checks alone are shown', () => {
    const pure = begin('**Consulted**: @carol\n', {}, { ...defaultConfig, 'dry-run': true });
    const plan = pure.look();
    expect(plan.withheld.flatMap((effect) => (effect.kind === 'call' ? [effect.call.kind] : []))).toEqual(['period']);
    expect(plan.record?.period).toBeNull();
  });
});

describe('while a period runs', () => {
  it('nobody is nudged on consent, and the owner is asked once it is over', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @carol, @dan\n');
    expect(pure.settle().wakeAt).toBe('2026-03-09T10:00:00.000Z');
    pure.pass(4 * day);
    expect(pure.settle().explanation).toContain('no pause');
    pure.pass(3 * day);
    const plan = pure.settle();
    const status = plan.effects.find((effect) => effect.kind === 'show-status');
    expect(status?.kind === 'show-status' && status.status.pause).toEqual({ kind: 'awaiting-decision', waitsFor: [alice], since: on('03-09T10:00') });
    expect(pure.calls()).toHaveLength(1);
    pure.pass(3 * day);
    pure.settle();
    expect(pure.calls().at(-1)?.body).toContain('@alice');
  });

  it('those who are silent are waited for on consult, up to the last moment', () => {
    const pure = begin('**Consulted**: @carol, @dan\n');
    pure.settle();
    pure.act(wrote(carol, '03-02T10:30'));
    pure.pass(day);
    const waiting = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(waiting?.kind === 'show-status' && waiting.status.pause).toMatchObject({ kind: 'awaiting-review', waitsFor: [dan] });
    pure.pass(6 * day);
    const over = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(over?.kind === 'show-status' && over.status.pause).toEqual({ kind: 'awaiting-decision', waitsFor: [alice], since: on('03-09T10:00') });
  });

  it('those who are asked have a say, whatever their rights', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @dan\n');
    pure.settle();
    pure.act(wrote(dan, '03-02T10:30', '/object It is too risky.'));
    pure.act(wrote(carol, '03-02T10:31', '/support'));
    pure.pass(10 * day);
    const plan = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(plan?.kind === 'show-status' && plan.status.progress?.missing).toMatchObject([{ what: 'objections', objections: [{ by: { login: 'dan' }, isBinding: true }] }]);
  });

  it('a team that GitHub does not show is waited for on consult, up to the last moment', () => {
    const pure = begin('**Consulted**: @acme/infra\n');
    const waiting = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(pure.record()?.period).toMatchObject({ entitled: [], teams: ['acme/infra'] });
    expect(waiting?.kind === 'show-status' && waiting.status.pause).toMatchObject({ kind: 'awaiting-review', waitsFor: [{ team: 'acme/infra' }] });
    pure.pass(7 * day);
    const over = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(over?.kind === 'show-status' && over.status.pause).toMatchObject({ kind: 'awaiting-decision', waitsFor: [alice] });
  });

  it('a name that nobody knows is waited for on consult, up to the last moment', () => {
    const pure = begin('**Consulted**: Erin Moss, @no-such-user\n');
    const shown = () => {
      const status = pure.settle().effects.find((effect) => effect.kind === 'show-status');
      return status?.kind === 'show-status' ? [status.status.pause?.kind ?? null, status.status.progress?.missing] : null;
    };
    const unknown = { what: 'person-unknown', names: ['Erin Moss', '@no-such-user'] };
    expect(shown()).toMatchObject(['awaiting-decision', [unknown, { what: 'period' }]]);
    expect(periodsCalled(pure)).toEqual([expect.not.stringContaining('has said something already')]);
    pure.pass(2 * day);
    expect(shown()).toMatchObject(['awaiting-decision', [unknown]]);
    pure.pass(5 * day);
    expect(shown()).toMatchObject(['awaiting-decision', []]);
  });

  it('its time stands still in a draft', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @carol\n');
    pure.settle();
    pure.pass(day);
    pure.act(did('drafted', bob, '03-03T10:00'));
    pure.change((snapshot) => ({ ...snapshot, rfc: { ...snapshot.rfc, isDraft: true } }));
    pure.pass(13 * day);
    const draft = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(draft?.kind === 'show-status' && draft.status.progress?.missing).toMatchObject([{ what: 'period' }]);
    pure.act(did('readied', bob, '03-16T10:00'));
    pure.change((snapshot) => ({ ...snapshot, rfc: { ...snapshot.rfc, isDraft: false } }));
    const ready = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(ready?.kind === 'show-status' && ready.status.progress?.closesAt).toBe(on('03-20T10:00'));
  });

  it('silence is waited for on consensus however long', () => {
    const pure = begin('**Rung**: consensus\n**Consulted**: @carol, @erin\n');
    pure.settle();
    pure.act(wrote(carol, '03-02T10:30', '/support'));
    pure.act(wrote(erin, '03-02T10:31', 'Interesting.'));
    pure.pass(40 * day);
    const plan = pure.settle().effects.find((effect) => effect.kind === 'show-status');
    expect(plan?.kind === 'show-status' && plan.status.pause).toMatchObject({ kind: 'awaiting-review', waitsFor: [erin] });
  });

  it('help that somebody asks for is on its way all the same', () => {
    const pure = begin('**Rung**: consent\n**Consulted**: @carol\n', {}, { ...defaultConfig, escalation: { ...defaultConfig.escalation, path: ['erin'] } });
    pure.settle();
    pure.act(wrote(bob, '03-02T10:30', '/escalate Two options, one call.'));
    pure.pass(3_600_000);
    pure.settle();
    expect(pure.calls().at(-1)?.body).toContain('@erin');
  });
});
