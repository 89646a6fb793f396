import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { defaultConfig } from '../../src/config/schema.ts';
import { isTeam, type Act, type Addressee } from '../../src/decision/acts.ts';
import { heardOf } from '../../src/decision/heard.ts';
import type { Record } from '../../src/decision/record-schema.ts';
import { alice, aRecord, aSource, bob, carol, dan, erin, everybody, named, robot } from '../support/a-command-context.ts';
import { aBody, aDocument, anIssue, aSnapshot, type SnapshotParts } from '../support/a-snapshot.ts';
import { labelled, on, requested, requestRemoved, reviewed, wrote } from '../support/some-acts.ts';

const infra = { team: 'acme/infra' };
const infraKnown = { teams: [{ team: 'acme/infra', members: [alice, carol, dan] }] };
const infraUnknown = { teams: [{ team: 'acme/infra', members: null }] };
const asked = requested(bob, '03-02T09:00');

/** Who is waited for, and who answered whom when: `Bob 03-02T10:00`. */
function heard(parts: SnapshotParts, record: Partial<Record> = {}) {
  const { asked: all, answered, open } = heardOf(aSnapshot({ people: everybody, ...parts }), aRecord(record));
  return { asked: all.map(name), open: open.map(name), answered: answered.map(({ asked: who, by, at }) => `${name(who)}, ${by}, ${at.slice(5, 16)}`) };
}

function name(addressee: Addressee): string {
  return isTeam(addressee) ? addressee.team : addressee.login;
}

function consulting(text: string): SnapshotParts {
  return { documents: [aDocument({ config: { ...defaultConfig, people: { 'Bob Smith': 'bob' } }, text: `# Rotate keys\n\n**Decision Owner**: @alice\n**Consulted**: ${text}\n` })] };
}

function body(text: string): SnapshotParts {
  return { rfc: { body: text } };
}

function says(text: string, by = alice): SnapshotParts {
  return { acts: [wrote(by, '03-02T09:00', text)] };
}

