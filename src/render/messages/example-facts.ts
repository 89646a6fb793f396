/** Made-up facts for the examples: an RFC about rotating keys in `acme/rfcs`, and the people around it. */
import type { PauseKind } from '../../config/schema-pause.ts';
import { defaultConfig } from '../../config/schema.ts';
import type { Situation } from '../../decision/calls.ts';
import type { Progress } from '../../decision/ladder/progress.ts';
import type { CitedPrinciple } from '../../decision/citations.ts';
import type { Heard, Pause } from '../../decision/pause-facts.ts';
import type { Decision, Escalation, Objection, OutcomeReview, Period, Source, Term, Under } from '../../decision/record-schema.ts';
import { newRecord } from '../../decision/record.ts';
import type { Account, ObservedDocument } from '../../decision/snapshot.ts';
import type { EarlierDecision } from '../../decision/earlier.ts';
import { ruleUrl } from '../../lint/rule-url.ts';
import type { CallPlace } from '../calls/call-place.ts';
import { allowedIn } from '../who-can.ts';

export const alice = person(11, 'alice');
export const bob = person(12, 'bob');
export const carol = person(13, 'carol');
export const dave = person(14, 'dave');
export const erin = person(15, 'erin');

function person(id: number, login: string): Account {
  return { id, login, isBot: false };
}

export const exampleRfc = 'https://github.com/acme/rfcs/pull/7';

export const examplePlace: CallPlace = {
  rfcUrl: exampleRfc,
  timezone: 'Europe/Berlin',
  allowed: allowedIn(defaultConfig),
  threads: {
    kind: 'known',
    threads: [
      { path: 'rfcs/0001-keys.md', line: 12, url: `${exampleRfc}#discussion_r3001`, at: '2026-03-04T10:00:00Z', by: 'carol', text: 'Who tells our customers, and when?' },
    ],
  },
  commands: [
    { usage: '/dri take [for STEP] [until WHEN]', help: 'Become temporary DRI for the next step.', who: 'members' },
    { usage: '/decide accept|reject|defer WHY', help: 'Record the decision and its reason.', who: 'the Decision Owner' },
    { usage: '/dri help', help: 'List the commands.', who: 'anyone' },
  ],
};

/** Whom each kind of pause waits for. */
const awaited: Readonly<Record<PauseKind, Pause['waitsFor']>> = {
  ownerless: [bob],
  overdue: [alice],
  contested: [bob, erin],
  'awaiting-author': [bob],
  'awaiting-review': [carol, { team: 'acme/security' }],
  'awaiting-decision': [alice],
  drifting: [bob, alice],
};

export function examplePause(kind: PauseKind): Pause {
  return { kind, waitsFor: awaited[kind], since: '2026-03-03T10:20:00Z' };
}

export function exampleSource(id: number, by: Account): Source {
  return { in: 'comment', id, by: by.id, hash: '0123456789abcdef' };
}

export const exampleHeard: Heard = {
  asked: [carol, dave],
  answered: [{ asked: carol, by: carol.id, at: '2026-03-04T09:00:00Z' }],
  open: [dave],
};

export const exampleObjection: Objection = {
  by: erin,
  why: 'The old keys stay valid for a month, which is longer than our customers were told.',
  isBinding: true,
  answered: null,
  setAside: null,
  at: '2026-03-04T14:00:00Z',
  source: exampleSource(1004, erin),
  withdrawnAt: null,
};

/** The same, after the author's answer. */
export const answeredObjection: Objection = {
  ...exampleObjection,
  answered: { by: bob, why: 'The month is for one customer, and the others were told a week.', at: '2026-03-05T10:00:00Z', source: exampleSource(1018, bob) },
};

/** The same, after the owner went on. */
export const asideObjection: Objection = {
  ...answeredObjection,
  setAside: { by: alice, why: 'We know the risk, and look at it again in May.', at: '2026-03-06T10:00:00Z', source: exampleSource(1019, alice) },
};

export const exampleDocument: ObservedDocument = {
  path: 'rfcs/0001-keys.md',
  blob: 'b'.repeat(40),
  url: `https://github.com/acme/rfcs/blob/${'a'.repeat(40)}/rfcs/0001-keys.md`,
  result: null,
  unread: null,
  wording: 'c'.repeat(16),
  diff: [],
  texts: null,
};

