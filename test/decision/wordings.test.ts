import { describe, expect, it } from '@jest/globals';
import type { Record } from '../../src/decision/record-schema.ts';
import { changesUpTo, lastChangeAt, withWording, wordingIn } from '../../src/decision/wordings.ts';
import { alice, aRecord, aSource, bob, named } from '../support/a-command-context.ts';
import { aDocument, anIssue, anUnreadDocument, aSnapshot, headSha } from '../support/a-snapshot.ts';
import { on, pushed } from '../support/some-acts.ts';

const first = aDocument({ text: 'One text.' });
const other = aDocument({ text: 'Another text.' });
const spaced = aDocument({ text: 'One\n\n  text.\t' });
const byAlice = { by: named(alice), why: 'A typo.', at: on('03-03T10:00'), source: aSource(alice) };

function recordAfter(days: readonly (readonly [string, typeof first])[], record = aRecord({ heads: [] })): Record {
  return days.reduce((known, [day, document]) => withWording(known, aSnapshot({ rfc: anIssue, documents: [document] }), new Date(on(`${day}T10:00`))), record);
}

describe('wordingIn', () => {
  it('tells texts apart, but for their white space', () => {
    const [one, same, another] = [first, spaced, other].map((document) => wordingIn({ documents: [document] }));
    expect(one).toBe(same);
    expect(one).not.toBe(another);
  });

  it('is that of all documents, in whatever order', () => {
    const both = wordingIn({ documents: [first, other] });
    expect(both).toBe(wordingIn({ documents: [other, first] }));
    expect(both).not.toBe(wordingIn({ documents: [first] }));
  });

  it.each([['there is no document', []], ['one could not be read', [first, anUnreadDocument()]]])('is not known where %s', (_, documents) => {
    expect(wordingIn({ documents })).toBeNull();
  });
});

describe('withWording', () => {
  it('keeps what it saw first, and every change, with its moment', () => {
    const { wordings } = recordAfter([['03-02', first], ['03-03', spaced], ['03-04', other], ['03-05', first]]);
    expect(wordings.map(({ at }) => at)).toEqual([on('03-02T10:00'), on('03-04T10:00'), on('03-05T10:00')]);
  });

  it('dates a change by when its commit was first seen', () => {
    const snapshot = aSnapshot({ documents: [other], acts: [pushed(bob, '03-03T09:00', headSha)] });
    const record = withWording(recordAfter([['03-02', first]]), snapshot, new Date(on('03-04T10:00')));
    expect(record.wordings.at(-1)?.at).toBe(on('03-03T09:00'));
  });

  it('dates what an old commit brings back by when that was seen', () => {
    const snapshot = aSnapshot({ documents: [first], acts: [pushed(bob, '03-02T09:00', headSha)] });
    const record = withWording(recordAfter([['03-02', first], ['03-03', other]]), snapshot, new Date(on('03-04T10:00')));
    expect(record.wordings.at(-1)?.at).toBe(on('03-04T10:00'));
  });

  it('keeps the first and the last ones of many, editorial ones before the others go', () => {
    const days = Array.from({ length: 20 }, (_, day) => [`03-${String(day + 2).padStart(2, '0')}`, aDocument({ text: `Text ${day}.` })] as const);
    const dates = recordAfter(days).wordings.map(({ at }) => at.slice(5, 10));
    expect(dates).toEqual(['03-02', '03-15', '03-16', '03-17', '03-18', '03-19', '03-20', '03-21']);
    const eight = recordAfter(days.slice(0, 8));
    const marked = { ...eight, wordings: eight.wordings.map((wording, index) => (index < 7 ? wording : { ...wording, editorial: byAlice })) };
    expect(recordAfter(days.slice(8, 9), marked).wordings.map(({ at }) => at.slice(5, 10))).toEqual(['03-02', '03-03', '03-04', '03-05', '03-06', '03-07', '03-08', '03-10']);
  });
});

describe('the changes of a text', () => {
  const record = recordAfter([['03-02', first], ['03-03', other], ['03-04', first]]);

  it.each([
    ['none where it is as it was first seen', '03-02T12:00', null],
    ['those up to a moment', '03-03T12:00', on('03-03T10:00')],
    ['the last of several', '03-05T10:00', on('03-04T10:00')],
  ])('are %s', (_, moment, expected) => {
    expect(lastChangeAt(record, new Date(on(moment)))).toBe(expected);
  });

  it('are not those that are editorial', () => {
    const [one, second, third] = record.wordings;
    if (one === undefined || second === undefined || third === undefined) throw new Error('three wordings');
    const marked = { wordings: [one, second, { ...third, editorial: byAlice }] };
    expect(changesUpTo(marked, new Date(on('03-09T10:00')))).toEqual([second]);
  });
});
