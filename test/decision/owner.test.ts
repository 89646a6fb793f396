import { describe, expect, it } from '@jest/globals';
import { namedOwners, ownersOf } from '../../src/decision/owner.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { alice, aSource, bob, carol, everybody, named } from '../support/a-command-context.ts';
import { aDocument, anUnreadDocument, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';

function owned(...owners: readonly string[]) {
  return owners.map((owner, index) => aDocument({ path: `rfcs/000${index}.md`, text: `# Keys\n\n**Decision Owner**: ${owner}\n` }));
}

function instead(...names: string[]): Pick<Record, 'namedOwner'> {
  return { namedOwner: { person: named(carol), by: named(bob), why: 'Alice is away.', at: '2026-03-01T10:00:00Z', source: aSource(bob), instead: names } };
}

const nobody: Pick<Record, 'namedOwner'> = { namedOwner: null };

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
  it.each<[string, SnapshotParts, Pick<Record, 'namedOwner'>, readonly Account[]]>([
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

  it('does not take a renamed login for its former holder', () => {
    const people = [{ account: { id: 77, login: 'bob', isBot: false }, permission: 'read' as const, isAssignable: true }];
    expect(ownersOf(aSnapshot({ people, documents: owned('@bob') }), nobody).map(({ id }) => id)).toEqual([77]);
  });
});
