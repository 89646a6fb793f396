import { describe, expect, it } from '@jest/globals';
import { owner } from '../../../src/decision/commands/owner.ts';
import { ownersOf } from '../../../src/decision/owner.ts';
import { aCommandContext, alice, aSource, bob, carol, erin, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { aDocument, idle } from '../../support/a-snapshot.ts';

const named1 = { person: named(bob), by: named(carol), why: 'Alice is on leave.', at: writtenAt, source: aSource(carol), instead: ['alice'] };
const away = { load: { ...idle, absences: [{ person: bob.id, from: '2026-03-01T00:00:00Z', until: '2026-03-09T00:00:00Z' }] } };

describe('/owner', () => {
  it.each<[string, string, ContextParts, unknown]>([
    ['names another owner, and whom the document named', '@bob Alice is on leave.', { by: carol }, { namedOwner: named1 }],
    ['replaces whom it named before', ' @bob, Alice is on leave.', { by: carol, record: { namedOwner: { ...named1, person: named(erin) } } }, { namedOwner: named1 }],
    ['names an owner where the document names nobody', '@BOB Alice is on leave.', { by: carol, snapshot: { documents: [aDocument({ text: '# Keys\n' })] } }, { namedOwner: { ...named1, instead: [] } }],
    ['names somebody for a closed RFC', '@bob Alice is on leave.', { by: carol, snapshot: { rfc: { isOpen: false } } }, { namedOwner: named1 }],
    ['says that somebody is away', '@bob Alice is on leave.', { by: carol, snapshot: away }, { namedOwner: named1, remarks: [{ what: 'away', person: named(bob), until: '2026-03-09T00:00:00Z' }] }],
    ['asks for a person', 'Alice is on leave.', {}, { why: 'missing', expected: 'a person, with their @', example: owner.example }],
    ['asks why', '@bob', {}, { why: 'missing', expected: 'why, in a sentence', example: owner.example }],
    ['asks for one person, not a team', '@acme/infra They know.', {}, { why: 'not-understood', part: '@acme/infra', expected: 'one person, with their @', example: owner.example }],
    ['says where it does not know somebody', '@zoe She knows.', {}, { why: 'no-such-person', login: 'zoe' }],
    ['takes no bot for an owner', '@helper It knows.', {}, { why: 'no-such-person', login: 'helper' }],
    ['does not take the beginning of a login for one', '@bob_bob_bob He knows.', {}, { why: 'missing', expected: 'a person, with their @', example: owner.example }],
  ])('%s', (_, rest, parts, expected) => {
    expect(outcomeOf(owner, rest, parts)).toEqual(expected);
  });

  it('makes somebody the owner until the document names somebody else', () => {
    const context = aCommandContext({ by: carol });
    const outcome = owner.carryOut('@bob Alice is on leave.', context);
    if (!outcome.ok) throw new Error('an owner who was named');
    const changed = { ...context.snapshot, documents: [aDocument({ text: '**Decision Owner**: @erin\n' })] };
    expect([ownersOf(context.snapshot, context.record), ownersOf(context.snapshot, outcome.record), ownersOf(changed, outcome.record)]).toEqual([[alice], [bob], [erin]]);
  });

  it('may be said of a closed RFC, by those whom the config allows it', () => {
    expect([owner.whenClosed, owner.permission]).toEqual([true, 'owner']);
  });
});
