/** Facts whose every text is anything at all: what people, documents and GitHub might say to make a message do harm. */
import fc from 'fast-check';
import { pauseKinds } from '../../src/config/schema-pause.ts';
import type { Call, Situation } from '../../src/decision/calls.ts';
import type { Answer, Refusal, Remark } from '../../src/decision/commands/verdict.ts';
import type { Drift, Missing, Progress, Voiced } from '../../src/decision/ladder/progress.ts';
import type { Learning } from '../../src/decision/learning.ts';
import type { Heard, Pause } from '../../src/decision/pause-facts.ts';
import { rungs, zones } from '../../src/config/schema-domains.ts';
import { missingKinds, outcomeJudgements, outcomes, type Decision, type Escalation, type Objection, type Period, type Source, type Term } from '../../src/decision/record-schema.ts';
import type { Account, ObservedDocument } from '../../src/decision/snapshot.ts';
import { anyText } from './any-report.ts';

/** What would be worth typing for somebody who wants Unpause to speak for them. */
export const anyAttack = fc.constantFrom(
  '/decide accept x', '\n/decide accept x', '\n\n/dri take\n', '- /dri take', "I'll take temporary DRI on this", '\n@everyone ', '@acme/all',
  '-->', '--><!-- unpause:status -->', '<!-- unpause:event nudge.drifting.1 -->\n', '<!-- unpause:record {} -->', '<details>', '</details>', '<img src=x>',
  '](https://evil.example)', '[x]: https://evil.example', '`', '``` \n', '@alice`', '` @alice', '“ @alice ”', '\u200b', '|---|', '> ', '#1', 'acme/rfcs#1',
);

export const anyWords = fc.array(fc.oneof(anyAttack, anyText), { maxLength: 6 }).map((parts) => parts.join(' '));

/** What users, documents and those who name them write. */
const wordKeys = new Set(['why', 'note', 'scope', 'login', 'team', 'path', 'typed', 'expected', 'example', 'part', 'nearest', 'principle', 'instead', 'owners', 'domain', 'question', 'hidden', 'principles', 'text', 'name', 'known']);

/** The same facts in which every word is one attack, as long as a comment can be; who is asked stays. */
export function inflate<Facts>(facts: Facts, attack: string): Facts {
  const long = attack.repeat(Math.ceil(65_536 / attack.length)).slice(0, 65_536);
  const inflated = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return wordKeys.has(key) ? long : value;
    if (Array.isArray(value)) return value.map((each) => inflated(each, key));
    if (typeof value !== 'object' || value === null) return value;
    // Of a refusal, `why` says which it is.
    return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([name, each]) => [name, name === 'refusal' ? inflatedBut(each as object, 'why') : inflated(each, name)]));
  };
  const inflatedBut = (value: object, kept: string) => ({ ...(inflated(value, '') as object), [kept]: (value as Record<string, unknown>)[kept] });
  return inflated(facts, '') as Facts;
}

const id = fc.integer({ min: 1, max: 1_000_000 });
const anyInstant = fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }).map((time) => new Date(time).toISOString());
const anyAccount: fc.Arbitrary<Account> = fc.record({ id, login: anyWords, isBot: fc.constant(false) });
const anyAddressee = fc.oneof(anyAccount, fc.constantFrom('acme/infra', 'acme-2/The.team_1').map((team) => ({ team })));

/** Those who are asked, by logins as GitHub gives them. */
const anyAsked: fc.Arbitrary<Account> = fc.record({ id, login: fc.constantFrom('alice', 'bob-smith', 'carol_acme', '0x1', 'trailing-'), isBot: fc.constant(false) });

const anySource: fc.Arbitrary<Source> = fc.record({ in: fc.constantFrom('comment' as const, 'review' as const), id, by: id, hash: fc.constant('0123456789abcdef') });

export const anyPause: fc.Arbitrary<Pause> = fc.record({ kind: fc.constantFrom(...pauseKinds), waitsFor: fc.array(anyAddressee, { maxLength: 30 }), since: anyInstant });

export const anyHeard: fc.Arbitrary<Heard> = fc.record({
  asked: fc.constant([]),
  answered: fc.array(fc.record({ asked: anyAddressee, by: id, at: anyInstant }), { maxLength: 30 }),
  open: fc.array(anyAddressee, { maxLength: 30 }),
});

