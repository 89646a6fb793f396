import { describe, expect, it } from '@jest/globals';
import { defaultConfig, type Config } from '../../src/config/schema.ts';
import type { Act, Review, Speech } from '../../src/decision/acts.ts';
import { countsForCheck, decisionConclusion, decisionInForce, decisionState, textsOf, textsSeenIn } from '../../src/decision/decided.ts';
import type { Decision, Record } from '../../src/decision/record-schema.ts';
import type { ObservedDocument } from '../../src/decision/snapshot.ts';
import { aComment, alice, aRecord, aSource, bob, carol, dan, everybody, named, writtenAt } from '../support/a-command-context.ts';
import { aBody, aDocument, anIssue, anUnreadDocument, aSnapshot, headSha, type SnapshotParts } from '../support/a-snapshot.ts';

const blob = 'b'.repeat(40);
const other = 'c'.repeat(40);
const bodyText = 'body:e3b0c44298fc1c14';

function aDecision(parts: Partial<Decision> = {}): Decision {
  return { n: 1, outcome: 'accept', by: named(alice), owner: named(alice), why: 'It is time.', at: writtenAt, source: aSource(alice), texts: [blob], confirmed: null, reopened: null, under: null, reviewed: null, ...parts };
}

function confirmedBy(account: typeof alice, texts: string[] = [blob]): Pick<Decision, 'confirmed'> {
  return { confirmed: { at: '2026-03-03T10:00:00Z', source: aSource(account), owner: named(account), texts } };
}

const reopened: Pick<Decision, 'reopened'> = { reopened: { at: '2026-03-03T10:00:00Z', by: named(alice), why: 'New facts.', source: aSource(alice) } };

function someone(parts: SnapshotParts = {}) {
  return aSnapshot({ people: everybody, ...parts });
}

function withBlob(name: string, document: ObservedDocument = aDocument()): ObservedDocument {
  return { ...document, blob: name };
}

const bobs = { documents: [aDocument({ text: '# Keys\n\n**Decision Owner**: @bob\n' })] };
const nobodys = { documents: [aDocument({ text: '# Keys\n' })] };

describe('decisionInForce', () => {
  const first = aDecision();
  const second = aDecision({ n: 2, outcome: 'reject' });
  it.each<[string, Decision[], Decision | null]>([
    ['is none at first', [], null],
    ['is the last one', [first, second], second],
    ['is none once it was reopened', [aDecision(reopened)], null],
    ['is no earlier one once the last was reopened', [first, { ...second, ...reopened }], null],
    ['is the one made after that', [{ ...first, ...reopened }, second], second],
  ])('%s', (_, decisions, expected) => {
    expect(decisionInForce(aRecord({ decisions }))).toEqual(expected);
  });
});

describe('decisionState', () => {
  it.each<[string, Decision[], SnapshotParts, string]>([
    ['open while nobody decided', [], {}, 'open'],
    ['open once it was reopened', [aDecision(reopened)], {}, 'open'],
    ['decided as long as the text and the owner are the same', [aDecision()], {}, 'decided'],
    ['decided once it was put off: nobody is being waited for', [aDecision({ outcome: 'defer' })], {}, 'decided'],
    ['decided though a document has another name now', [aDecision()], { documents: [aDocument({ path: 'rfcs/0002-keys.md' })] }, 'decided'],
    ['stale once the text is another one', [aDecision()], { documents: [withBlob(other)] }, 'stale-text'],
    ['stale once there is one document more', [aDecision()], { documents: [aDocument(), withBlob(other)] }, 'stale-text'],
    ['stale where it is not known what was decided on', [aDecision({ texts: [] })], {}, 'stale-text'],
    ['stale once the owner is somebody else', [aDecision()], bobs, 'stale-owner'],
    ['stale once somebody owns what nobody owned', [aDecision({ owner: null })], {}, 'stale-owner'],
    ['decided once the new owner confirmed it', [aDecision(confirmedBy(bob))], bobs, 'decided'],
    ['decided once the text as it is was confirmed', [aDecision(confirmedBy(alice, [other]))], { documents: [withBlob(other)] }, 'decided'],
    ['stale once the text is not the confirmed one', [aDecision(confirmedBy(alice, [other]))], {}, 'stale-text'],
    ['decided where the owner could not be read', [aDecision()], { documents: [anUnreadDocument()] }, 'decided'],
    ['decided where the owner was not looked up', [aDecision()], { people: [] }, 'decided'],
    ['stale once a changed text names no owner', [aDecision({ texts: [other] })], nobodys, 'stale-text'],
    ['stale once the body of an issue was edited', [aDecision({ texts: [bodyText] })], { rfc: { ...anIssue, bodyHash: '0123456789abcdef' }, documents: [aBody('**Decision Owner**: @alice')] }, 'stale-text'],
  ])('is %s', (_, decisions, parts, expected) => {
    expect(decisionState(aRecord({ decisions }), someone(parts))).toBe(expected);
  });

  it('asks for no confirmation of whom /owner named', () => {
    const namedOwner: Record['namedOwner'] = { person: named(bob), by: named(carol), why: 'Alice is away.', at: writtenAt, source: aSource(carol), instead: ['alice'] };
    expect(decisionState(aRecord({ namedOwner, decisions: [aDecision({ by: named(bob), owner: named(bob) })] }), someone())).toBe('decided');
    expect(decisionState(aRecord({ namedOwner, decisions: [aDecision()] }), someone())).toBe('stale-owner');
  });
});

