import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../../src/config/schema.ts';
import { owner } from '../../../src/decision/commands/owner.ts';
import type { Record } from '../../../src/decision/record-schema.ts';
import { reconcile } from '../../../src/decision/reconcile.ts';
import type { Account } from '../../../src/decision/snapshot.ts';
import { ownersOf } from '../../../src/decision/owner.ts';
import { aCommandContext, alice, aRecord, aSource, bob, carol, erin, everybody, named, outcomeOf, writtenAt, type ContextParts } from '../../support/a-command-context.ts';
import { aDocument, aSnapshot, idle, now } from '../../support/a-snapshot.ts';

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

  describe('in a domain', () => {
    const text = '**Decision Owner**: @alice\n**Domain**: api\n';
    const domain: Config['domains'][string] = { about: '', when: { field: [], labels: [], paths: [] }, owners: [], rung: 'consult', zone: 'local', consult: [], escalation: [], topics: [] };
    const remarksOn = (owners: string[], parts: Partial<Config> = {}, members: readonly Account[] | null = null) => {
      const outcome = outcomeOf(owner, '@bob Alice is on leave.', { by: carol, config: { domains: { api: { ...domain, owners } }, ...parts }, snapshot: { documents: [aDocument({ text })], teams: [{ team: 'acme/api', members }] } });
      return (outcome as { remarks?: unknown[] }).remarks ?? [];
    };
    const outside = (owners: string[]) => [{ what: 'outside-domain', person: named(bob), domains: ['api'], owners }];

    it.each<[string, unknown[], unknown[]]>([
      ['says who its owners are, where the person named is none of them', remarksOn(['alice', 'acme/api'], {}, [erin]), outside(['alice', 'acme/api'])],
      ['says nothing of one of them', remarksOn(['alice', 'BOB']), []],
      ['says nothing of a member of a team of theirs', remarksOn(['acme/api'], {}, [bob]), []],
      ['says nothing where GitHub does not show who is in it', remarksOn(['alice', 'acme/api']), []],
      ['says nothing where anybody may', remarksOn([]), []],
      ['says nothing where the rule is off', remarksOn(['alice'], { lint: { ...defaultConfig.lint, rules: { 'decision-domain': 'off' } } }), []],
    ])('%s', (_, remarks, expected) => {
      expect(remarks).toEqual(expected);
    });

    it('is told in the status as long as that owner is in force', () => {
      const config = { ...defaultConfig, domains: { api: { ...domain, owners: ['alice'] } } };
      const shown = (namedOwner: Record['namedOwner']) => {
        const seen = aSnapshot({ documents: [aDocument({ text })], people: everybody, record: { kind: 'sound', record: aRecord({ namedOwner }) } });
        const status = reconcile(seen, config, now).effects.find((effect) => effect.kind === 'show-status');
        return status?.kind === 'show-status' ? status.status.outside : undefined;
      };
      expect([shown(named1), shown({ ...named1, instead: ['erin'] }), shown(null)]).toEqual([{ domains: ['api'], owners: ['alice'] }, null, null]);
    });
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
