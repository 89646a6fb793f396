import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forgetInComment } from '../../../src/decision/log/forget-comment.ts';
import { forgetIn, forgetInEntry, forgetInText, onePerson } from '../../../src/decision/log/forget.ts';
import { encodeRecord, newRecord, recordAsItStands, renderRecordLine, type Record } from '../../../src/decision/record.ts';
import { aSeal } from '../../support/a-snapshot.ts';
import { aLogEntry, alice, bob } from '../../support/a-log-entry.ts';
import { strangeEntry } from '../../support/strange-entries.ts';

const former = { id: 0, login: 'former-participant' };
const source = (by: number) => ({ in: 'comment', id: 9, by, hash: 'bb' }) as const;

describe('forgetting a person', () => {
  it('takes them out of an entry of the log, and leaves everybody else', () => {
    const entry = aLogEntry({ owner: bob, why: 'As @alice and @alicea and @\u200bAlice say; alice said so.', reopened: { by: alice, why: 'x', at: '2026-03-11T10:00:00Z', source: source(alice.id) } });
    expect(forgetInEntry(entry, onePerson(alice))).toEqual({
      ...entry,
      by: former,
      why: 'As former-participant and @alicea and former-participant say; alice said so.',
      reopened: { by: former, why: 'x', at: '2026-03-11T10:00:00Z', source: source(0) },
      sources: entry.sources.map((each) => ({ ...each, source: { ...each.source, by: 0 } })),
    });
  });

  it('goes by the number of the account: a login can be another’s by now', () => {
    const entry = aLogEntry({ by: { id: 99, login: 'alice' } });
    expect(forgetInEntry(entry, onePerson(alice)).by).toEqual({ id: 99, login: 'alice' });
  });

  it('knows the name that they had when an entry was written', () => {
    const former = aLogEntry({ by: { id: alice.id, login: 'alice-old' }, owner: bob, why: 'As @alice-old and @alice say.' });
    expect(forgetInEntry(former, onePerson(alice))).toMatchObject({ by: { id: 0 }, why: 'As former-participant and former-participant say.' });
  });

  it('leaves the very same entry where nobody is to be forgotten', () => {
    const entry = aLogEntry();
    expect(forgetInEntry(entry, onePerson({ id: 77, login: 'zed' }))).toBe(entry);
  });

  it('leaves the name of a repository that is theirs', () => {
    const repository = { id: 1, owner: 'alice', name: 'rfcs', isPrivate: false, url: 'https://github.com/alice/rfcs' };
    expect(forgetInEntry(aLogEntry({ repository }), onePerson(alice)).repository).toEqual(repository);
  });

  it.each([
    ['@alice, @bob', 'former-participant, @bob'],
    ['dri.2.11.alice.awaiting-review.pool', 'dri.2.0.former-participant.awaiting-review.pool'],
    ['principle.small-steps.1.1x2y3z.11.alice.changed', 'principle.small-steps.1.1x2y3z.0.former-participant.changed'],
    ['dri.11.12.alice.pool 11.alicea', 'dri.11.12.alice.pool 11.alicea'],
    ['_thanks to @alice_, @Alice.', '_thanks to former-participant_, former-participant.'],
    ['@alice-smith @alice_x @alice\\_x @alice/team @alice\\_x/team', '@alice-smith @alice_x @alice\\_x @alice/team @alice\\_x/team'],
  ])('reads %j as %j', (text, expected) => {
    expect(forgetInText(text, onePerson(alice))).toBe(expected);
  });

  it('knows a name with a dash as Markdown escapes it', () => {
    expect(forgetInText('@\u200ba\\_b and @a-b', onePerson({ id: 5, login: 'a_b' }))).toBe('former-participant and @a-b');
  });

  it('names them nowhere afterwards, whatever was written', () => {
    fc.assert(
      fc.property(strangeEntry, (entry) => {
        const text = JSON.stringify(forgetIn(entry, onePerson(alice)));
        expect(text).not.toMatch(/"id":11,|"by":11\b|"login":"alice"/);
        expect(text).not.toMatch(/@\u200b?alice(?![\w/-])/i);
      }),
      { numRuns: 100 },
    );
  });
});

describe('one of Unpause’s comments', () => {
  const record: Record = {
    ...newRecord('2026-03-01T11:00:00Z'),
    owners: ['alice', 'bob'],
    ownerIds: [alice, bob],
    passed: [alice.id, bob.id],
    voices: [{ by: alice, stance: 'support', at: '2026-03-03T11:00:00Z', source: source(alice.id) }],
  };
  const body = `<!-- unpause:status -->\nHeard: @\u200balice and @\u200bbob.\n${renderRecordLine(record, aSeal)}`;

  it('is rewritten with its record, signed anew', () => {
    const rewritten = forgetInComment(body, alice, aSeal) ?? '';
    expect(rewritten).toContain('Heard: former-participant and @\u200bbob.\n');
    expect(recordAsItStands(rewritten)).toEqual({
      ...record,
      owners: ['former-participant', 'bob'],
      ownerIds: [former, bob],
      passed: [bob.id],
      voices: [{ by: former, stance: 'support', at: '2026-03-03T11:00:00Z', source: source(0) }],
    });
    expect(rewritten.split('\n').at(-1)).toBe(renderRecordLine(recordAsItStands(rewritten) ?? record, aSeal));
    expect(forgetInComment(rewritten, alice, aSeal)).toBe(rewritten);
  });

  it('is rid of the name that its record knows them by', () => {
    const renamed = `<!-- unpause:status -->\nHeard: @\u200balice-old.\n${renderRecordLine({ ...record, ownerIds: [{ id: alice.id, login: 'alice-old' }] }, aSeal)}`;
    expect(forgetInComment(renamed, alice, aSeal)).toContain('Heard: former-participant.\n');
  });

  it('keeps its signature where its record does not name them', () => {
    expect(forgetInComment(body, { id: 13, login: 'carol' }, aSeal)).toBe(body);
  });

  it('is left alone where its record cannot be read, or is not ours', () => {
    expect(forgetInComment(body, alice, () => 'another seal')).toBeNull();
    expect(forgetInComment('<!-- unpause:status -->\n<!-- unpause:record {"record":{"version":99},"seal":"x"} -->', alice, aSeal)).toBeNull();
  });

  it('says as data what it says as a record', () => {
    expect(JSON.stringify(forgetIn(encodeRecord(record), onePerson(alice)))).not.toContain('alice');
  });
});
