/** One RFC for every command: Alice's, who owns it as well; Bob may write, Carol triage, Erin maintain, and Dan is a stranger. */
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import type { Act, Comment } from '../../src/decision/acts.ts';
import type { Plan } from '../../src/decision/plan.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { Decision, Objection, Period, Record, Term } from '../../src/decision/record-schema.ts';
import type { Account, Snapshot } from '../../src/decision/snapshot.ts';
import { aComment, alice, aRecord, aSource, bob, carol, dan, erin, everybody, named, robot } from './a-command-context.ts';
import { aDocument, aSnapshot } from './a-snapshot.ts';
import { on, requested } from './some-acts.ts';

/** A way in which a command works. */
export interface CommandCase {
  text: string;
  by: Account;
  /** What is in the record before. */
  record?: Partial<Record>;
  /** The same with something missing in it, or misspelt. */
  unclear: string;
}

const term: Term = { n: 1, holder: named(bob), step: 'awaiting-review', scope: null, how: 'asked', startedAt: on('03-01T10:00'), dueAt: on('03-04T10:00'), activeAt: null, source: null, ended: null };
const held: Partial<Record> = { terms: [term] };
const decision: Decision = { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'Yes.', at: on('03-01T12:00'), source: aSource(alice, 50), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null };
const objection: Objection = { by: named(carol), why: 'No.', isBinding: true, at: on('03-01T12:00'), source: aSource(carol, 51), answered: null, withdrawnAt: null, setAside: null };

const period: Period = { n: 1, rung: 'consent', domain: null, zone: 'local', entitled: [named(carol)], teams: [], from: on('03-01T12:00'), until: on('03-08T12:00'), last: on('03-15T12:00'), more: '2 days', quorum: 0, extensions: [] };

/** By the commands' names. */
export const commandCases: ReadonlyMap<string, CommandCase> = new Map(Object.entries({
  'dri take': { text: '/dri take', by: carol, unclear: '/dri take until whenever' },
  'dri assign': { text: '/dri assign @bob', by: carol, unclear: '/dri assign' },
  'dri hand': { text: '/dri hand @carol The format is agreed.', by: bob, record: held, unclear: '/dri hand @carol' },
  'dri pass': { text: '/dri pass', by: bob, record: held, unclear: '/dri pas' },
  'dri extend': { text: '/dri extend 2 working days', by: bob, record: held, unclear: '/dri extend a bit' },
  'dri done': { text: '/dri done All is clear.', by: bob, record: held, unclear: '/dri donee' },
  'dri release': { text: '/dri release', by: bob, record: held, unclear: '/dri relase' },
  'dri status': { text: '/dri status', by: carol, unclear: '/dri statsu' },
  'dri help': { text: '/dri help', by: carol, unclear: '/dri halp' },
  'dri away': { text: '/dri away until 2026-03-09', by: carol, unclear: '/dri away' },
  'dri back': { text: '/dri back', by: carol, unclear: '/dri bakc' },
  escalate: { text: '/escalate We need a word by Friday.', by: carol, unclear: '/escalate' },
  decide: { text: '/decide accept It is good enough.', by: alice, unclear: '/decide maybe Later.' },
  'decide confirm': { text: '/decide confirm', by: alice, record: { decisions: [{ ...decision, texts: ['c'.repeat(40)] }] }, unclear: '/decide confrim' },
  'decide anyway': { text: '/decide anyway accept It is good enough.', by: alice, unclear: '/decide anyway maybe Later.' },
  reopen: { text: '/reopen The audit brought news.', by: alice, record: { decisions: [decision] }, unclear: '/reopen' },
  amend: { text: '/amend Dan joined the team.', by: alice, record: { period }, unclear: '/amend' },
  owner: { text: '/owner @erin Alice is on leave.', by: carol, unclear: '/owner @erin' },
  object: { text: '/object It is too risky.', by: carol, unclear: '/object' },
  withdraw: { text: '/withdraw', by: carol, record: { objections: [objection] }, unclear: '/withdrow' },
  answer: { text: '/answer @carol It is tested now.', by: alice, record: { objections: [objection] }, unclear: '/answer @carol' },
  'set-aside': { text: '/set-aside @carol We know the risk.', by: alice, record: { objections: [objection] }, unclear: '/set-aside @carol' },
  editorial: { text: '/editorial A typo.', by: alice, record: { wordings: [{ hash: 'first', at: on('03-01T10:00'), editorial: null }, { hash: aDocument().wording ?? '', at: on('03-01T12:00'), editorial: null }] }, unclear: '/editorial' },
  support: { text: '/support', by: carol, unclear: '/suport' },
  abstain: { text: '/abstain', by: carol, unclear: '/abstian' },
  hold: { text: '/hold 2 working days I want to try it.', by: erin, unclear: '/hold 2 working days' },
  wait: { text: '/wait until 2026-03-09 The audit comes then.', by: alice, unclear: '/wait until 2026-03-09' },
  cite: { text: '/cite local', by: carol, unclear: '/cite everything' },
  outcome: { text: '/outcome kept It has run for a year.', by: alice, record: { decisions: [decision] }, unclear: '/outcome maybe Later.' },
  tension: { text: '/tension local The backup has to be elsewhere.', by: carol, unclear: '/tension local' },
}));

const config: Config = {
  ...defaultConfig,
  escalation: { ...defaultConfig.escalation, path: ['erin'] },
  principles: [{ id: 'local', text: 'Data stays local', value: null, example: '', since: null }],
};

/** The config in which a command is for administrators, of whom there is none; as it is for what is anybody's. */
export function onlyForAdministrators(command: string): Config {
  const key = command === 'dri back' ? 'dri-away' : command.replace(' ', '-');
  return key in config.commands ? { ...config, commands: { ...config.commands, [key]: ['admin'] } } : config;
}

/** An hour after the comments, on a Monday. */
export const lookedAt = new Date(on('03-02T11:00'));

/** Comments at ten, in their order; numbers count from 100. */
export function saidBy(by: Account, ...bodies: readonly string[]): Comment[] {
  return bodies.map((body, index) => aComment({ by, at: on('03-02T10:00'), body, id: 100 + index }));
}

/** What one look makes of comments, where the record was as the case has it. Erin was asked for a review. */
export function planOf(acts: readonly Comment[], { record }: CommandCase, rules: Config = config): { plan: Plan; snapshot: Snapshot } {
  const holder: Act = { kind: 'assigned', at: on('03-01T10:00'), by: { id: 900, login: 'unpause[bot]', isBot: true }, isOwn: true, of: bob };
  const [assignees, assigned] = record?.terms === undefined ? [[], []] : [[bob], [holder]];
  const snapshot = aSnapshot({ people: everybody, assignees, acts: [requested(erin, '03-01T10:00'), ...assigned, ...acts], record: { kind: 'sound', record: aRecord({ owners: ['alice'], ...record }) } });
  return { plan: reconcile(snapshot, rules, lookedAt), snapshot };
}

/** The next look, at the same moment, where the record is as the first one left it. */
export function nextPlan({ plan, snapshot }: ReturnType<typeof planOf>): Plan {
  if (plan.record === null) throw new Error('an RFC');
  return reconcile({ ...snapshot, record: { kind: 'sound', record: plan.record } }, config, lookedAt);
}

export const stranger = dan;
export const machine = robot;