/** The same, as the lint sees it. */
export function lintedDocument(state: 'owned' | 'ownerless'): ObservedDocument {
  const owned = { present: true, field: 'Decision Owner', form: 'bold' as const, line: 3, placeholder: false, owners: [{ text: '@alice', login: 'alice', team: false, line: 3, column: 21 }] };
  const ownerless = { present: false, field: null, form: null, line: null, placeholder: false, owners: [] };
  const finding = {
    rule: 'decision-owner-required',
    severity: 'error' as const,
    message: 'Missing Decision Owner, expected a line such as `**Decision Owner**: @login`',
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 14,
    fix: null,
    url: ruleUrl('decision-owner-required'),
  };
  const { path } = exampleDocument;
  const result = { path, decision: state === 'owned' ? owned : ownerless, fields: {}, consulted: [], findings: state === 'owned' ? [] : [finding], notChecked: [] };
  return { ...exampleDocument, result };
}

export const exampleRecord = newRecord('2026-03-01T10:00:00Z');

export const exampleSituation: Situation = {
  pause: examplePause('awaiting-decision'),
  heard: exampleHeard,
  objections: [exampleObjection],
  documents: [exampleDocument],
  voices: [
    { by: erin, url: `${exampleRfc}#issuecomment-1004`, at: '2026-03-04T14:00:00Z' },
    { by: carol, url: `${exampleRfc}#pullrequestreview-2001`, at: '2026-03-04T09:00:00Z' },
  ],
};

export const exampleTerm: Term = {
  n: 2,
  holder: erin,
  step: 'awaiting-review',
  scope: null,
  how: 'handed',
  startedAt: '2026-03-10T09:00:00Z',
  dueAt: '2026-03-13T16:00:00Z',
  activeAt: null,
  source: exampleSource(1010, dave),
  ended: null,
};

export const examplePeriod: Period = {
  n: 1,
  rung: 'consent',
  domain: 'security',
  zone: 'local',
  entitled: [carol, dave, erin].map(({ id, login }) => ({ id, login })),
  teams: [],
  from: '2026-03-02T09:00:00Z',
  until: '2026-03-09T09:00:00Z',
  last: '2026-03-23T09:00:00Z',
  more: '2 working-days',
  quorum: 0,
  extensions: [],
};

export const exampleProgress: Progress = {
  rung: 'consent',
  domain: 'security',
  zone: 'local',
  period: examplePeriod,
  closesAt: '2026-03-09T09:00:00Z',
  voices: [
    { person: carol, standing: 'support', said: { at: '2026-03-04T09:00:00Z', url: `${exampleRfc}#issuecomment-1005` }, lastAt: '2026-03-04T09:00:00Z', uncounted: null },
    { person: dave, standing: 'silent', said: null, lastAt: null, uncounted: 'silent' },
    { person: erin, standing: 'objects', said: { at: '2026-03-04T14:00:00Z', url: null }, lastAt: '2026-03-04T14:00:00Z', uncounted: null },
    { person: bob, standing: 'heard', said: { at: '2026-03-04T15:00:00Z', url: `${exampleRfc}#issuecomment-1006` }, lastAt: '2026-03-04T15:00:00Z', uncounted: 'not-entitled' },
  ],
  missing: [{ what: 'objections', objections: [exampleObjection] }, { what: 'period', until: '2026-03-09T09:00:00Z' }],
  silent: [],
  drift: [],
};

export const exampleEscalation: Escalation = {
  n: 1,
  by: dave,
  why: 'Two good options are on the table, and either would do.',
  source: exampleSource(1012, dave),
  openedAt: '2026-03-12T09:00:00Z',
  to: null,
  asked: [],
  ended: null,
};

export const exampleUnder: Under = { rung: 'consent', domain: 'security', zone: 'local', isSatisfied: true, missing: [], silent: [] };

export const exampleDecision: Decision = {
  n: 1,
  outcome: 'accept',
  by: alice,
  owner: alice,
  why: 'Short-lived keys are worth the extra step.',
  at: '2026-03-16T09:00:00Z',
  source: exampleSource(1015, alice),
  texts: ['b'.repeat(40)],
  confirmed: null,
  reopened: null,
  under: null,
  reviewed: null,
};

export const exampleReview: OutcomeReview = { outcome: 'changed', by: alice, why: 'A month of overlap became two weeks.', at: '2026-12-01T10:00:00Z', source: exampleSource(1018, alice) };

export const exampleEarlier: EarlierDecision = { number: 3, n: 1, url: 'https://github.com/acme/rfcs/pull/3', question: 'Rotate keys every quarter', result: 'rejected', at: '2025-11-04T09:00:00Z', domain: 'security' };

export const exampleCited: readonly CitedPrinciple[] = [
  { principle: 'small-steps', text: 'We take small steps that can be undone', by: null },
  { principle: 'data-stays-local', text: 'Data stays local', by: { principle: 'data-stays-local', by: bob, at: '2026-03-04T09:00:00Z', source: exampleSource(1019, bob) } },
];
