/** What may become of a temporary DRI's term, and of a request for help, each as one look finds it. */
import { alice, bob, carol, dan, erin, named } from './a-command-context.ts';
import { aDocument } from './a-snapshot.ts';
import { asked, assigned, dans, held, helpful, nudged, open, silent, type Moment } from './plan-at.ts';
import { did, on, requested, reviewed, wrote } from './some-acts.ts';

const quiet: Moment = { ...held, at: '03-10T11:00', acts: [assigned()] };
const after = (...acts: NonNullable<Moment['acts']>): Moment => ({ ...quiet, acts: [assigned(), ...acts] });

export const termCases: readonly (readonly [string, Moment])[] = [
  ['goes on while nothing happens', quiet],
  ['goes on for longer with what its holder does', after(wrote(dan, '03-10T10:00'))],
  ['goes on as it was with what others do', after(wrote(carol, '03-10T10:00'))],
  ['goes on in a draft', { ...after(did('drafted', bob, '03-10T10:00')), rfc: { isDraft: true } }],
  ['goes on in a planned pause', after(wrote(alice, '03-10T10:00', '/wait until 2026-03-16 The audit comes then.'))],
  ['is done', after(wrote(dan, '03-10T10:00', '/dri done We agreed.'))],
  ['is done by somebody with triage rights', after(wrote(carol, '03-10T10:00', '/dri done They agreed.'))],
  ['is released', after(wrote(dan, '03-10T10:00', '/dri release'))],
  ['is passed, and as nobody else is there, help is called', after(wrote(dan, '03-10T10:00', '/dri pass'))],
  ['is handed on', after(wrote(dan, '03-10T10:00', '/dri hand @erin The survey is done.'))],
  ['is taken over by a volunteer', after(wrote(carol, '03-10T10:00', '/dri take'))],
  ['is given to somebody else', after(wrote(carol, '03-10T10:00', '/dri assign @erin'))],
  ['moves on with another step', after(requested(carol, '03-10T10:00', bob))],
  ['goes on where only a date has passed since', { ...after(wrote(dan, '03-10T10:00')), documents: [aDocument({ text: '# Keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-03-09\n' })] }],
  ['moves on with the decision', after(wrote(alice, '03-10T10:00', '/decide accept It is good enough.'))],
  ['moves on with a close', { ...after(did('closed', alice, '03-10T10:00')), rfc: { isOpen: false } }],
  ['stays in words of its own when the step is another', { ...after(requested(carol, '03-10T10:00', bob)), kept: { calls: [nudged], terms: [{ ...dans, scope: 'the survey' }] } }],
  ['runs out, unanswered', { ...quiet, at: '03-12T11:00' }],
  ['runs out after its holder was active', { ...quiet, at: '03-12T11:00', kept: { calls: [nudged], terms: [{ ...dans, activeAt: on('03-09T11:00') }] } }],
  ['runs out at night, and help is called in the morning', { ...quiet, at: '03-12T22:00' }],
];

const answered = (at: string) => ({ ended: { at: on(at), how: 'acknowledged' as const } });

export const escalationCases: readonly (readonly [string, Moment])[] = [
  ['is made by Unpause after a term without an answer', { at: '03-12T11:00', kept: { calls: [nudged], terms: [silent] } }],
  ['is made by Unpause where nobody can be temporary DRI', { at: '03-09T11:00', kept: { calls: [nudged] }, config: { dri: { ...helpful.dri, pool: [] } } }],
  ['is made for somebody at once', { at: '03-03T11:00', acts: [wrote(carol, '03-03T10:00', '/escalate We need a word by Friday.')] }],
  ['is made for somebody by name', { at: '03-03T11:00', acts: [wrote(carol, '03-03T10:00', '/escalate to @bob He knows the keys.')] }],
  ['is made at night, for the morning', { at: '03-03T23:00', acts: [wrote(carol, '03-03T22:00', '/escalate We need a word by Friday.')] }],
  ['waits for who was asked', { ...asked(), at: '03-13T10:00' }],
  ['goes on to the next on the path after a while', { ...asked(), at: '03-16T11:00' }],
  ['goes on at once where somebody asks again who is waited for', { ...asked(), at: '03-13T11:00', acts: [wrote(alice, '03-13T10:00', '/escalate Friday is near.')] }],
  ['stays as it is where somebody asks again before the morning', { at: '03-04T08:00', acts: [wrote(alice, '03-03T22:00', '/escalate We need a word by Friday.'), wrote(alice, '03-03T23:00', '/escalate Please.')] }],
  ['comes to its end where nobody is left', { ...asked({ asked: [...open.asked, { person: named(carol), at: on('03-16T10:00') }] }), at: '03-18T11:00' }],
  ['is answered by any activity of who was asked', { ...asked(), at: '03-13T11:00', acts: [wrote(erin, '03-13T10:00', 'Not me, but ask Carol.')] }],
  ['is withdrawn when somebody who is waited for moves', { ...asked(), at: '03-13T11:00', acts: [wrote(bob, '03-13T10:00', 'Here is what is open.')] }],
  ['is withdrawn with the decision', { ...asked(), at: '03-13T11:00', acts: [wrote(alice, '03-13T10:00', '/decide defer Until the audit.')] }],
  ['is not withdrawn by what was before it', { ...asked(), at: '03-13T11:00', acts: [requested(carol, '03-11T10:00', bob), reviewed(carol, '03-11T11:00')] }],
  ['is followed by the steward after an answer that changed nothing', { ...asked(answered('03-13T10:00')), at: '03-18T11:00' }],
  ['is followed by the steward where it had no answer', { ...asked({ ended: { at: on('03-18T10:00'), how: 'unanswered' } }), at: '03-18T11:00' }],
  ['is followed by silence after the steward', { kept: { calls: [nudged, { ...nudged, stage: 'steward', at: on('03-18T10:00') }], terms: [silent], escalations: [{ ...open, ended: { at: on('03-18T10:00'), how: 'unanswered' } }] }, at: '03-27T11:00' }],
];
