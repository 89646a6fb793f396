import { describe, expect, it } from '@jest/globals';
import { defaultConfig } from '../../../src/config/schema.ts';
import { escalate } from '../../../src/decision/commands/escalate.ts';
import type { Escalation } from '../../../src/decision/record-schema.ts';
import { aCommandContext, alice, aSource, bob, carol, dan, erin, named, outcomeOf, robot, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { aDocument, idle } from '../../support/a-snapshot.ts';

const onPath = (...path: string[]) => ({ escalation: { ...defaultConfig.escalation, path } });
const config = onPath('bob', 'erin');

function anEscalation(parts: Partial<Escalation> = {}): Escalation {
  return { n: 1, by: named(alice), why: 'We need a decision.', source: aSource(alice), openedAt: writtenAt, to: null, asked: [], ended: null, ...parts };
}

const early = { openedAt: '2026-02-27T10:00:00Z', by: named(carol), source: aSource(carol, 50) };
const waiting = anEscalation(early);
const asked = anEscalation({ ...early, asked: [{ person: named(bob), at: '2026-02-27T11:00:00Z' }] });
const exhausted = { ...asked, asked: [...asked.asked, { person: named(erin), at: '2026-03-01T11:00:00Z' }] };
const ended = anEscalation({ ...early, ended: { at: '2026-02-28T10:00:00Z', how: 'acknowledged' } });
const away = { load: { ...idle, absences: [{ person: erin.id, from: '2026-03-01T00:00:00Z', until: '2026-03-09T00:00:00Z' }] } };

const missingWhy = { why: 'missing', expected: 'why, in a sentence', example: escalate.example };
const bobs = { documents: [aDocument({ text: '**Decision Owner**: @bob\n' })] };

describe('/escalate', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['asks for help, with a reason', 'We need a decision.', { config }, { escalations: [anEscalation()] }],
    ['asks somebody by name first', 'to @erin We need a decision.', { config }, { escalations: [anEscalation({ to: named(erin) })] }],
    ['asks a member who is on no path', 'To @CAROL: We need a decision.', {}, { escalations: [anEscalation({ to: named(carol) })] }],
    ['asks somebody on the path who is no member otherwise', 'to @dan We need a decision.', { config: onPath('dan') }, { escalations: [anEscalation({ to: named(dan) })] }],
    ['takes words for a reason that only mention somebody', '@bob and @erin disagree.', { config }, { escalations: [anEscalation({ why: '@bob and @erin disagree.' })] }],
    ['asks somebody who is away all the same, and says so', 'to @erin We need a decision.', { config, snapshot: away }, { escalations: [anEscalation({ to: named(erin) })], remarks: [{ what: 'away', person: named(erin), until: '2026-03-09T00:00:00Z' }] }],
    ['counts on from the ones that are over', 'We need a decision.', { config, record: { escalations: [{ ...ended, n: 4 }] } }, { escalations: [{ ...ended, n: 4 }, anEscalation({ n: 5 })] }],
    ['adds nothing while the first one is still to be asked', 'Hello?', { config, record: { escalations: [waiting] } }, {}],
    ['goes on to the next at once where nobody answers', 'Hello?', { config, record: { escalations: [ended, { ...asked, n: 2 }] } }, { escalations: [ended, { ...asked, n: 2, to: named(erin) }] }],
    ['adds nothing the third time, until the next one was asked', 'Hello?', { config, record: { escalations: [{ ...asked, to: named(erin) }] } }, {}],
    ['goes on to somebody by name', 'to @carol She knows.', { config, record: { escalations: [asked] } }, { escalations: [{ ...asked, to: named(carol) }] }],
    ['asks whom it names before it goes along the path', 'to @erin She knows.', { config, record: { escalations: [waiting] } }, { escalations: [{ ...waiting, to: named(erin) }] }],
    ['says where nobody is left to go on to', 'Hello?', { config, record: { escalations: [exhausted] } }, { why: 'nobody-to-ask' }],
    ['says where there is no path', 'We need a decision.', {}, { why: 'nobody-to-ask' }],
    ['says where the path is only whoever asks', 'We need a decision.', { by: bob, config: onPath('bob') }, { why: 'nobody-to-ask' }],
    ['says where everybody on the path is away', 'We need a decision.', { config: onPath('erin'), snapshot: away }, { why: 'nobody-to-ask' }],
    ['asks why', '', { config }, missingWhy],
    ['asks why it is this person', 'to @bob', { config }, missingWhy],
    ['does not call in a stranger', 'to @dan We need a decision.', { config }, { why: 'not-on-the-path', person: named(dan) }],
    ['says where it does not know somebody', 'to @zoe We need a decision.', { config }, { why: 'no-such-person', login: 'zoe' }],
    ['takes no bot for a person', `to @${robot.login} We need a decision.`, { config }, { why: 'no-such-person', login: robot.login }],
    ['asks for one person, not a team', 'to @acme/infra We need a decision.', { config }, { why: 'not-understood', part: '@acme/infra', expected: 'one person, with their @', example: '/escalate to @alice We need a decision before Friday.' }],
    ['asks for somebody else', 'to @alice We need a decision.', { config }, { why: 'not-understood', part: '@alice', expected: 'somebody else', example: escalate.example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(escalate, rest, parts)).toEqual(expected);
  });

  it('does not ask the owner who is being waited for', () => {
    const context = aCommandContext({ by: carol, config: onPath('bob'), snapshot: bobs });
    expect(escalate.carryOut('We need a decision.', { ...context, step: 'awaiting-decision' })).toEqual({ ok: false, refusal: { why: 'nobody-to-ask' } });
    expect(escalate.carryOut('We need a decision.', { ...context, step: 'awaiting-review' }).ok).toBe(true);
  });

  it('is for an open RFC, and for those whom the config allows it', () => {
    expect([escalate.whenClosed, escalate.permission]).toEqual([false, 'escalate']);
  });
});
