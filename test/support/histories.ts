/** Random histories of an RFC: people act, fall silent, take, pass and leave, and time goes by. */
import fc from 'fast-check';
import type { PureRfc } from '../../scripts/simulate/pure-rfc.ts';
import type { Act } from '../../src/decision/acts.ts';
import { rungs, type Rung } from '../../src/config/schema-domains.ts';
import type { Account, ObservedDocument } from '../../src/decision/snapshot.ts';
import { alice, bob, carol, dan, erin, robot } from './a-command-context.ts';
import { aDocument, headSha, owned } from './a-snapshot.ts';
import { onRung, teamOfDan } from './ladder-cases.ts';

const hour = 3_600_000;

/** What people write: commands of every kind, some that are refused, and words. */
const words: readonly string[] = [
  'A thought.',
  '/dri take',
  "I'll take temporary DRI on this",
  '/dri take for the benchmarks until friday',
  '/dri assign @carol',
  '/dri assign @erin for the survey',
  '/dri hand @dan The survey is done, the text is not.',
  '/dri pass',
  '/dri extend 1 working day',
  '/dri done All heard.',
  '/dri release',
  '/dri away until 2 weeks',
  '/dri back',
  '/escalate We need a word by Friday.',
  '/escalate to @erin You know this best.',
  '/decide accept It is good enough.',
  '/decide reject It costs too much.',
  '/decide defer Not this year.',
  '/decide confirm',
  '/reopen Something changed.',
  '/owner @bob Alice is away.',
  '/object The keys are too short.',
  '/withdraw',
  '/support',
  '/abstain',
  '/hold 2 working days I am still thinking.',
  '/wait until 2d We wait for the audit.',
  '/tension simplicity It did not fit.',
  '/cite "simplicity"',
  '/outcome changed It held for a while.',
  '/support\n/object I do, but.\n/dri status',
  '/decide',
  '/dir take',
  'See `/decide accept nothing`\n\n> /decide accept nothing',
];

const people: readonly Account[] = [alice, bob, carol, dan, erin, robot];
const shas = ['c', 'd', 'e', 'f'].map((letter) => letter.repeat(40));

export type HistoryStep =
  | { kind: 'wait'; hours: number }
  | { kind: 'write'; by: Account; body: string }
  | { kind: 'review'; by: Account; state: 'approved' | 'changes-requested' | 'commented' }
  | { kind: 'request'; of: Account }
  | { kind: 'push'; sha: string }
  /** The text becomes another one. */
  | { kind: 'edit'; text: string }
  /** Who belongs to the team that is to be consulted. */
  | { kind: 'team'; members: readonly Account[] }
  /** The domain is on another rung, and others are to be consulted. */
  | { kind: 'config'; rung: Rung; consult: readonly string[] }
  | { kind: 'turn'; to: 'closed' | 'reopened' | 'drafted' | 'readied' };

export const historyStep: fc.Arbitrary<HistoryStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), by: fc.constantFrom(...people), body: fc.constantFrom(...words) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('review' as const), by: fc.constantFrom(...people), state: fc.constantFrom('approved' as const, 'changes-requested' as const, 'commented' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('request' as const), of: fc.constantFrom(carol, dan, erin) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('push' as const), sha: fc.constantFrom(...shas) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('turn' as const), to: fc.constantFrom('closed' as const, 'reopened' as const, 'drafted' as const, 'readied' as const) }) },
);

/** Most of the time nothing happens, so that help is offered to its end, and those who are asked pass, leave or come back. */
export const quietStep: fc.Arbitrary<HistoryStep> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(6, 22, 24, 26, 48, 72) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), by: fc.constantFrom(carol, dan, erin), body: fc.constantFrom('/dri pass', '/dri away until 2 weeks', '/dri back', '/dri release') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('request' as const), of: fc.constantFrom(carol, dan, erin) }) },
  { weight: 1, arbitrary: historyStep },
);

const wordsOnTheLadder: readonly string[] = [
  '/support',
  '/abstain',
  '/object The keys are too short.',
  '/withdraw',
  '/answer @carol They are longer now.',
  '/answer @erin They are longer now.',
  '/set-aside @carol We know the risk.',
  '/set-aside @erin We know the risk.',
  '/editorial Two typos.',
  '/amend The team is another one.',
  '/decide accept It is good enough.',
  '/decide anyway accept It is urgent.',
  '/reopen Something changed.',
];