describe('countsForCheck', () => {
  const domain = { about: '', when: { field: [], labels: [], paths: [] }, owners: ['dan'], rung: 'consult', zone: 'local', consult: [], escalation: [], topics: [] } as const satisfies Config['domains'][string];
  const decidedBy = (owners: string[]) => ({ ...defaultConfig.decision, owners });
  const teams = [{ team: 'acme/hidden', members: null }];
  it.each<[string, { decision?: Partial<Decision>; config?: Partial<Config>; parts?: SnapshotParts }, boolean | null]>([
    ['who has write access', { decision: { by: named(bob) } }, true],
    ['not who may only read', {}, false],
    ['not who may only triage', { decision: { by: named(carol) } }, false],
    ['whom the config names', { config: { decision: decidedBy(['Alice']) } }, true],
    ['who is in a team that the config names', { config: { decision: decidedBy(['acme/infra']) }, parts: { teams: [{ team: 'acme/infra', members: [alice] }] } }, true],
    ['who owns a domain', { decision: { by: named(dan) }, config: { domains: { keys: domain } } }, true],
    ['who confirmed it last, not who decided', { decision: { by: named(dan), ...confirmedBy(bob) } }, true],
    ['not who decided with write access, once somebody without confirmed', { decision: { by: named(bob), ...confirmedBy(alice) } }, false],
    ['an id, not a login', { decision: { by: { id: 77, login: 'bob' } } }, null],
    ['perhaps whose rights are not known', { parts: { people: [{ account: alice, permission: null, isAssignable: null }] } }, null],
    ['perhaps who may be in a team that is not shown', { config: { decision: decidedBy(['acme/hidden']) }, parts: { teams } }, null],
    ['perhaps who may be in a team that was not looked up', { config: { decision: decidedBy(['acme/other']) }, parts: { teams } }, null],
  ])('takes %s', (_, { decision, config, parts }, expected) => {
    expect(countsForCheck(aDecision(decision), someone(parts), { ...defaultConfig, ...config })).toBe(expected);
  });
});

describe('decisionConclusion', () => {
  const byBob = { by: named(bob), source: aSource(bob) };
  it.each<[string, Decision[], SnapshotParts, string]>([
    ['asks for a decision', [], {}, 'action_required'],
    ['succeeds where it was accepted', [aDecision(byBob)], {}, 'success'],
    ['fails where it was rejected', [aDecision({ ...byBob, outcome: 'reject' })], {}, 'failure'],
    ['goes on asking where it was put off', [aDecision({ ...byBob, outcome: 'defer' })], {}, 'action_required'],
    ['asks again once it was reopened', [aDecision({ ...byBob, ...reopened })], {}, 'action_required'],
    ['asks again once the text is another one', [aDecision(byBob)], { documents: [withBlob(other)] }, 'action_required'],
    ['asks again once the owner is somebody else', [aDecision(byBob)], bobs, 'action_required'],
    ['does not let a pull request name its own judge', [aDecision()], {}, 'action_required'],
    ['does not take what is not known for a yes', [aDecision(byBob)], { people: [] }, 'action_required'],
  ])('%s', (_, decisions, parts, expected) => {
    expect(decisionConclusion(aRecord({ decisions }), someone(parts), defaultConfig)).toBe(expected);
  });
});

describe('textsOf', () => {
  const many = Array.from({ length: 11 }, (_, index) => withBlob(String(index).padStart(40, '0')));
  it.each<[string, SnapshotParts, string[]]>([
    ['names the documents by their bytes, in a fixed order', { documents: [withBlob(other), withBlob(blob)] }, [blob, other]],
    ['names the same bytes once', { documents: [aDocument(), aDocument({ path: 'rfcs/copy.md' })] }, [blob]],
    ['names a document that could not be read', { documents: [anUnreadDocument()] }, [blob]],
    ['names the body of an issue by its hash', { rfc: anIssue, documents: [aBody()] }, [bodyText]],
    ['names the body where there is no document', { documents: [] }, [bodyText]],
    ['names the commit where there are very many documents', { documents: many }, [`head:${headSha}`]],
    ['names ten documents', { documents: many.slice(1) }, many.slice(1).map((document) => document.blob ?? '')],
  ])('%s', (_, parts, expected) => {
    expect(textsOf(someone(parts))).toEqual(expected);
  });
});

describe('textsSeenIn', () => {
  const early = { sha: headSha, at: '2026-03-02T09:59:59Z' };
  const late = { sha: headSha, at: '2026-03-02T10:00:01Z' };
  const pushed = (at: string): Act => ({ kind: 'pushed', sha: headSha, at, by: alice, isOwn: false });
  const review = (sha: string): Review => ({ ...aComment(), kind: 'review', state: 'commented', sha });
  it.each<[string, { speech?: Speech; parts?: SnapshotParts; heads?: Record['heads'] }, string[]]>([
    ['are those of a head that was known by then', { heads: [early] }, [blob]],
    ['are those of a head that was pushed by then', { parts: { acts: [pushed(early.at)] } }, [blob]],
    ['are not known where the head came to light later', { parts: { acts: [pushed(late.at)] }, heads: [late] }, []],
    ['are not known where only an earlier head was known', { heads: [{ ...early, sha: other }] }, []],
    ['are those of the commit that was reviewed', { speech: review(headSha) }, [blob]],
    ['are not known for a review of another commit', { speech: review(other), heads: [early] }, []],
    ['are the body of an issue', { parts: { rfc: anIssue, documents: [aBody()] } }, [bodyText]],
    ['are the body of a pull request without documents, whatever the head', { parts: { documents: [] }, heads: [late] }, [bodyText]],
  ])('%s', (_, { speech = aComment(), parts, heads = [] }, expected) => {
    expect(textsSeenIn(speech, someone(parts), aRecord({ heads }))).toEqual(expected);
  });
});
