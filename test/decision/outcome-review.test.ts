import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/parse.ts';
import type { Config } from '../../src/config/schema.ts';
import { outcomeCall, reviewFrom, withReviewDay } from '../../src/decision/outcome-review.ts';
import { reconcile } from '../../src/decision/reconcile.ts';
import type { Decision, Record } from '../../src/decision/record-schema.ts';
import type { OwnComment, Snapshot } from '../../src/decision/snapshot.ts';
import { rules } from '../../src/rules/registry.ts';
import { alice, aRecord, aSource, bob, everybody, named } from '../support/a-command-context.ts';
import { aDocument, aSnapshot, anUnreadDocument, workdays, type SnapshotParts } from '../support/a-snapshot.ts';

const decision: Decision = { n: 2, outcome: 'accept', by: named(alice), owner: named(alice), why: 'Yes.', at: '2026-03-02T10:00:00Z', source: aSource(alice, 50), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null };
const reviewed: Decision['reviewed'] = { outcome: 'kept', by: named(alice), why: 'It held.', at: '2026-12-01T12:00:00Z', source: aSource(alice, 51) };
const reopened: Decision['reopened'] = { at: '2026-03-03T12:00:00Z', by: named(alice), why: 'News.', source: aSource(alice, 52) };

function text(review: string): string {
  return `# Rotate keys\n\n**Decision Owner**: @alice\n**Outcome review**: ${review}\n`;
}

function configOf(yaml: string): Config {
  const parsed = parseConfig(yaml, { rules });
  if (!parsed.ok) throw new Error(parsed.mistakes.map(({ message }) => message).join('; '));
  return parsed.config;
}

const bare = configOf('');
const halfAYear = configOf('decision: {review-after: 6 months}');

function dayOf({ documents, decisions = [decision], config = bare, known = null }: { documents: Snapshot['documents']; decisions?: Decision[]; config?: Config; known?: string | null }): string | null {
  return withReviewDay(aRecord({ decisions, reviewOn: known }), aSnapshot({ documents }), config).reviewOn;
}

const noDate = [aDocument({ text: '# Rotate keys\n\n**Decision Owner**: @alice\n' })];
const dated = [aDocument({ text: text('2026-12-01') })];

describe('withReviewDay', () => {
  it.each<[string, Parameters<typeof dayOf>[0], string | null]>([
    ['takes the day that the document names', { documents: dated }, '2026-12-01'],
    ['takes it before the one of the config', { documents: dated, config: halfAYear }, '2026-12-01'],
    ['takes the earliest of several documents', { documents: [aDocument({ text: text('2027-01-01') }), ...dated] }, '2026-12-01'],
    ['reads a date that is written otherwise', { documents: [aDocument({ text: text('1 December 2026') })] }, '2026-12-01'],
    ['takes so long after the decision as the config says', { documents: noDate, config: halfAYear }, '2026-09-02'],
    ['names none where neither says so', { documents: noDate }, null],
    ['names none for what is no date', { documents: [aDocument({ text: text('some day') })] }, null],
    ['names none before there is a decision', { documents: dated, decisions: [] }, null],
    ['names none once it was opened again', { documents: dated, decisions: [{ ...decision, reopened }], known: '2026-12-01' }, null],
    ['names none for a deferral', { documents: dated, decisions: [{ ...decision, outcome: 'defer' }] }, null],
    ['keeps the day that it knew of a document that cannot be read now', { documents: [anUnreadDocument()], known: '2026-12-01', config: halfAYear }, '2026-12-01'],
    ['follows the document', { documents: dated, known: '2027-01-01' }, '2026-12-01'],
  ])('%s', (_, parts, expected) => {
    expect(dayOf(parts)).toBe(expected);
  });
});

describe('reviewFrom', () => {
  it.each<[string, Partial<Record>, string, string | null]>([
    ['is when that day begins', { decisions: [decision], reviewOn: '2026-12-01' }, 'UTC', '2026-12-01T00:00:00.000Z'],
    ['is when it begins where people work', { decisions: [decision], reviewOn: '2026-12-01' }, 'Europe/Berlin', '2026-11-30T23:00:00.000Z'],
    ['is never where no day is named', { decisions: [decision] }, 'UTC', null],
    ['is never once it is known how it turned out', { decisions: [{ ...decision, reviewed }], reviewOn: '2026-12-01' }, 'UTC', null],
  ])('%s', (_, record, timezone, expected) => {
    expect(reviewFrom(aRecord(record), { ...workdays, timezone })?.toISOString() ?? null).toBe(expected);
  });
});

const record = aRecord({ owners: ['alice'], decisions: [decision], reviewOn: '2026-12-01' });
const told: OwnComment = { id: 1, body: '<!-- unpause:status -->\nAll is well.', createdAt: '2026-03-02T10:00:00Z', url: 'https://github.com/acme/rfcs/pull/7#issuecomment-1' };

function merged(parts: SnapshotParts = {}): Snapshot {
  return aSnapshot({ documents: dated, people: everybody, rfc: { isOpen: false, isMerged: true }, comments: [told], record: { kind: 'sound', record }, ...parts });
}

const asksAlice = { kind: 'outcome', event: 'outcome.2', asked: [alice], decision, reviewOn: '2026-12-01' };

describe('outcomeCall', () => {
  it.each<[string, { at: string; parts?: SnapshotParts; known?: Record }, unknown]>([
    ['asks the owner on the day', { at: '2026-12-01T10:00:00Z' }, asksAlice],
    ['asks nobody the day before', { at: '2026-11-30T10:00:00Z' }, null],
    ['asks who owns it by then', { at: '2026-12-01T10:00:00Z', parts: { documents: [aDocument({ text: text('2026-12-01').replace('alice', 'bob') })] } }, { ...asksAlice, asked: [bob] }],
    ['asks who decided where nobody is named any more', { at: '2026-12-01T10:00:00Z', parts: { documents: [anUnreadDocument()] } }, asksAlice],
    ['asks nobody who has said it', { at: '2026-12-01T10:00:00Z', known: { ...record, decisions: [{ ...decision, reviewed }] } }, null],
  ])('%s', (_, { at, parts, known = record }, expected) => {
    expect(outcomeCall({ snapshot: merged(parts), record: known, now: new Date(at) })).toEqual(expected);
  });
});

describe('a look at a closed RFC', () => {
  const kinds = (at: string, parts: SnapshotParts = {}) => {
    const plan = reconcile(merged(parts), bare, new Date(at));
    return { calls: plan.effects.flatMap((effect) => (effect.kind === 'call' ? [effect.call.kind] : [])), wakeAt: plan.wakeAt };
  };

  it('comes back on the day that is set for its outcome', () => {
    expect(kinds('2026-03-03T10:00:00Z')).toEqual({ calls: [], wakeAt: '2026-12-01T00:00:00.000Z' });
  });

  it('asks in working hours', () => {
    expect(kinds('2026-12-01T00:00:00Z')).toEqual({ calls: [], wakeAt: '2026-12-01T09:00:00.000Z' });
    expect(kinds('2026-12-01T09:00:00Z').calls).toEqual(['outcome']);
  });

  it('asks once', () => {
    const asked: OwnComment = { ...told, id: 2, body: '<!-- unpause:event outcome.2 -->\n@alice, how did it turn out?' };
    expect(kinds('2026-12-02T10:00:00Z', { comments: [told, asked] })).toEqual({ calls: [], wakeAt: null });
  });
});
