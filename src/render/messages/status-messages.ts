/** What the status comment says of an RFC's way to a decision. It is edited in place, so it notifies nobody. */
import { nothingToLearn } from '../../decision/learning.ts';
import { closingSections, progressSections } from '../status/sections.ts';
import type { Standing, Uncounted, Voiced } from '../../decision/ladder/progress.ts';
import type { Account } from '../../decision/snapshot.ts';
import type { Progress } from '../status/progress.ts';
import {
  alice, answeredObjection, asideObjection, bob, carol, dave, erin, exampleCited, exampleDecision, exampleEarlier, exampleEscalation, exampleHeard, exampleObjection, examplePause, examplePeriod, examplePlace, exampleProgress, exampleReview, exampleRfc, exampleSource, exampleTerm, exampleUnder,
} from './example-facts.ts';
import type { Message } from './message.ts';

const nothing: Progress = {
  record: { objections: [], escalations: [], voices: [], tensions: [], namedOwner: null, owners: [], ownersAt: null, ownersBefore: [], reviewOn: null },
  active: null,
  pause: null,
  heard: { asked: [], answered: [], open: [] },
  decided: null,
  unwritten: null,
  outside: null,
  needsSteward: false,
  ladder: null,
  waits: [],
  learning: nothingToLearn,
  commands: [],
};

/** A wait is one for the whole RFC, a hold is one for a person. */
const waits: Progress['waits'] = [
  { kind: 'wait', by: bob, from: '2026-03-05T09:00:00Z', until: '2026-03-19T08:00:00Z', why: 'We wait for the audit.', source: exampleSource(1006, bob) },
  { kind: 'hold', by: dave, from: '2026-03-05T09:00:00Z', until: '2026-03-09T16:00:00Z', why: 'My thoughts are forming.', source: exampleSource(1007, dave) },
];

const asked = { term: { ...exampleTerm, how: 'asked', source: null }, reason: 'reviewer', isAssignable: true } as const;

/** Each rung on its way, and one that is satisfied. */
const ladders: readonly { id: string; reason: string; progress: Partial<Progress> }[] = [
  { id: 'ladder.before', reason: 'The decision period is about to begin.', progress: { ladder: { ...exampleProgress, rung: 'consult', period: null, closesAt: null, voices: [], missing: [{ what: 'not-begun' }] } } },
  { id: 'ladder.delegate', reason: 'The rung is `delegate`.', progress: { ladder: { ...exampleProgress, rung: 'delegate', period: null, closesAt: null, voices: [], missing: [] } } },
  {
    id: 'ladder.consult',
    reason: 'People are consulted.',
    progress: {
      ladder: {
        ...exampleProgress,
        rung: 'consult',
        voices: [voiced(carol, 'heard', null), voiced(dave, 'silent', 'silent'), voiced(erin, 'heard', 'before-change')],
        missing: [{ what: 'voices', people: [dave, erin] }, { what: 'period', until: '2026-03-05T09:00:00Z' }, { what: 'team-unknown', teams: ['acme/security'] }],
      },
    },
  },
  { id: 'ladder.consent', reason: 'The period of `consent` runs.', progress: { ladder: exampleProgress } },
  { id: 'ladder.consent-over', reason: 'The period of `consent` is over, and silence was counted.', progress: { ladder: { ...exampleProgress, voices: [voiced(carol, 'support', null), voiced(dave, 'silent', null), voiced(erin, 'objects', 'late')], missing: [] } } },
  {
    id: 'ladder.consensus',
    reason: 'The rung is `consensus`, and the config and the teams have changed since.',
    progress: {
      ladder: {
        ...exampleProgress,
        rung: 'consensus',
        period: { ...examplePeriod, rung: 'consensus', quorum: 2 },
        voices: [voiced(carol, 'abstain', null), voiced(dave, 'heard', 'no-side'), voiced(erin, 'silent', 'silent')],
        missing: [{ what: 'voices', people: [dave, erin] }, { what: 'quorum', more: 2 }],
        drift: [{ what: 'rung', now: 'consent' }, { what: 'domain', now: null }, { what: 'zone', now: 'centre-aware' }, { what: 'joined', people: [bob] }, { what: 'left', people: [erin] }, { what: 'times' }],
      },
    },
  },
  { id: 'ladder.nobody', reason: 'The rung asks people to agree, and nobody is named.', progress: { ladder: { ...exampleProgress, period: null, closesAt: null, voices: [], missing: [{ what: 'nobody-entitled' }] } } },
];

