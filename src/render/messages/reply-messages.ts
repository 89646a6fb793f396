/** Every answer to a command: what would work instead, and what is worth knowing though it was run. */
import type { Answer, Refusal, Remark } from '../../decision/commands/verdict.ts';
import type { Missing } from '../../decision/ladder/progress.ts';
import { renderCall } from '../calls/render-call.ts';
import { carol, dave, erin, exampleObjection, examplePlace } from './example-facts.ts';
import type { Message } from './message.ts';

interface Example<Said> {
  typed: string;
  said: Said;
  reason: string;
}

type Why = Refusal['why'];

const refusals: { [W in Why]: Example<Extract<Refusal, { why: W }>> } = {
  'not-allowed': { typed: '/decide accept Good.', said: { why: 'not-allowed', who: ['owner'] }, reason: 'The config gives the command to others.' },
  'rights-unknown': { typed: '/dri assign @carol', said: { why: 'rights-unknown', who: ['triage'] }, reason: 'GitHub did not say what this person may do.' },
  missing: { typed: '/dri hand @carol', said: { why: 'missing', expected: 'a note: what the next person needs to know', example: '/dri hand @carol The month of overlap is the one open point.' }, reason: 'An argument is not there.' },
  'not-understood': { typed: '/decide maybe Later.', said: { why: 'not-understood', part: 'maybe', expected: 'accept, reject or defer', example: '/decide defer We wait for the audit.' }, reason: 'An argument was not understood.' },
  unknown: { typed: '/dir take', said: { why: 'unknown', nearest: '/dri take' }, reason: 'No such command, and one that is near.' },
  edited: { typed: '/dri take', said: { why: 'edited' }, reason: 'The comment had been edited before it was first read.' },
  'too-many': { typed: '/support', said: { why: 'too-many', limit: 20 }, reason: 'More commands in one comment than are run.' },
  'no-such-person': { typed: '/dri assign @caroll', said: { why: 'no-such-person', login: 'caroll' }, reason: 'A login that GitHub does not know.' },
  'not-assignable': { typed: '/dri assign @carol', said: { why: 'not-assignable', person: carol }, reason: 'GitHub does not let the named person be assigned.' },
  'no-dri': { typed: '/dri done', said: { why: 'no-dri' }, reason: 'Nobody is temporary DRI.' },
  'dri-held': { typed: '/dri take', said: { why: 'dri-held', holder: carol }, reason: 'Somebody else is temporary DRI.' },
  'at-limit': { typed: '/dri take', said: { why: 'at-limit', limit: 2 }, reason: 'The person holds as many terms as `dri.max-active` allows.' },
  'too-late': { typed: '/dri extend 3 months', said: { why: 'too-late', limit: '2026-03-24T16:00:00Z' }, reason: 'A moment beyond the limit.' },
  past: { typed: '/wait until 2026-01-01 The audit.', said: { why: 'past' }, reason: 'A moment that has passed.' },
  once: { typed: '/hold 2d My thoughts are forming.', said: { why: 'once' }, reason: 'What works once was used before.' },
  'no-objection': { typed: '/withdraw', said: { why: 'no-objection' }, reason: 'There is no objection to withdraw.' },
  'no-objection-by': { typed: '/set-aside @carol We take the risk.', said: { why: 'no-objection-by', person: carol }, reason: 'The person named has no open objection.' },
  'no-change': { typed: '/editorial Two typos.', said: { why: 'no-change' }, reason: 'The text is as it was first seen, or its changes are noted as editorial.' },
  'too-many-objections': { typed: '/object The month of overlap is long.', said: { why: 'too-many-objections', limit: 5, of: 'one person' }, reason: 'As many objections of this person are open as are kept; there are such limits for all together, too.' },
  'no-decision': { typed: '/decide confirm', said: { why: 'no-decision' }, reason: 'There is no decision to confirm or to open again.' },
  'decided-already': { typed: '/decide accept Good.', said: { why: 'decided-already' }, reason: 'A decision is in force.' },
  'no-period': { typed: '/amend The team has new members.', said: { why: 'no-period' }, reason: 'No decision period has begun.' },
  'not-satisfied': { typed: '/decide accept Good.', said: { why: 'not-satisfied', rung: 'consent', missing: [{ what: 'period', until: '2026-03-11T16:00:00Z' }, { what: 'objections', objections: [exampleObjection] }] }, reason: 'The rung of the decision ladder asks for more first.' },
  'nobody-to-ask': { typed: '/escalate Two options, one call.', said: { why: 'nobody-to-ask' }, reason: 'The escalation path has nobody left.' },
  'not-on-the-path': { typed: '/escalate to @carol Two options, one call.', said: { why: 'not-on-the-path', person: carol }, reason: 'The person named is no member and not on the path.' },
  closed: { typed: '/dri take', said: { why: 'closed' }, reason: 'The RFC is closed.' },
};

