/** One look at Bob's RFC, which Alice decides: Erin is first on the escalation path, Carol second, and Dan in the rotation. */
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import type { Act } from '../../src/decision/acts.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { Escalation, PauseCall, Record, Term } from '../../src/decision/record-schema.ts';
import { aRecord, bob, dan, erin, everybody, named } from './a-command-context.ts';
import { aSnapshot, headSha, type SnapshotParts } from './a-snapshot.ts';
import { planInWords, type PlanInWords } from './plan-in-words.ts';
import { did, on } from './some-acts.ts';

export const helpful: Config = {
  ...defaultConfig,
  dri: { ...defaultConfig.dri, pool: ['dan'] },
  escalation: { ...defaultConfig.escalation, path: ['erin', 'carol'] },
};

export interface Moment extends Omit<SnapshotParts, 'record'> {
  /** `03-05T10:00`, of 2026 in UTC; a Monday is 03-02. */
  at: string;
  kept?: Partial<Record>;
  config?: Partial<Config>;
}

/** The snapshot of that moment, the record as it was kept. */
export function planAt({ at, kept, config, rfc, acts = [], ...parts }: Moment): PlanInWords {
  const opened = did('opened', bob, '03-02T10:00');
  const createdAt = on('03-02T10:00');
  const snapshot = aSnapshot({
    people: everybody,
    ...parts,
    acts: [opened, ...acts],
    rfc: { author: bob, createdAt, lastHumanActivityAt: createdAt, ...rfc },
    record: { kind: 'sound', record: aRecord({ firstSeenAt: createdAt, heads: [{ sha: headSha, at: createdAt }], owners: ['alice'], ...kept }) },
  });
  return planInWords(reconcile(snapshot, { ...helpful, ...config }, new Date(on(at))));
}

/** The RFC drifts from Monday on, and was nudged about it on Thursday. */
export const nudged: PauseCall = { stage: 'nudge', kind: 'drifting', since: on('03-02T10:00'), at: on('03-05T10:00') };

/** Asked on the second Monday, due on Thursday. */
export const dans: Term = { n: 1, holder: named(dan), step: 'drifting', scope: null, how: 'asked', startedAt: on('03-09T10:00'), dueAt: on('03-12T10:00'), activeAt: null, source: null, ended: null };

/** Dan's term, with Dan as the assignee whom Unpause assigned. */
export const held: Pick<Moment, 'kept' | 'assignees'> = { kept: { calls: [nudged], terms: [dans] }, assignees: [dan] };

export function assigned(of = dan): Act {
  return { kind: 'assigned', at: on('03-09T10:00'), by: { id: 900, login: 'unpause[bot]', isBot: true }, isOwn: true, of };
}

/** Unpause asked Erin for help after Dan's term, on the second Thursday. */
export const open: Escalation = { n: 1, by: null, why: null, source: null, openedAt: on('03-12T10:00'), to: null, asked: [{ person: named(erin), at: on('03-12T10:00') }], ended: null };

export const silent: Term = { ...dans, ended: { at: on('03-12T10:00'), how: 'time', note: null, source: null } };

export function asked(parts: Partial<Escalation> = {}): Pick<Moment, 'kept'> {
  return { kept: { calls: [nudged], terms: [silent], escalations: [{ ...open, ...parts }] } };
}
