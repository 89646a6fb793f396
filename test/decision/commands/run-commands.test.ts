import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../../src/config/schema.ts';
import type { Act, Speech } from '../../../src/decision/acts.ts';
import { runCommands, type Ran } from '../../../src/decision/commands/run-commands.ts';
import type { Term } from '../../../src/decision/record-schema.ts';
import type { Account } from '../../../src/decision/snapshot.ts';
import { aComment, alice, aRecord, aSource, bob, carol, dan, everybody, named, robot, writtenAt } from '../../support/a-command-context.ts';
import { aSnapshot, type SnapshotParts } from '../../support/a-snapshot.ts';
import type { Record } from '../../../src/decision/record-schema.ts';

interface Parts {
  by?: Account;
  isEdited?: boolean;
  isOwn?: boolean;
  snapshot?: SnapshotParts;
  record?: Partial<Record>;
  config?: Partial<Config>;
}

function run(body: string, { by = carol, isEdited = false, isOwn = false, snapshot, record, config }: Parts = {}): Ran {
  const speech: Speech = { ...aComment({ by, body }), isEdited, isOwn };
  return runCommands(speech, { snapshot: aSnapshot({ people: everybody, acts: [speech], ...snapshot }), config: { ...defaultConfig, ...config }, record: aRecord(record), step: 'drifting' });
}

/** What became of each command: `done`, or why it was refused. */
function verdicts({ answers }: Ran): string[] {
  return answers.map(({ verdict }) => (verdict.kind === 'done' ? 'done' : verdict.refusal.why));
}

const term: Term = {
  n: 1,
  holder: named(carol),
  step: 'drifting',
  scope: null,
  how: 'taken',
  startedAt: writtenAt,
  dueAt: '2026-03-05T10:00:00.000Z',
  activeAt: null,
  source: aSource(carol),
  ended: null,
};
const held: Partial<Record> = { terms: [{ ...term, startedAt: '2026-03-01T10:00:00Z' }] };