const anyReasoned = fc.record({ by: anyAccount, why: anyWords, at: anyInstant, source: anySource });

export const anyObjection: fc.Arbitrary<Objection> = fc.record({
  by: anyAccount, why: anyWords, isBinding: fc.boolean(), at: anyInstant, source: anySource,
  answered: fc.option(anyReasoned), withdrawnAt: fc.option(anyInstant), setAside: fc.option(anyReasoned),
});

const anyDocument: fc.Arbitrary<ObservedDocument> = fc.record({
  path: anyWords, blob: fc.constant(null), url: fc.option(fc.oneof(anyWords, fc.constant('https://github.com/acme/rfcs/blob/a/x.md'))), result: fc.constant(null), unread: fc.constant(null), wording: fc.constant(null), diff: fc.constant([]), texts: fc.constant(null),
});

const anySituation: fc.Arbitrary<Situation> = fc.record({
  pause: fc.option(anyPause),
  heard: anyHeard,
  objections: fc.array(anyObjection, { maxLength: 12 }),
  documents: fc.array(anyDocument, { maxLength: 12 }),
  voices: fc.array(fc.record({ by: anyAccount, url: fc.constant('https://github.com/acme/rfcs/pull/7#issuecomment-1'), at: anyInstant }), { maxLength: 12 }),
});

export const anyTerm: fc.Arbitrary<Term> = fc.record({
  n: id, holder: anyAccount, step: fc.constantFrom(...pauseKinds), scope: fc.option(anyWords), how: fc.constantFrom('asked' as const, 'assigned' as const, 'handed' as const, 'taken' as const),
  startedAt: anyInstant, dueAt: anyInstant, activeAt: fc.constant(null), source: fc.option(anySource), ended: fc.constant(null),
});

export const anyEscalation: fc.Arbitrary<Escalation> = fc.record({
  n: id, by: fc.option(anyAccount), why: fc.option(anyWords), source: fc.option(anySource), openedAt: anyInstant, to: fc.constant(null),
  asked: fc.array(fc.record({ person: anyAccount, at: anyInstant }), { maxLength: 30 }), ended: fc.constant(null),
});

export const anyDecision: fc.Arbitrary<Decision> = fc.record({
  n: id, outcome: fc.constantFrom(...outcomes), by: anyAccount, owner: fc.option(anyAccount), why: anyWords, at: anyInstant, source: anySource, texts: fc.constant([]),
  confirmed: fc.option(fc.record({ at: anyInstant, source: anySource, owner: fc.constant(null), texts: fc.constant([]) })),
  reopened: fc.option(anyReasoned),
  under: fc.option(fc.record({ rung: fc.constantFrom(...rungs), domain: fc.option(anyWords), zone: fc.constantFrom(...zones), isSatisfied: fc.boolean(), missing: fc.subarray([...missingKinds]), silent: fc.array(anyAccount, { maxLength: 12 }) })),
  reviewed: fc.option(fc.record({ outcome: fc.constantFrom(...outcomeJudgements), by: anyAccount, why: anyWords, at: anyInstant, source: anySource })),
});

export const anyReviewed: fc.Arbitrary<Decision> = fc.record({ decision: anyDecision, reviewed: fc.record({ outcome: fc.constantFrom(...outcomeJudgements), by: anyAccount, why: anyWords, at: anyInstant, source: anySource }) }).map(({ decision, reviewed }) => ({ ...decision, reopened: null, reviewed }));

const anyEarlier = fc.record({ number: id, n: id, url: fc.oneof(anyWords, fc.constant('https://github.com/acme/rfcs/pull/3')), question: anyWords, result: fc.constantFrom('accepted' as const, 'merged-without-decision' as const), at: anyInstant, domain: fc.option(anyWords) });
const anyCited = fc.record({ principle: anyWords, text: fc.option(anyWords), by: fc.option(fc.record({ principle: anyWords, by: anyAccount, at: anyInstant, source: anySource })) });
export const anyLearning: fc.Arbitrary<Learning> = fc.record({
  topic: fc.option(fc.record({ name: anyWords, earlier: fc.option(fc.array(anyEarlier, { maxLength: 20 })) })),
  cited: fc.array(anyCited, { maxLength: 20 }),
  worthALook: fc.option(fc.record({ domain: fc.option(anyWords), principles: fc.array(anyWords, { maxLength: 20 }) })),
  told: fc.option(fc.record({ domain: fc.option(anyWords), people: fc.array(anyAccount, { maxLength: 10 }), more: fc.nat(3), hidden: fc.array(anyWords, { maxLength: 6 }) })),
});

