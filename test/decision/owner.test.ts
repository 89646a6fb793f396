import { describe, expect, it } from '@jest/globals';
import { namedOwners, ownerIdsIn, ownersOf } from '../../src/decision/owner.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, aSource, bob, carol, everybody, named } from '../support/a-command-context.ts';
import { aDocument, anUnreadDocument, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';

function owned(...owners: readonly string[]) {
  return owners.map((owner, index) => aDocument({ path: `rfcs/000${index}.md`, text: `# Keys\n\n**Decision Owner**: ${owner}\n` }));
}

type Known = Pick<Record, 'namedOwner' | 'ownerIds'>;

function instead(...names: string[]): Known {
  return { ownerIds: [], namedOwner: { person: named(carol), by: named(bob), why: 'Alice is away.', at: '2026-03-01T10:00:00Z', source: aSource(bob), instead: names } };
}

const nobody: Known = { namedOwner: null, ownerIds: [] };

describe('namedOwners', () => {
  it.each([
    ['a login', owned('@alice'), ['alice']],
    ['each once, in order', owned('@bob', '@alice', '@bob'), ['bob', 'alice']],
    ['a name that is no login', owned('Alice Smith'), ['Alice Smith']],
    ['nobody for a placeholder', owned('TBD'), []],
    ['nobody for what could not be read', [anUnreadDocument()], []],
  ])('gives %s', (_, documents, expected) => {
    expect(namedOwners({ documents })).toEqual(expected);
  });
});

describe('ownersOf', () => {
  it.each<[string, SnapshotParts, Known, readonly Account[]]>([
    ['the one whom the document names', {}, nobody, [alice]],
    ['them, however the login is written', { documents: owned('@BOB') }, nobody, [bob]],
    ['several, where the documents name several', { documents: owned('@alice', '@bob') }, nobody, [alice, bob]],
    ['the author, also while nobody was looked up', { people: [] }, nobody, [alice]],
    ['nobody who was not looked up', { documents: owned('@zoe') }, nobody, []],
    ['no bot', { documents: owned('@helper') }, nobody, []],
    ['nobody where the document names nobody', { documents: owned('TBD') }, nobody, []],
    ['the one named in their place', {}, instead('alice'), [carol]],
    ['them, while the document only writes the login otherwise', { documents: owned('@Alice') }, instead('alice'), [carol]],
    ['them, where the documents named nobody, and still do', { documents: owned('TBD') }, instead(), [carol]],
    ['them, while a document cannot be read', { documents: [anUnreadDocument()] }, instead('alice'), [carol]],
    ['the one whom the document names since', { documents: owned('@bob') }, instead('alice'), [bob]],
    ['the one who is left of two', {}, instead('alice', 'bob'), [alice]],
    ['them under the login of today', { people: [{ account: { ...carol, login: 'caroline' }, permission: 'triage', isAssignable: true }] }, instead('alice'), [{ ...carol, login: 'caroline' }]],
  ])('is %s', (_, parts, record, expected) => {
    expect(ownersOf(aSnapshot({ people: everybody, ...parts }), record)).toEqual(expected);
  });

  it.each<[string, Known, readonly number[]]>([
    ['whoever has the login, while nobody was known by it', nobody, [77]],
    ['who was known by it, and not who registered it later', { ...nobody, ownerIds: [named(bob)] }, [12]],
    ['who was named in their place, all the same', { ...instead('bob'), ownerIds: [named(bob)] }, [13]],
  ])('is %s', (_, record, ids) => {
    const people = [{ account: { id: 77, login: 'bob', isBot: false }, permission: 'read' as const, isAssignable: true }];
    expect(ownersOf(aSnapshot({ people, documents: owned('@bob') }), record).map(({ id }) => id)).toEqual(ids);
  });
});

describe('ownerIdsIn', () => {
  it.each<[string, readonly string[], Pick<Record, 'ownerIds'>, Record['ownerIds']]>([
    ['keeps who was known', ['@bob'], { ownerIds: [{ id: 77, login: 'bob' }] }, [{ id: 77, login: 'bob' }]],
    ['adds who is named since', ['@alice', '@bob'], { ownerIds: [named(alice)] }, [named(alice), { id: 12, login: 'bob' }]],
    ['forgets who is not named any more', ['@alice'], { ownerIds: [named(bob)] }, [named(alice)]],
    ['knows nobody who was not looked up, and no bot', ['@zoe', '@helper'], { ownerIds: [] }, []],
  ])('%s', (_, owners, record, expected) => {
    expect(ownerIdsIn(aSnapshot({ people: everybody, documents: owned(...owners) }), record)).toEqual(expected);
  });
});