describe('heardOf', () => {
  it.each<[string, Act[], string[], string[]]>([
    ['waits for a requested reviewer', [asked], ['Bob'], []],
    ['hears an approval', [asked, reviewed(bob, '03-02T10:00')], [], ['Bob, 12, 03-02T10:00']],
    ['hears a request for changes', [asked, reviewed(bob, '03-02T10:00', 'changes-requested')], [], ['Bob, 12, 03-02T10:00']],
    ['hears a review that only comments', [asked, reviewed(bob, '03-02T10:00', 'commented')], [], ['Bob, 12, 03-02T10:00']],
    ['does not hear a review that was dismissed', [asked, reviewed(bob, '03-02T10:00', 'dismissed')], ['Bob'], []],
    ['hears a comment', [asked, wrote(bob, '03-02T10:00')], [], ['Bob, 12, 03-02T10:00']],
    ['does not take a question about the status for an answer', [asked, wrote(bob, '03-02T10:00', '/dri status')], ['Bob'], []],
    ['does not take a call for the commands for an answer', [asked, wrote(bob, '03-02T10:00', ' /DRI help.\r\n\r\n/dri status\n')], ['Bob'], []],
    ['does not take an absence for an answer', [asked, wrote(bob, '03-02T10:00', '/dri away until Friday')], ['Bob'], []],
    ['does not take a return for an answer', [asked, wrote(bob, '03-02T10:00', '/dri back')], ['Bob'], []],
    ['hears what is said beside such a question', [asked, wrote(bob, '03-02T10:00', 'I like it.\n\n/dri status')], [], ['Bob, 12, 03-02T10:00']],
    ['hears what is said below such a question', [asked, wrote(bob, '03-02T10:00', '/dri status\n\nI like it.')], [], ['Bob, 12, 03-02T10:00']],
    ['does not take what was not understood for an answer', [asked, wrote(bob, '03-02T10:00', '/hold 2 days')], ['Bob'], []],
    ['hears a command that says something about the RFC', [asked, wrote(bob, '03-02T10:00', '/tension "Data stays local" It cannot.')], [], ['Bob, 12, 03-02T10:00']],
    ['hears a comment on a line', [asked, { kind: 'review-comment', id: 4, at: on('03-02T10:00'), by: bob, isOwn: false, url: '' }], [], ['Bob, 12, 03-02T10:00']],
    ['does not hear what was said before', [wrote(bob, '03-02T08:00'), asked], ['Bob'], []],
    ['does not hear somebody else', [asked, wrote(carol, '03-02T10:00')], ['Bob'], []],
    ['does not take a label for an answer', [asked, labelled(bob, '03-02T10:00')], ['Bob'], []],
    ['asks again with a second request', [asked, reviewed(bob, '03-02T10:00'), requested(bob, '03-03T09:00')], ['Bob'], []],
    ['hears the answer to the second request', [asked, reviewed(bob, '03-02T10:00'), requested(bob, '03-03T09:00'), wrote(bob, '03-03T10:00')], [], ['Bob, 12, 03-03T10:00']],
    ['forgets a request that was taken back', [asked, requestRemoved(bob, '03-02T10:00')], [], []],
    ['does not hear an answer to it that came later', [asked, requestRemoved(bob, '03-02T10:00'), wrote(bob, '03-02T11:00')], [], []],
    ['keeps an answer whose request was taken back', [asked, wrote(bob, '03-02T10:00'), requestRemoved(bob, '03-02T11:00')], [], ['Bob, 12, 03-02T10:00']],
    ['waits again for a request that was taken back and renewed', [asked, requestRemoved(bob, '03-02T10:00'), requested(bob, '03-02T11:00')], ['Bob'], []],
    ['asks no bot', [requested(robot, '03-02T09:00')], [], []],
    ['knows people by id', [asked, wrote({ ...bob, login: 'robert' }, '03-02T10:00')], [], ['Bob, 12, 03-02T10:00']],
    ['does not take a new owner of the login for the person', [asked, wrote({ ...bob, id: 77 }, '03-02T10:00')], ['Bob'], []],
  ])('%s', (_, acts, open, answered) => {
    const found = heard({ acts });
    expect({ open: found.open, answered: found.answered }).toEqual({ open, answered });
  });

  it('waits for whom GitHub lists without an event', () => {
    expect(heard({ reviewers: [bob] }).open).toEqual(['Bob']);
  });

  it('keeps the order in which people were asked', () => {
    const acts = [requested(carol, '03-02T09:00'), requested(bob, '03-02T10:00'), requested(infra, '03-02T11:00')];
    expect(heard({ acts }).asked).toEqual(['carol', 'Bob', 'acme/infra']);
  });

  it.each<[string, Partial<Record>, string[]]>([
    ['support', { voices: [{ by: named(bob), stance: 'support', at: on('03-02T10:00'), source: aSource(bob) }] }, []],
    ['an abstention', { voices: [{ by: named(bob), stance: 'abstain', at: on('03-02T10:00'), source: aSource(bob) }] }, []],
    ['an objection', { objections: [{ by: named(bob), why: 'No.', isBinding: true, at: on('03-02T10:00'), source: aSource(bob), answered: null, withdrawnAt: null, setAside: null }] }, []],
    ['nothing from before the request', { voices: [{ by: named(bob), stance: 'support', at: on('03-02T08:00'), source: aSource(bob) }] }, ['Bob']],
  ])('hears %s that the record remembers', (_, record, open) => {
    expect(heard({ acts: [asked] }, record).open).toEqual(open);
  });

  const terms = { n: 1, holder: named(bob), step: 'awaiting-review', scope: null, startedAt: on('03-02T10:00'), dueAt: on('03-05T10:00'), activeAt: null } as const;
  const source = aSource(bob, 5);
  it.each<[string, Partial<Record>, string[]]>([
    ['taking the role', { terms: [{ ...terms, how: 'taken', source, ended: null }] }, ['Bob']],
    ['passing it on', { terms: [{ ...terms, how: 'asked', source: null, ended: { at: on('03-02T10:00'), how: 'passed', note: null, source } }] }, ['Bob']],
    ['asking to be waited for', { waits: [{ kind: 'hold', by: named(bob), from: on('03-02T10:00'), until: on('03-04T10:00'), why: 'Soon.', source }] }, ['Bob']],
    ['asking others for help', { escalations: [{ n: 1, by: named(bob), why: 'Help.', source, openedAt: on('03-02T10:00'), to: null, asked: [], ended: null }] }, ['Bob']],
  ])('does not take %s for an answer', (_, record, open) => {
    expect(heard({ acts: [asked, wrote(bob, '03-02T10:00', '', 5)] }, record).open).toEqual(open);
  });

  it('takes the note of a finished step for an answer', () => {
    const ended = { at: on('03-02T10:00'), how: 'done', note: 'It is fine.', source } as const;
    expect(heard({ acts: [asked, wrote(bob, '03-02T10:00', '', 5)] }, { terms: [{ ...terms, how: 'asked', source: null, ended }] }).open).toEqual([]);
  });

  it.each<[string, SnapshotParts, string[], string[]]>([
    ['waits for any member', { ...infraKnown, acts: [requested(infra, '03-02T09:00')] }, ['acme/infra'], []],
    ['hears any member', { ...infraKnown, acts: [requested(infra, '03-02T09:00'), wrote(dan, '03-02T10:00')] }, [], ['acme/infra, 14, 03-02T10:00']],
    ['does not hear the author as a member', { ...infraKnown, acts: [requested(infra, '03-02T09:00'), wrote(alice, '03-02T10:00')] }, ['acme/infra'], []],
    ['does not hear others', { ...infraKnown, acts: [requested(infra, '03-02T09:00'), reviewed(bob, '03-02T10:00')] }, ['acme/infra'], []],
    ['folds the case of its name', { ...infraKnown, acts: [requested({ team: 'Acme/Infra' }, '03-02T09:00'), wrote(dan, '03-02T10:00')] }, [], ['Acme/Infra, 14, 03-02T10:00']],
    ['waits while GitHub lists it, where its members are not shown', { ...infraUnknown, reviewers: [infra], acts: [requested(infra, '03-02T09:00'), reviewed(dan, '03-02T10:00')] }, ['acme/infra'], []],
    ['hears the first review once GitHub lists it no more', { ...infraUnknown, acts: [requested(infra, '03-02T09:00'), wrote(bob, '03-02T10:00'), reviewed(dan, '03-02T11:00')] }, [], ['acme/infra, 14, 03-02T11:00']],
    ['never takes unknown members for none', { ...infraUnknown, acts: [requested(infra, '03-02T09:00')] }, ['acme/infra'], []],
  ])('of a team, %s', (_, parts, open, answered) => {
    const found = heard(parts);
    expect({ open: found.open, answered: found.answered }).toEqual({ open, answered });
  });

  it.each<[string, SnapshotParts, string[]]>([
    ['people', consulting('@bob, @carol'), ['Bob', 'carol']],
    ['people by their profiles', consulting('<https://github.com/bob>'), ['Bob']],
    ['people in a sentence', consulting('please ask @bob about the rollout'), ['Bob']],
    ['a team', { ...infraKnown, ...consulting('@acme/infra') }, ['acme/infra']],
    ['a team that was not looked up', consulting('@acme/infra'), ['acme/infra']],
    ['a person whom the config maps', consulting('Bob Smith'), ['Bob']],
    ['nobody who is not known here', consulting('@stranger, TBD'), []],
    ['neither the owner nor a bot', consulting('@alice, @helper'), []],
  ])('asks %s of the Consulted field', (_, parts, expected) => {
    expect(heard(parts).asked).toEqual(expected);
  });

  it('hears whom the document consults from the start', () => {
    expect(heard({ ...consulting('@bob'), acts: [wrote(bob, '03-01T11:00')] }).answered).toEqual(['Bob, 12, 03-01T11:00']);
  });

  it.each<[string, SnapshotParts, string[]]>([
    ['in the body', body('What do you think, @bob and @Carol?'), ['Bob', 'carol']],
    ['in the body of an issue', { rfc: { ...anIssue, body: '**Decision Owner**: @alice\n\n@bob?' }, documents: [aBody('**Decision Owner**: @alice\n')] }, ['Bob']],
    ['by the author', says('@bob, does this work for you?'), ['Bob']],
    ['by the owner', { ...says('@dan, does this work?', carol), documents: [aDocument({ text: '**Decision Owner**: @carol\n' })] }, ['dan']],
    ['as a team', { ...infraKnown, ...body('@acme/infra: is there room?') }, ['acme/infra']],
    ['in a list', body('Questions:\n\n- @bob: the rollout?\n    - @erin: the costs?'), ['Bob', 'erin']],
    ['by nobody else', says('@bob, look at this', carol), []],
    ['only if they are known here', body('@stranger @org/unknown'), []],
    ['but not the author or the owner', body('@alice wrote this'), []],
    ['but no bot', body('@helper run'), []],
    ['but not in code', body('`@bob` and ``@carol``\n\n```\n@dan\n```\n\n    @erin'), []],
    ['after code', body('~~~~\n@bob\n~~~\n@bob\n~~~~\n@carol'), ['carol']],
    ['but not in a quotation', body('> @bob said so'), []],
    ['but not in a comment that nobody sees', body('<!-- @bob --> <!-- @carol'), []],
    ['but not in a command', says('/dri assign @bob\n  /escalate to @carol we are stuck'), []],
    ['but not as being kept informed', body('**Informed**: @bob\ncc @carol\n- Authors: @dan'), []],
    ['but not within an address', body('mail@bob.example, https://example.com/@carol, x/@dan'), []],
    ['but not again by a reference to what they said', { acts: [wrote(bob, '03-01T11:00'), wrote(alice, '03-02T09:00', 'As @bob said.')] }, []],
    ['once', { ...body('@bob?'), acts: [wrote(bob, '03-01T11:00'), wrote(alice, '03-02T09:00', 'Thanks @bob!')] }, []],
  ])('asks people by name %s', (_, parts, expected) => {
    expect(heard(parts).open).toEqual(expected);
  });

  it('lets a request count before a name', () => {
    const acts = [wrote(bob, '03-01T11:00'), requested(bob, '03-02T09:00')];
    expect(heard({ ...body('@bob?'), acts }).open).toEqual(['Bob']);
  });

  it('splits those asked into those heard and those open, whatever happens', () => {
    const people = [alice, bob, carol, dan, erin, robot];
    const person = fc.constantFrom(...people);
    const addressee = fc.oneof(person, fc.constant(infra));
    const moment = fc.integer({ min: 0, max: 59 }).map((minute) => `03-02T09:${String(minute).padStart(2, '0')}`);
    const act = fc.oneof(
      fc.tuple(person, moment).map(([by, at]) => wrote(by, at, '@bob @carol?')),
      fc.tuple(person, moment).map(([by, at]) => reviewed(by, at)),
      fc.tuple(addressee, moment).map(([of, at]) => requested(of, at)),
      fc.tuple(addressee, moment).map(([of, at]) => requestRemoved(of, at)),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), fc.boolean(), (acts, isKnown) => {
        const sorted = acts.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
        const { asked: all, answered, open } = heardOf(aSnapshot({ people: everybody, acts: sorted, ...(isKnown ? infraKnown : infraUnknown) }), aRecord());
        expect([...answered.map(({ asked: who }) => name(who)), ...open.map(name)].sort()).toEqual(all.map(name).sort());
        expect(new Set(all.map(name)).size).toBe(all.length);
        expect(all.map(name)).not.toContain('helper');
      }),
    );
  });

  it('reads a hostile comment in a moment', () => {
    const hostile = ['`'.repeat(65_536), '<!--'.repeat(16_384), `${'@a '.repeat(21_000)}@bob`, '> '.repeat(32_000), '](@bob'.repeat(10_000)];
    expect(hostile.map((text) => heard(body(text)).open)).toEqual([[], [], ['Bob'], [], ['Bob']]);
  });
});
