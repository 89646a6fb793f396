import { describe, expect, it } from '@jest/globals';
import { noteCourse, type CoursePlace, type CourseSeen } from '../../src/app/note-course.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import type { Course } from '../../src/decision/course.ts';
import type { Decision } from '../../src/decision/record-schema.ts';
import { aRecord, aSource, bob, carol, everybody, named } from '../support/a-command-context.ts';
import { aDocument, aSnapshot } from '../support/a-snapshot.ts';
import { did, on } from '../support/some-acts.ts';

const decision: Decision = { n: 1, outcome: 'accept', by: named(carol), owner: named(carol), why: 'Yes.', at: on('03-05T00:00'), source: aSource(carol), texts: ['b'.repeat(40)], confirmed: null, reopened: null, under: null, reviewed: null };
const snapshot = aSnapshot({ people: everybody, documents: [aDocument({ text: '# Keys\n\n**Decision Owner**: @carol\n' })], rfc: { author: bob, createdAt: on('03-02T00:00') } });
const closed = { ...snapshot, rfc: { ...snapshot.rfc, isOpen: false }, acts: [did('closed', bob, '03-04T00:00')] };
const open = aRecord();
const decided = aRecord({ decisions: [decision] });

/** What was kept after some looks, in order. */
async function keptAfter(looks: readonly CourseSeen[], isConfigured = true): Promise<{ settledAt: string; stretches: number }[]> {
  const kept: { settledAt: string; stretches: number }[] = [];
  const place: CoursePlace = {
    repository: { id: 1 },
    rules: { inForce: { ...snapshot.rules, isConfigured }, config: defaultConfig, hash: '', files: { text: '', inherited: [], unread: [] } },
    now: () => new Date(on('03-06T00:00')),
    memory: {
      hasCourse: async () => await Promise.resolve(kept.length > 0),
      keepCourse: async (_id: unknown, { course, settledAt }: { course: Course; settledAt: Date }) => {
        kept.push({ settledAt: settledAt.toISOString(), stretches: course.stretches.length });
        await Promise.resolve();
      },
    },
  };
  for (const look of looks) await noteCourse(look, place);
  return kept;
}

describe('noteCourse', () => {
  it.each<[string, CourseSeen[], string[]]>([
    ['nothing while it is open', [{ snapshot, record: open, known: null }, { snapshot, record: open, known: open }], []],
    ['once, as it is decided', [{ snapshot, record: open, known: null }, { snapshot, record: decided, known: open }, { snapshot, record: decided, known: decided }], ['2026-03-05T00:00:00.000Z']],
    ['as it is closed without a decision', [{ snapshot: closed, record: open, known: open }], ['2026-03-04T00:00:00.000Z']],
    ['again where the database has lost it', [{ snapshot, record: decided, known: decided }], ['2026-03-05T00:00:00.000Z']],
    ['again as something becomes known of it', [{ snapshot, record: decided, known: open }, { snapshot, record: { ...decided, passed: [14] }, known: decided }], ['2026-03-05T00:00:00.000Z', '2026-03-05T00:00:00.000Z']],
    ['nothing of what is no RFC', [{ snapshot: closed, record: null, known: null }], []],
  ])('keeps %s', async (_, looks, expected) => {
    expect((await keptAfter(looks)).map(({ settledAt }) => settledAt)).toEqual(expected);
  });

  it('keeps nothing where nobody switched Unpause on', async () => {
    expect(await keptAfter([{ snapshot, record: decided, known: open }], false)).toEqual([]);
  });

  it('reckons what the RFC waited for', async () => {
    expect(await keptAfter([{ snapshot, record: decided, known: open }])).toEqual([{ settledAt: '2026-03-05T00:00:00.000Z', stretches: 1 }]);
  });
});
