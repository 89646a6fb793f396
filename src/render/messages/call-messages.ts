/** Every comment that Unpause starts because somebody should act. */
import { type PauseKind, pauseKinds } from '../../config/schema-pause.ts';
import type { Call, ChoiceReason } from '../../decision/calls.ts';
import { isTeam } from '../../decision/acts.ts';
import { periodEvent } from '../../decision/ladder/period-event.ts';
import type { Pause } from '../../decision/pause-facts.ts';
import type { Period } from '../../decision/record-schema.ts';
import type { Account } from '../../decision/snapshot.ts';
import type { CallOf } from '../calls/call-of.ts';
import { renderCall } from '../calls/render-call.ts';
import {
  alice, bob, carol, dave, erin, exampleDecision, exampleEscalation, examplePause, examplePeriod, examplePlace, exampleSituation, exampleSource, exampleTerm,
} from './example-facts.ts';
import type { Message } from './message.ts';

/** The nudges, the requests to be temporary DRI, hand-offs, escalations, the end of the ladder and requests to confirm. */
export function callMessages(): Message[] {
  return [...periods(), ...nudges(), nudgeShortOfQuorum(), ...requestsForDri(), handOff(), ...escalations(), ...stewards(), ...confirmations(), ...rewordings(), outcome(), ...forStewards(), ...clicks()];
}

interface About {
  id: string;
  reason: string;
  to: string;
}

function messageOf(call: Call, about: About): Message {
  return { ...about, mentions: call.asked.map(({ login }) => login), text: renderCall(call, examplePlace) };
}

/** `A `drifting` pause`, `An `overdue` pause`. */
function aPause(kind: PauseKind): string {
  return `${/^[aeiou]/.test(kind) ? 'An' : 'A'} \`${kind}\` pause`;
}

/** One for each rung that has a period; a second one that begins anew, and one of which everybody was heard. */
function periods(): Message[] {
  const to = 'those whose voices are asked for, who have not said so yet';
  const call = (period: Period, parts: Partial<CallOf<'period'>> = {}): CallOf<'period'> => ({ kind: 'period', event: periodEvent(period), asked: [carol, dave], period, owners: [alice], renewed: null, ...parts });
  const renewed = { by: alice, why: 'Two people joined the team.', at: '2026-03-04T09:00:00Z', source: exampleSource(1018, alice) };
  const reason = (rung: string) => `Somebody decides, and people are asked on the rung \`${rung}\`: the decision period begins.`;
  return [
    messageOf(call({ ...examplePeriod, rung: 'consult', domain: null }), { id: 'period.consult', reason: reason('consult'), to }),
    messageOf(call(examplePeriod, { asked: [carol, dave, erin] }), { id: 'period.consent', reason: reason('consent'), to }),
    messageOf(call({ ...examplePeriod, rung: 'consensus', quorum: 2 }, { asked: [carol, dave, erin] }), { id: 'period.consensus', reason: reason('consensus'), to }),
    messageOf(call({ ...examplePeriod, n: 2 }, { renewed }), { id: 'period.anew', reason: 'The owner posted `/amend`, or opened the question again with `/reopen`.', to }),
    messageOf(call({ ...examplePeriod, rung: 'consult', teams: ['acme/security'] }, { asked: [] }), { id: 'period.heard', reason: 'Everybody who is known has said something already, and a team is asked whose members GitHub does not show.', to: 'whoever follows the RFC; nobody is mentioned' }),
  ];
}

function nudges(): Message[] {
  return pauseKinds.map((kind) => {
    const pause = examplePause(kind);
    const asked = pause.waitsFor.filter((each): each is Account => !isTeam(each));
    return messageOf(
      { kind: 'nudge', event: `nudge.${kind}.mm4k2sg0`, asked, pause },
      { id: `nudge.${kind}`, reason: `${aPause(kind)} has lasted for \`pause.nudge-after\`: the first, gentle notice.`, to: 'whom the RFC waits for' },
    );
  });
}

function nudgeShortOfQuorum(): Message {
  const pause: Pause = { ...examplePause('awaiting-decision'), missing: [{ what: 'quorum', more: 1 }] };
  return messageOf(
    { kind: 'nudge', event: 'nudge.awaiting-decision.mm4k2sg1', asked: [alice], pause },
    { id: 'short-of-quorum', reason: 'Everybody was heard on the rung `consensus`, and too few support it: the owner is asked for the next step.', to: 'the Decision Owner' },
  );
}

const choiceReasons: readonly ChoiceReason[] = ['code-owner', 'reviewer', 'participant', 'pool'];

/** A kind of pause each, and every reason at least once. */
function requestsForDri(): Message[] {
  return pauseKinds.map((kind, index) => {
    const reason = choiceReasons[index % choiceReasons.length] ?? 'pool';
    return messageOf(
      { kind: 'dri', event: `dri.1.${dave.id}.${dave.login}.${kind}.${reason}`, asked: [dave], pause: examplePause(kind), dueAt: '2026-03-11T16:00:00Z', reason },
      { id: `dri.${kind}`, reason: `${aPause(kind)} goes on \`pause.dri-after\` after the nudge; the rotation came to this person (\`${reason}\`).`, to: 'the person whom the rotation chose' },
    );
  });
}