describe('runCommands', () => {
  it('runs a command of somebody who may use it', () => {
    expect(run('/dri take')).toEqual({
      record: aRecord({ terms: [term] }),
      answers: [{ typed: '/dri take', verdict: { kind: 'done', remarks: [] }, wants: null }],
      aways: [],
    });
  });

  it('takes the sentence for the command, and shows it as it was said', () => {
    const { record, answers } = run("Thanks. I'll take temporary DRI on this.");
    expect(record).toEqual(aRecord({ terms: [term] }));
    expect(answers).toEqual([{ typed: "I'll take temporary DRI on this.", verdict: { kind: 'done', remarks: [] }, wants: null }]);
  });

  it('runs several in order, each on what the one before left', () => {
    const ran = run('/dri take\n/dri done All is clear.\n/dri pass\n/dri take\n/support');
    expect(verdicts(ran)).toEqual(['done', 'done', 'no-dri', 'done', 'done']);
    expect(ran.record).toEqual(
      aRecord({
        terms: [
          { ...term, ended: { at: writtenAt, how: 'done', note: 'All is clear.', source: aSource(carol) } },
          { ...term, n: 2 },
        ],
        voices: [{ by: named(carol), stance: 'support', at: writtenAt, source: aSource(carol) }],
      }),
    );
  });

  it('goes on after a command that was refused', () => {
    expect(verdicts(run('/dri hand @bob\n/dri whatever\n/support'))).toEqual(['missing', 'unknown', 'done']);
  });

  it('says nothing to a text without commands', () => {
    expect(run('Looks good. /dri is a command.\n\n> /dri take\n\n    /dri take\n\n/etc\n/usr/bin')).toEqual({ record: aRecord(), answers: [], aways: [] });
  });

  it.each<[string, Account, Partial<Parts>]>([
    ['a bot', robot, {}],
    ['Unpause itself', carol, { isOwn: true }],
  ])('runs nothing by %s', (_, by, parts) => {
    expect(run('/dri take\n/dri whatever', { by, ...parts })).toEqual({ record: aRecord(), answers: [], aways: [] });
  });

  it('runs nothing of an edited comment, and says so once', () => {
    expect(run('Hello\n/dri take\n/support', { isEdited: true })).toEqual({
      record: aRecord(),
      answers: [{ typed: '/dri take', verdict: { kind: 'refused', refusal: { why: 'edited' } }, wants: null }],
      aways: [],
    });
  });

  it.each(['Hello', '/dir take', '> /dri take'])('says nothing to an edited comment without commands: %j', (body) => {
    expect(run(body, { isEdited: true }).answers).toEqual([]);
  });

  it('suggests what was probably meant', () => {
    expect(run('/dir take').answers).toEqual([{ typed: '/dir take', verdict: { kind: 'refused', refusal: { why: 'unknown', nearest: '/dri take' } }, wants: null }]);
  });

  it('runs twenty, and answers the rest once', () => {
    const ran = run('/support\n'.repeat(10_000));
    expect(ran.answers).toHaveLength(21);
    expect(ran.answers[20]).toEqual({ typed: '/support', verdict: { kind: 'refused', refusal: { why: 'too-many', limit: 20 } }, wants: null });
    expect(verdicts(ran).slice(0, 20)).toEqual(new Array(20).fill('done'));
  });

  it('runs twenty where there are twenty', () => {
    expect(verdicts(run('/support\n'.repeat(20)))).toEqual(new Array(20).fill('done'));
  });

  it.each<[string, string, Parts, string]>([
    ['a stranger', '/dri take', { by: dan }, 'not-allowed'],
    ['a stranger who says it in words', "I'll take temporary DRI on this", { by: dan }, 'not-allowed'],
    ['a member without triage rights', '/dri assign @Bob', { by: alice }, 'not-allowed'],
    ['somebody else than the DRI', '/dri pass', { by: bob, record: held }, 'not-allowed'],
    ['somebody whose rights GitHub did not say', '/dri take', { by: dan, snapshot: { people: [] } }, 'rights-unknown'],
    ['anybody, while there is no DRI', '/dri extend 2d', { by: dan }, 'no-dri'],
    ['somebody with triage rights, while there is no DRI', '/dri done', { by: carol }, 'no-dri'],
    ['a stranger, of what is for others than the DRI too', '/wait until 2026-03-05 The audit comes.', { by: dan }, 'not-allowed'],
    ['anybody on a closed RFC', '/dri take', { snapshot: { rfc: { isOpen: false } } }, 'closed'],
  ])('refuses %s', (_, body, parts, why) => {
    const ran = run(body, parts);
    expect(verdicts(ran)).toEqual([why]);
    expect(ran.record).toEqual(aRecord(parts.record));
  });

  it('leaves a command alone that the config allows nobody: it may be another bot’s', () => {
    const ran = run('/hold', { config: { commands: { ...defaultConfig.commands, hold: ['nobody'] } } });
    expect(ran.answers).toEqual([]);
  });

  it('says who may, as the config has it', () => {
    const [answer] = run('/dri assign @Bob', { by: dan, config: { commands: { ...defaultConfig.commands, 'dri-assign': ['triage', '@acme/infra'] } } }).answers;
    expect(answer?.verdict).toEqual({ kind: 'refused', refusal: { why: 'rights-unknown', who: ['triage', '@acme/infra'] } });
  });

  it.each([
    ['/dri help', 'help'],
    ['/dri status', 'status'],
  ])('lets a stranger ask for %s, also on a closed RFC', (body, wants) => {
    const ran = run(body, { by: dan, snapshot: { rfc: { isOpen: false } } });
    expect(ran.answers).toEqual([{ typed: body, verdict: { kind: 'done', remarks: [] }, wants }]);
  });

  it('gives absences apart from the record', () => {
    expect(run('/dri away until 2026-03-16\n/dri back')).toEqual({
      record: aRecord(),
      answers: ['/dri away until 2026-03-16', '/dri back'].map((typed) => ({ typed, verdict: { kind: 'done', remarks: [] }, wants: null })),
      aways: [
        { person: carol.id, from: writtenAt, until: '2026-03-16T09:00:00.000Z', source: aSource(carol) },
        { person: carol.id, from: writtenAt, until: null, source: aSource(carol) },
      ],
    });
  });

  it('judges by how things were when it was written', () => {
    const speech = aComment({ by: carol, body: '/dri take' });
    const closed: Act = { kind: 'closed', by: alice, at: '2026-03-02T11:00:00Z', isOwn: false };
    const snapshot = aSnapshot({ people: everybody, acts: [speech, closed], rfc: { isOpen: false } });
    const place = { snapshot, config: defaultConfig, record: aRecord(), step: 'drifting' } as const;
    expect(verdicts(runCommands(speech, place))).toEqual(['done']);
    expect(verdicts(runCommands(speech, { ...place, snapshot: { ...snapshot, acts: [closed, speech] } }))).toEqual(['closed']);
  });
});