const remarks: { [W in Remark['what']]: Example<Extract<Remark, { what: W }>> } = {
  away: { typed: '/dri assign @carol', said: { what: 'away', person: carol, until: '2026-03-20T08:00:00Z' }, reason: 'The command was run; the person named is away.' },
  'not-assignable': { typed: '/dri hand @carol The overlap is open.', said: { what: 'not-assignable', person: carol }, reason: 'The command was run; GitHub does not let the person be an assignee.' },
  'outside-domain': { typed: '/owner @carol Alice is on leave.', said: { what: 'outside-domain', person: carol, domains: ['api'], owners: ['alice', 'acme/api'] }, reason: 'The command was run; the person named is none of the owners of the domain.' },
  'still-dri': { typed: '/dri away until 2026-03-20', said: { what: 'still-dri' }, reason: 'The command was run; whoever goes away is temporary DRI here.' },
  'principle-unknown': { typed: '/cite "Least surprise"', said: { what: 'principle-unknown', principle: 'Least surprise', known: ['data-stays-local', 'small-steps'] }, reason: 'The principle is noted; the config knows none of these words.' },
  'not-binding': { typed: '/object The month of overlap is long.', said: { what: 'not-binding' }, reason: 'The objection is shown; it binds nobody.' },
};

const unknown: Answer = { typed: '/dir take', verdict: { kind: 'refused', refusal: { why: 'unknown', nearest: '/dri take' } }, wants: null };

const missing: readonly Missing[] = [
  { what: 'not-begun' },
  { what: 'voices', people: [carol, erin] },
  { what: 'quorum', more: 2 },
  { what: 'nobody-entitled' },
  { what: 'team-unknown', teams: ['acme/security'] },
  { what: 'person-unknown', names: ['Carol Smith', '@no-such-user'] },
];

/** A reply for each refusal and each remark, the list of commands, and one to a comment with many commands. */
export function replyMessages(): Message[] {
  return [
    ...Object.entries(refusals).map(([why, { typed, said, reason }]) => reply(`reply.${why}`, reason, [{ typed, verdict: { kind: 'refused', refusal: said }, wants: null }])),
    reply('reply.unknown-word', 'No such command, and none that is near.', [{ typed: '/dri fly', verdict: { kind: 'refused', refusal: { why: 'unknown', nearest: null } }, wants: null }]),
    reply('reply.switched-off', 'The config gives the command to nobody.', [{ typed: '/tension trust It did not fit.', verdict: { kind: 'refused', refusal: { why: 'not-allowed', who: ['nobody'] } }, wants: null }]),
    ...Object.entries(remarks).map(([what, { typed, said, reason }]) => reply(`reply.done-${what}`, reason, [{ typed, verdict: { kind: 'done', remarks: [said] }, wants: null }])),
    ...missing.map((each) => reply(`reply.not-satisfied.${each.what}`, 'A rung asks for more before it is decided: each thing that may be missing.', [{ typed: '/decide accept Good.', verdict: { kind: 'refused', refusal: { why: 'not-satisfied', rung: 'consensus', missing: [each] } }, wants: null }])),
    reply('reply.help', 'Somebody asked with `/dri help`.', [{ typed: '/dri help', verdict: { kind: 'done', remarks: [] }, wants: 'help' }]),
    reply('reply.many', 'One comment with many commands gets one reply.', Array.from({ length: 9 }, (_, index) => ({ ...unknown, typed: `/dir take ${index + 1}` }))),
  ];
}

function reply(id: string, reason: string, answers: readonly Answer[]): Message {
  const text = renderCall({ kind: 'reply', event: 'reply.c1020', asked: [dave], answers }, examplePlace);
  return { id, reason, to: 'who wrote the comment', mentions: [dave.login], text };
}