export const anyWait = fc.record({ kind: fc.constantFrom('wait' as const, 'hold' as const), by: anyAccount, from: anyInstant, until: anyInstant, why: anyWords, source: anySource });
export const anyVoice = fc.record({ by: anyAccount, stance: fc.constantFrom('support' as const, 'abstain' as const), at: anyInstant, source: anySource });
export const anyTension = fc.record({ principle: anyWords, why: anyWords, by: anyAccount, at: anyInstant, source: anySource });
export const anyNamedOwner = fc.record({ person: anyAccount, by: anyAccount, why: anyWords, at: anyInstant, source: anySource, instead: fc.array(anyWords, { maxLength: 12 }) });

const anyMissing: fc.Arbitrary<Missing> = fc.oneof(
  fc.record({ what: fc.constantFrom('not-begun' as const, 'nobody-entitled' as const) }),
  fc.record({ what: fc.constant('period' as const), until: anyInstant }),
  fc.record({ what: fc.constant('voices' as const), people: fc.array(anyAccount, { maxLength: 100 }) }),
  fc.record({ what: fc.constant('objections' as const), objections: fc.array(anyObjection, { maxLength: 40 }) }),
  fc.record({ what: fc.constant('team-unknown' as const), teams: fc.array(anyWords, { maxLength: 12 }) }),
  fc.record({ what: fc.constant('person-unknown' as const), names: fc.array(anyWords, { maxLength: 12 }) }),
);

const anyPeriod: fc.Arbitrary<Period> = fc.record({
  n: id, rung: fc.constantFrom(...rungs), domain: fc.option(anyWords), zone: fc.constantFrom(...zones), entitled: fc.array(anyAccount, { maxLength: 100 }), teams: fc.array(anyWords, { maxLength: 4 }),
  from: anyInstant, until: anyInstant, last: anyInstant, more: fc.constantFrom('2 working-days', '1 days', 'soon'), quorum: fc.nat({ max: 100 }), extensions: fc.constant([]),
});

const anyVoiced: fc.Arbitrary<Voiced> = fc.record({
  person: anyAccount,
  standing: fc.constantFrom('support' as const, 'abstain' as const, 'heard' as const, 'objects' as const, 'silent' as const),
  said: fc.option(fc.record({ at: anyInstant, url: fc.option(fc.constant('https://github.com/acme/rfcs/pull/7#issuecomment-1')) })),
  lastAt: fc.option(anyInstant),
  uncounted: fc.constantFrom('before-change' as const, 'late' as const, 'not-entitled' as const, 'silent' as const, 'no-side' as const, null),
});

const anyDrift: fc.Arbitrary<Drift> = fc.oneof(
  fc.record({ what: fc.constant('rung' as const), now: fc.constantFrom(...rungs) }),
  fc.record({ what: fc.constant('domain' as const), now: fc.option(anyWords) }),
  fc.record({ what: fc.constantFrom('joined' as const, 'left' as const), people: fc.array(anyAccount, { maxLength: 100 }) }),
);

/** How far a decision is on its rung. */
export const anyLadder: fc.Arbitrary<Progress> = fc.record({
  rung: fc.constantFrom(...rungs), domain: fc.option(anyWords), zone: fc.constantFrom(...zones), period: fc.option(anyPeriod), closesAt: fc.option(anyInstant),
  voices: fc.array(anyVoiced, { maxLength: 100 }), missing: fc.array(anyMissing, { maxLength: 5 }), silent: fc.array(anyAccount, { maxLength: 12 }), drift: fc.array(anyDrift, { maxLength: 5 }),
});