function handOff(): Message {
  return messageOf(
    { kind: 'hand-off', event: 'hand.2', asked: [erin], term: exampleTerm, from: dave, note: 'Carol is in favour; the month of overlap is the one open point.', situation: { ...exampleSituation, pause: examplePause('awaiting-review') } },
    { id: 'hand-off', reason: 'A temporary DRI handed the role on with `/dri hand`.', to: 'the new temporary DRI' },
  );
}

function escalations(): Message[] {
  const call: CallOf<'escalation'> = { kind: 'escalation', event: `escalation.1.${carol.id}.${carol.login}`, asked: [carol], escalation: exampleEscalation, dueAt: '2026-03-16T09:00:00Z', situation: exampleSituation };
  const to = 'the next person on the escalation path, or the one who was named';
  return [
    messageOf(call, { id: 'escalation.by-somebody', reason: 'Somebody asked for help with `/escalate`, or the person asked before them did not come to it.', to }),
    messageOf(
      { ...call, escalation: { ...exampleEscalation, by: null, why: null, source: null } },
      { id: 'escalation.by-unpause', reason: 'The step is open after as many terms as `pause.escalate-after` says, or nobody is there to be temporary DRI.', to },
    ),
  ];
}

function stewards(): Message[] {
  return pauseKinds.map((kind) =>
    messageOf(
      { kind: 'steward', event: `steward.${kind}.mm4k2sg0`, asked: [], pause: examplePause(kind) },
      { id: `steward.${kind}`, reason: `All help was offered in ${aPause(kind).toLowerCase()}: the last message about it.`, to: 'whoever follows the RFC; nobody is mentioned' },
    ),
  );
}

function confirmations(): Message[] {
  const to = 'the Decision Owner';
  const call = { kind: 'confirm', event: 'confirm.1', asked: [alice] } as const;
  return [
    messageOf({ ...call, because: 'text-changed', decision: exampleDecision }, { id: 'confirm.text-changed', reason: 'A document changed after the decision.', to }),
    messageOf({ ...call, because: 'owner-changed', asked: [bob], decision: exampleDecision }, { id: 'confirm.owner-changed', reason: 'The Decision Owner changed after the decision.', to: 'the new Decision Owner' }),
    messageOf({ ...call, because: 'merged', decision: null }, { id: 'confirm.merged', reason: 'A pull request was merged without a decision.', to }),
    messageOf({ ...call, because: 'closed', decision: null }, { id: 'confirm.closed', reason: 'An RFC was closed without a decision.', to }),
  ];
}

function rewordings(): Message[] {
  return (['consult', 'consent', 'consensus'] as const).map((rung) =>
    messageOf(
      { kind: 'reworded', event: 'reworded.1.mm4k2sg0', asked: [carol, dave], hasObjection: rung === 'consensus', rung, changedAt: '2026-03-05T10:00:00Z', closesAt: '2026-03-11T16:00:00Z' },
      { id: `reworded.${rung}`, reason: `The text changed in the period of an RFC on \`${rung}\`, after people had said what they think of it. Once for each change, when the text has been at rest for a working day.`, to: 'those whose word was about the earlier text' },
    ),
  );
}

function outcome(): Message {
  return messageOf(
    { kind: 'outcome', event: 'outcome.1', asked: [alice], decision: exampleDecision, reviewOn: '2026-12-01' },
    { id: 'outcome', reason: 'The day has come that the document names to look back at the decision, or that `decision.review-after` sets. Asked once.', to: 'the Decision Owner' },
  );
}

function forStewards(): Message[] {
  const call: CallOf<'centre'> = { kind: 'centre', event: 'centre.0', stage: 'begun', asked: [carol, erin], more: 0, hidden: [], domain: 'security', owner: alice, decision: null, period: examplePeriod };
  const to = 'the stewards; nothing is asked of them';
  return [
    messageOf(call, { id: 'centre.begun', reason: 'A decision begins in a domain of zone `centre-aware`.', to }),
    messageOf({ ...call, event: 'centre.1', stage: 'decided', decision: exampleDecision }, { id: 'centre.decided', reason: 'Such a decision was made.', to }),
    messageOf({ ...call, event: 'centre.merged', stage: 'merged' }, { id: 'centre.merged', reason: 'Such an RFC was merged, and no decision is written down.', to }),
    messageOf({ ...call, asked: [carol], hidden: ['acme/stewards'], period: null, owner: null }, { id: 'centre.hidden', reason: 'A decision begins, and GitHub does not show who is in a team of stewards.', to }),
  ];
}

function clicks(): Message[] {
  const to = 'whoever follows the RFC; nobody is mentioned';
  return (['own-decision', 'take-dri'] as const).map((button) =>
    messageOf({ kind: 'pressed', event: `pressed.${button}.${dave.id}.${dave.login}.1`, asked: [], button, by: dave }, { id: `pressed.${button}`, reason: 'Somebody clicked the button on the check run.', to }),
  );
}
