import { describe, expect, it } from '@jest/globals';
import { mostCommands, runCommands } from '../../../src/decision/commands/run-commands.ts';
import type { Verdict } from '../../../src/decision/commands/verdict.ts';
import type { Decision, Objection, Record } from '../../../src/decision/record-schema.ts';
import type { Account } from '../../../src/decision/snapshot.ts';
import { aCommandContext, aComment, alice, aSource, bob, carol, dan, erin, named, robot, type ContextParts } from '../../support/a-command-context.ts';
import { defaultConfig } from '../../../src/config/schema.ts';

const decided: Decision = { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'It is time.', at: '2026-03-01T12:00:00Z', source: aSource(alice, 50), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null };
const objected: Objection = { by: named(bob), why: 'No.', isBinding: true, at: '2026-03-01T12:00:00Z', source: aSource(bob, 51), answered: null, withdrawnAt: null, setAside: null };

const before: Partial<Record> = { decisions: [decided], objections: [objected] };
const config = { escalation: { ...defaultConfig.escalation, path: ['erin'] } };
const asked = { reviewers: [bob], acts: [{ kind: 'requested', by: alice, of: bob, at: '2026-03-01T11:00:00Z', isOwn: false } as const] };

interface Said {
  by: Account;
  body: string;
  isEdited?: boolean;
  snapshot?: ContextParts['snapshot'];
}

/** Which parts of the record changed, and what the answers are. */
function say({ by, body, isEdited = false, snapshot }: Said): { changed: string[]; verdicts: Verdict[] } {
  const { snapshot: facts, config: rules, record, step } = aCommandContext({ config, record: before, snapshot: { ...asked, ...snapshot } });
  const ran = runCommands({ ...aComment({ by, body }), isEdited }, { snapshot: facts, config: rules, record, step });
  const changed = (Object.keys(record) as (keyof Record)[]).filter((key) => ran.record[key] !== record[key]);
  return { changed, verdicts: ran.answers.map(({ verdict }) => verdict) };
}

const done = { kind: 'done', remarks: [] };

function refused(why: string, more: object = {}) {
  return { kind: 'refused', refusal: { why, ...more } };
}

const owner = { who: ['owner'] };
const members = { who: ['members'] };
/** Whoever is asked answers, whatever their rights. */
const voices = { who: ['members', 'asked'] };

/** The command, who may use it with what it changes, who may not with whom the refusal names, and whether an end is an end. */
const rows: [string, { may: Account; changes: string; mayNot: Account | null; who: object; whenClosed: boolean }][] = [
  ['/escalate We need a decision.', { may: carol, changes: 'escalations', mayNot: dan, who: members, whenClosed: false }],
  ['/decide reject It is too early.', { may: alice, changes: 'decisions', mayNot: erin, who: owner, whenClosed: true }],
  ['/decide confirm', { may: alice, changes: 'decisions', mayNot: bob, who: owner, whenClosed: true }],
  ['/reopen The facts changed.', { may: alice, changes: 'decisions', mayNot: erin, who: owner, whenClosed: true }],
  ['/owner @bob Alice is on leave.', { may: carol, changes: 'namedOwner', mayNot: alice, who: { who: ['triage', 'domain-owners'] }, whenClosed: true }],
  ['/object It takes a day.', { may: bob, changes: 'objections', mayNot: null, who: {}, whenClosed: false }],
  ['/withdraw', { may: bob, changes: 'objections', mayNot: null, who: {}, whenClosed: true }],
  ['/support', { may: bob, changes: 'voices', mayNot: dan, who: voices, whenClosed: false }],
  ['/abstain', { may: bob, changes: 'voices', mayNot: dan, who: voices, whenClosed: false }],
  ['/hold 2 days I want to try it.', { may: bob, changes: 'waits', mayNot: carol, who: { who: ['asked'] }, whenClosed: false }],
  ['/wait until friday The audit comes then.', { may: alice, changes: 'waits', mayNot: bob, who: { who: ['author', 'owner', 'dri'] }, whenClosed: false }],
  ['/tension "Boring first" It did not fit.', { may: bob, changes: 'tensions', mayNot: dan, who: members, whenClosed: true }],
];

const closed = { rfc: { isOpen: false } };

describe.each(rows)('%s', (body, { may, changes, mayNot, who, whenClosed }) => {
  it('runs for those whom the config allows it', () => {
    expect(say({ by: may, body })).toEqual({ changed: [changes], verdicts: [done] });
  });

  it('runs for nobody else, and says who may', () => {
    const said = mayNot === null ? null : say({ by: mayNot, body });
    expect(said).toEqual(mayNot === null ? null : { changed: [], verdicts: [refused('not-allowed', who)] });
  });

  it('runs on a closed RFC only where it makes sense', () => {
    const expected = whenClosed ? { changed: [changes], verdicts: [done] } : { changed: [], verdicts: [refused('closed')] };
    expect(say({ by: may, body, snapshot: closed })).toEqual(expected);
  });

  it('does nothing in a comment that was edited', () => {
    expect(say({ by: may, body, isEdited: true })).toEqual({ changed: [], verdicts: [refused('edited')] });
  });

  it.each([
    ['by a bot', robot, body],
    ['in a quote', may, `> ${body}`],
    ['in code', may, `    ${body}`],
    ['in a fence', may, `\`\`\`\n${body}\n\`\`\``],
    ['within a sentence', may, `See ${body}`],
  ])('is nothing to answer %s', (_, by, text) => {
    expect(say({ by, body: text })).toEqual({ changed: [], verdicts: [] });
  });
});

describe('several at once', () => {
  it('run in their order, each on what the one before left', () => {
    const body = '/reopen The facts changed.\n/reopen Again.\n/decide accept Still the best way.';
    expect(say({ by: alice, body })).toEqual({ changed: ['decisions'], verdicts: [done, refused('no-decision'), done] });
  });

  it('run up to a limit', () => {
    const { verdicts } = say({ by: bob, body: '/support\n'.repeat(mostCommands + 2) });
    expect(verdicts).toEqual([...Array.from({ length: mostCommands }, () => done), refused('too-many', { limit: mostCommands })]);
  });
});