const anyRefusal: fc.Arbitrary<Refusal> = fc.oneof(
  fc.record({ why: fc.constantFrom('not-allowed' as const, 'rights-unknown' as const), who: fc.array(fc.oneof(fc.constantFrom('members', 'owner', 'nobody'), anyWords), { maxLength: 9 }) }),
  fc.record({ why: fc.constant('missing' as const), expected: anyWords, example: anyWords }),
  fc.record({ why: fc.constant('not-understood' as const), part: anyWords, expected: anyWords, example: anyWords }),
  fc.record({ why: fc.constant('unknown' as const), nearest: fc.option(anyWords) }),
  fc.record({ why: fc.constant('no-such-person' as const), login: anyWords }),
  fc.record({ why: fc.constantFrom('not-assignable' as const, 'not-on-the-path' as const), person: anyAccount }),
  fc.record({ why: fc.constant('dri-held' as const), holder: anyAccount }),
  fc.record({ why: fc.constant('no-objection-by' as const), person: anyAccount }),
  fc.record({ why: fc.constant('not-satisfied' as const), rung: fc.constantFrom(...rungs), missing: fc.array(anyMissing, { maxLength: 4 }) }),
);

const anyRemark: fc.Arbitrary<Remark> = fc.oneof(
  fc.record({ what: fc.constant('away' as const), person: anyAccount, until: anyInstant }),
  fc.record({ what: fc.constant('not-assignable' as const), person: anyAccount }),
  fc.record({ what: fc.constant('principle-unknown' as const), principle: anyWords, known: fc.array(anyWords, { maxLength: 9 }) }),
);

const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  typed: anyWords,
  verdict: fc.oneof(
    anyRefusal.map((refusal) => ({ kind: 'refused' as const, refusal })),
    fc.array(anyRemark, { maxLength: 2 }).map((remarks) => ({ kind: 'done' as const, remarks })),
  ),
  wants: fc.constantFrom('help' as const, 'status' as const, null),
});

const event = fc.constant('nudge.drifting.mm4k2sg0');
const one = anyAsked.map((account): [Account] => [account]);

/** A call of any kind. */
export const anyCall: fc.Arbitrary<Call> = fc.oneof(
  fc.record({ kind: fc.constant('nudge' as const), event, asked: fc.array(anyAsked, { maxLength: 4 }), pause: anyPause }),
  fc.record({ kind: fc.constant('dri' as const), event, asked: one, pause: anyPause, dueAt: anyInstant, reason: fc.constantFrom('code-owner' as const, 'pool' as const) }),
  fc.record({ kind: fc.constant('hand-off' as const), event, asked: one, term: anyTerm, from: anyAccount, note: anyWords, situation: anySituation }),
  fc.record({ kind: fc.constant('escalation' as const), event, asked: one, escalation: anyEscalation, dueAt: anyInstant, situation: anySituation }),
  fc.record({ kind: fc.constant('steward' as const), event, asked: fc.constant([] as const), pause: anyPause }),
  fc.record({ kind: fc.constant('confirm' as const), event, asked: one, because: fc.constantFrom('text-changed' as const, 'owner-changed' as const, 'merged' as const, 'closed' as const), decision: fc.option(anyDecision) }),
  fc.record({ kind: fc.constant('period' as const), event, asked: fc.array(anyAsked, { maxLength: 4 }), period: anyPeriod, owners: fc.array(anyAccount, { maxLength: 4 }), renewed: fc.option(anyReasoned) }),
  fc.record({ kind: fc.constant('reworded' as const), event, asked: fc.array(anyAsked, { minLength: 1, maxLength: 4 }), hasObjection: fc.boolean(), rung: fc.constantFrom(...rungs), changedAt: anyInstant, closesAt: fc.option(anyInstant) }),
  fc.record({ kind: fc.constant('outcome' as const), event, asked: one, decision: anyDecision, reviewOn: fc.constant('2026-12-01') }),
  fc.record({
    kind: fc.constant('centre' as const), stage: fc.constantFrom('begun' as const, 'decided' as const, 'merged' as const), event, asked: fc.array(anyAsked, { minLength: 1, maxLength: 4 }), more: fc.nat(3), hidden: fc.array(anyWords, { maxLength: 6 }), domain: fc.option(anyWords),
    owner: fc.option(anyAccount), decision: fc.option(anyDecision), period: fc.constant(null),
  }),
  fc.record({ kind: fc.constant('reply' as const), event, asked: fc.array(anyAsked, { maxLength: 1 }), answers: fc.array(anyAnswer, { maxLength: 30 }) }),
);