/** Much that decides on the ladder, with time in between, and now and then a change of what it was promised on. */
export const ladderStep: fc.Arbitrary<HistoryStep> = fc.oneof(
  { weight: 8, arbitrary: historyStep },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('write' as const), by: fc.constantFrom(alice, alice, bob, carol, dan, erin), body: fc.constantFrom(...wordsOnTheLadder) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(3, 24, 48, 120, 240) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), text: fc.constantFrom('Every year.', 'Every month.', 'Every\n\nyear.') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('team' as const), members: fc.subarray([bob, dan, erin]) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('config' as const), rung: fc.constantFrom(...rungs), consult: fc.subarray(['carol', 'acme/infra', 'erin']) }) },
);

/** Lets a step happen, a second after whatever happened last: two acts of one second have no order of their own. */
export function play(rfc: PureRfc, step: HistoryStep, id: number): void {
  if (step.kind === 'wait') {
    rfc.pass(step.hours * hour);
    return;
  }
  rfc.pass(1000);
  if (step.kind === 'config' || step.kind === 'team') {
    changeRules(rfc, step);
    return;
  }
  const at = rfc.now().toISOString().replace('.000Z', 'Z');
  const act = actOf(step, at, id);
  if (act === null || !makesSense(rfc, step)) return;
  rfc.act(act);
  rfc.change(({ rfc: facts, reviewers, documents, ...rest }) => ({ ...rest, documents: step.kind === 'edit' ? [documentOf(step.text)] : documents, rfc: { ...facts, ...changed(step, id) }, reviewers: step.kind === 'request' ? [...reviewers, step.of] : step.kind === 'review' ? reviewers.filter((reviewer) => !('id' in reviewer) || reviewer.id !== step.by.id) : reviewers }));
}

function changeRules(rfc: PureRfc, step: Extract<HistoryStep, { kind: 'config' | 'team' }>): void {
  if (step.kind === 'team') rfc.change((seen) => ({ ...seen, teams: [{ ...teamOfDan, members: step.members }] }));
  else rfc.configure({ ...rfc.config(), domains: onRung(step.rung, step.consult).domains });
}

function documentOf(text: string): ObservedDocument {
  return { ...aDocument({ text: `${owned}\n${text}\n` }), blob: text.length.toString(16).padStart(40, 'b') };
}

function shaOf(id: number): string {
  return id.toString(16).padStart(40, '0');
}

function actOf(step: HistoryStep, at: string, id: number): Act | null {
  const said = { id, hash: id.toString(16).padStart(16, '0'), isEdited: false, isOwn: false, url: `https://github.com/acme/rfcs/pull/7#c${id}` };
  switch (step.kind) {
    case 'write':
      return { kind: 'comment', at, by: step.by, body: step.body, ...said };
    case 'review':
      return { kind: 'review', at, by: step.by, state: step.state, body: '', sha: headSha, ...said };
    case 'request':
      return { kind: 'requested', at, by: bob, isOwn: false, of: step.of };
    case 'push':
      return { kind: 'pushed', at, by: bob, isOwn: false, sha: step.sha };
    case 'edit':
      return { kind: 'pushed', at, by: bob, isOwn: false, sha: shaOf(id) };
    case 'turn':
      return { kind: step.to, at, by: bob, isOwn: false };
    case 'team':
    case 'config':
    case 'wait':
      return null;
  }
}

/** GitHub closes nothing twice. */
function makesSense(rfc: PureRfc, step: HistoryStep): boolean {
  const { isOpen, isDraft } = rfc.snapshot().rfc;
  if (step.kind === 'request') return isOpen && !rfc.snapshot().reviewers.some((reviewer) => 'id' in reviewer && reviewer.id === step.of.id);
  if (step.kind !== 'turn') return true;
  return { closed: isOpen, reopened: !isOpen, drafted: isOpen && !isDraft, readied: isOpen && isDraft }[step.to];
}

function changed(step: HistoryStep, id: number): object {
  if (step.kind === 'edit') return { head: { sha: shaOf(id), fork: null } };
  if (step.kind === 'push') return { head: { sha: step.sha, fork: null } };
  if (step.kind !== 'turn') return {};
  return { closed: { isOpen: false }, reopened: { isOpen: true }, drafted: { isDraft: true }, readied: { isDraft: false } }[step.to];
}