function voiced(person: Account, standing: Standing, uncounted: Uncounted | null): Voiced {
  const said = standing === 'silent' ? null : { at: '2026-03-04T09:00:00Z', url: `${exampleRfc}#issuecomment-${person.id}` };
  return { person, standing, said, lastAt: said?.at ?? null, uncounted };
}

const examples: readonly { id: string; reason: string; progress: Partial<Progress> }[] = [
  { id: 'dri.asked', reason: 'A temporary DRI is asked by the rotation.', progress: { active: asked } },
  { id: 'dri.reason-unknown', reason: 'The same, where the reason is not known any more.', progress: { active: { ...asked, reason: null } } },
  { id: 'dri.taken', reason: 'Somebody took the role, with a step in their own words.', progress: { active: { term: { ...exampleTerm, how: 'taken', scope: 'collect the open questions' }, reason: null, isAssignable: null } } },
  { id: 'dri.assigned', reason: 'Somebody was asked by name.', progress: { active: { term: { ...exampleTerm, how: 'assigned' }, reason: null, isAssignable: true } } },
  { id: 'dri.not-assignable', reason: 'The role was handed on, and GitHub does not let the person be an assignee.', progress: { active: { term: exampleTerm, reason: null, isAssignable: false } } },
  { id: 'waits-for', reason: 'The RFC waits for somebody.', progress: { pause: examplePause('awaiting-review') } },
  { id: 'steward', reason: 'All help was offered.', progress: { needsSteward: true } },
  { id: 'waits', reason: 'Somebody planned a pause, or asked to be waited for.', progress: { waits } },
  { id: 'heard', reason: 'People were asked, or said where they stand.', progress: { heard: exampleHeard, record: { ...nothing.record, voices: [{ by: erin, stance: 'support', at: '2026-03-04T09:00:00Z', source: exampleSource(1005, erin) }, { by: bob, stance: 'abstain', at: '2026-03-04T09:00:00Z', source: exampleSource(1006, bob) }] } } },
  { id: 'objections', reason: 'Objections are open.', progress: { record: { ...nothing.record, objections: [exampleObjection, { ...exampleObjection, by: dave, isBinding: false, why: 'A week is enough.' }] } } },
  { id: 'objections.answered', reason: 'The author, or the Decision Owner, answered an objection.', progress: { record: { ...nothing.record, objections: [answeredObjection] } } },
  { id: 'objections.set-aside', reason: 'The Decision Owner went on without settling an objection.', progress: { record: { ...nothing.record, objections: [asideObjection] } } },
  { id: 'escalations', reason: 'Help to decide was asked for.', progress: { record: { ...nothing.record, escalations: [{ ...exampleEscalation, asked: [{ person: carol, at: '2026-03-12T09:00:00Z' }] }] } } },
  { id: 'escalations.by-unpause', reason: 'Unpause asked for help to decide.', progress: { record: { ...nothing.record, escalations: [{ ...exampleEscalation, by: null, why: null, source: null }] } } },
  { id: 'tensions', reason: 'A principle did not fit.', progress: { record: { ...nothing.record, tensions: [{ principle: 'default to open', why: 'The keys are a secret.', by: erin, at: '2026-03-04T09:00:00Z', source: exampleSource(1008, erin) }] } } },
  { id: 'owner-changed', reason: 'The text names another Decision Owner than it did.', progress: { record: { ...nothing.record, owners: ['alice'], ownersAt: '2026-03-04T09:00:00Z', ownersBefore: ['frank'] } } },
  { id: 'owner-gone', reason: 'The text named a Decision Owner, and names none now.', progress: { record: { ...nothing.record, ownersAt: '2026-03-04T09:00:00Z', ownersBefore: ['frank'] } } },
  { id: 'owner.outside-domain', reason: 'Somebody was named with `/owner` who is none of the owners of the domain.', progress: { outside: { domains: ['api'], owners: ['alice', 'acme/api'] }, record: { ...nothing.record, namedOwner: { person: carol, by: bob, why: 'Alice is on leave.', at: '2026-03-05T09:00:00Z', source: exampleSource(1009, bob), instead: ['alice'] } } } },
  { id: 'owner', reason: 'Another Decision Owner was named with `/owner`.', progress: { record: { ...nothing.record, namedOwner: { person: carol, by: bob, why: 'Alice is on leave.', at: '2026-03-05T09:00:00Z', source: exampleSource(1009, bob), instead: ['alice'] } } } },
  ...ladders,
  { id: 'decision', reason: 'The RFC is decided.', progress: { decided: { decision: exampleDecision, confirm: null } } },
  { id: 'decision.by-dri', reason: 'The temporary DRI decided, where the config allows it.', progress: { decided: { decision: { ...exampleDecision, by: dave, outcome: 'defer' }, confirm: null } } },
  { id: 'decision.anyway', reason: 'The Decision Owner decided before the rung was satisfied.', progress: { decided: { decision: { ...exampleDecision, under: { ...exampleUnder, isSatisfied: false, missing: ['period', 'objections'] } }, confirm: null } } },
  { id: 'decision.on-consent', reason: 'Silence counted as consent.', progress: { decided: { decision: { ...exampleDecision, under: { ...exampleUnder, silent: [carol, dave] } }, confirm: null } } },
  { id: 'decision.on-consult', reason: 'Somebody to consult was not heard until the period was over.', progress: { decided: { decision: { ...exampleDecision, under: { ...exampleUnder, rung: 'consult', silent: [carol] } }, confirm: null } } },
  { id: 'decision.confirm-text', reason: 'A document changed after the decision.', progress: { decided: { decision: exampleDecision, confirm: 'text-changed' } } },
  { id: 'decision.confirm-owner', reason: 'The Decision Owner changed after the decision.', progress: { decided: { decision: exampleDecision, confirm: 'owner-changed' } } },
  { id: 'decision.confirmed', reason: 'The decision was confirmed.', progress: { decided: { decision: { ...exampleDecision, confirmed: { at: '2026-03-17T09:00:00Z', source: exampleSource(1016, alice), owner: alice, texts: [] } }, confirm: null } } },
  { id: 'decision.reopened', reason: 'The question is open again.', progress: { decided: { decision: { ...exampleDecision, outcome: 'reject', reopened: { at: '2026-03-18T09:00:00Z', by: alice, why: 'The audit brought news.', source: exampleSource(1017, alice) } }, confirm: null } } },
  { id: 'decision.merged', reason: 'Merged without a decision.', progress: { unwritten: 'merged' } },
  { id: 'decision.closed', reason: 'Closed without a decision.', progress: { unwritten: 'closed' } },
  { id: 'outcome.on', reason: 'The document, or the config, names a day to look back at the decision.', progress: { decided: { decision: exampleDecision, confirm: null }, record: { ...nothing.record, reviewOn: '2026-12-01' } } },
  { id: 'outcome.known', reason: 'The owner said how the decision turned out.', progress: { decided: { decision: { ...exampleDecision, reviewed: exampleReview }, confirm: null }, record: { ...nothing.record, reviewOn: '2026-12-01' } } },
  { id: 'topic', reason: 'The document names a topic on which something was decided before.', progress: { learning: { ...nothingToLearn, topic: { name: 'key-rotation', earlier: [exampleEarlier] } } } },
  { id: 'topic.unknown', reason: 'The document names a topic, and no log is at hand, as in the Action.', progress: { learning: { ...nothingToLearn, topic: { name: 'key-rotation', earlier: null } } } },
  { id: 'principles', reason: 'Principles are cited, in the document or with `/cite`.', progress: { learning: { ...nothingToLearn, cited: exampleCited } } },
  { id: 'principles.none', reason: 'The zone is `principle-check`, and no principle is cited yet.', progress: { learning: { ...nothingToLearn, worthALook: { domain: 'security', principles: ['data-stays-local', 'small-steps'] } } } },
  { id: 'stewards', reason: 'The zone is `centre-aware`.', progress: { learning: { ...nothingToLearn, told: { domain: 'security', people: [carol, erin], more: 0, hidden: [] } } } },
  { id: 'stewards.hidden', reason: 'The same, where GitHub does not show who the stewards are.', progress: { learning: { ...nothingToLearn, told: { domain: 'security', people: [], more: 0, hidden: ['acme/stewards'] } } } },
  { id: 'commands', reason: 'Always: the commands, folded.', progress: { commands: examplePlace.commands } },
];

/** A message for each section, in each of its forms. */
export function statusMessages(): Message[] {
  return examples.map(({ id, reason, progress }) => {
    const whole = { ...nothing, ...progress };
    const text = [...progressSections(whole, examplePlace), ...closingSections(whole)].join('\n\n');
    return { id: `status.${id}`, reason, to: 'whoever reads the status comment; nobody is mentioned', mentions: [], text };
  });
}
