import { describe, expect, it } from '@jest/globals';
import { newRecord } from '../../src/decision/record.ts';
import { storyOf } from '../../src/decision/story.ts';
import { alice, aLogEntry, bob, carol } from '../support/a-log-entry.ts';

const source = { in: 'comment', id: 1, by: alice.id, hash: '0f' } as const;
const now = new Date('2026-04-01T00:00:00Z');
const begun = { openedAt: '2026-03-02T10:00:00Z', author: bob, entries: [], now };

describe('storyOf', () => {
  it('begins with who opened it, also where nothing else is known', () => {
    expect(storyOf({ ...begun, record: null })).toMatchObject({ from: begun.openedAt, until: begun.openedAt, parts: [{ what: 'opened', by: bob, at: begun.openedAt }] });
  });

  it('begins with what the record tells where nobody kept when it was opened', () => {
    const voice = { by: bob, stance: 'support' as const, at: '2026-03-05T10:00:00Z', source };
    expect(storyOf({ ...begun, openedAt: null, record: { ...newRecord('2026-03-04T00:00:00Z'), voices: [voice] } })).toMatchObject({ from: voice.at, until: voice.at, parts: [{ what: 'support' }] });
    expect(storyOf({ ...begun, openedAt: null, record: newRecord('2026-03-04T00:00:00Z') })).toEqual({ from: '2026-03-04T00:00:00Z', until: '2026-03-04T00:00:00Z', parts: [] });
  });

  it('tells all that the record knows, in the order in which it happened', () => {
    const record = {
      ...newRecord('2026-03-02T10:00:00Z'),
      wordings: [{ hash: 'a', at: '2026-03-02T10:00:00Z', editorial: null }, { hash: 'b', at: '2026-03-05T10:00:00Z', editorial: null }],
      period: { n: 1, rung: 'consent', domain: null, zone: 'local', entitled: [], teams: [], from: '2026-03-03T09:00:00Z', until: '2026-03-10T17:00:00Z', last: '2026-03-20T17:00:00Z', more: '2 working-days', quorum: 0, extensions: [{ because: 'changed', at: '2026-03-09T10:00:00Z', until: '2026-03-25T10:00:00Z' }] },
      objections: [{ by: carol, why: 'Too fast', isBinding: true, at: '2026-03-04T10:00:00Z', source, answered: null, withdrawnAt: null, setAside: { by: alice, why: 'It can be undone', at: '2026-03-06T10:00:00Z', source } }],
      voices: [{ by: bob, stance: 'support', at: '2026-03-05T11:00:00Z', source }],
      terms: [{ n: 1, holder: bob, step: 'drifting', scope: null, how: 'taken', startedAt: '2026-03-03T08:00:00Z', dueAt: '2026-03-08T08:00:00Z', activeAt: null, source, ended: { at: '2026-03-07T10:00:00Z', how: 'done', note: null, source } }],
      waits: [{ kind: 'hold', by: carol, from: '2026-03-03T10:00:00Z', until: '2026-03-04T09:00:00Z', why: 'Thinking', source }],
      decisions: [{ n: 1, outcome: 'accept', by: alice, owner: alice, why: 'Yes', at: '2026-03-11T10:00:00Z', source, texts: [], confirmed: null, reopened: { at: '2026-03-12T10:00:00Z', by: alice, why: 'News', source }, under: null, reviewed: { outcome: 'kept', by: alice, why: 'It held', at: '2026-03-30T10:00:00Z', source } }],
    } satisfies Parameters<typeof storyOf>[0]['record'];
    const { from, until, parts } = storyOf({ ...begun, record });
    expect(parts.map(({ what }) => what)).toEqual(['opened', 'term', 'period', 'hold', 'objection', 'reworded', 'support', 'accept', 'reopened', 'outcome']);
    expect(parts.find(({ what }) => what === 'period')?.until).toBe('2026-03-20T17:00:00Z');
    expect(parts.find(({ what }) => what === 'objection')?.until).toBe('2026-03-06T10:00:00Z');
    expect([from, until]).toEqual([begun.openedAt, '2026-03-30T10:00:00Z']);
  });

  it('goes on until now while something does', () => {
    const record = { ...newRecord('2026-03-02T10:00:00Z'), objections: [{ by: carol, why: 'Too fast', isBinding: true, at: '2026-03-04T10:00:00Z', source, answered: null, withdrawnAt: null, setAside: null }] };
    expect(storyOf({ ...begun, record }).until).toBe(now.toISOString());
  });

  it('knows of a merge that nobody decided from the log', () => {
    const entry = aLogEntry({ n: 0, result: 'merged-without-decision', outcome: null, by: null, at: '2026-03-09T10:00:00Z' });
    expect(storyOf({ ...begun, record: null, entries: [entry] }).parts.at(-1)).toMatchObject({ what: 'merged', at: '2026-03-09T10:00:00Z' });
  });
});
