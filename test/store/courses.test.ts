import { describe, expect, it } from '@jest/globals';
import type { Course } from '../../src/decision/course.ts';
import type { RfcCourse } from '../../src/decision/vitality/facts.ts';
import { hasCourse, keepCourse, streamCourses, type CourseFilter } from '../../src/store/courses.ts';
import { forgetPerson } from '../../src/store/forget-person.ts';
import { forgetRefused, refuseRepository, saveRepository } from '../../src/store/repositories.ts';
import type { Database } from '../../src/store/tables.ts';
import { databases, useStore } from '../support/databases.ts';

const settledAt = new Date('2026-11-21T12:00:00Z');
const course: Course = {
  domain: 'api',
  stretches: [{ kind: 'drifting', from: '2026-11-02T00:00:00Z', until: '2026-11-03T00:00:00Z', days: 1 }],
  firstAnswer: null,
  decisions: [{ n: 1, at: '2026-11-03T00:00:00Z', days: 1.5 }],
  terms: [{ holder: 11, startedAt: '2026-11-02T00:00:00Z', endedAt: null, ended: null, hasNote: false }],
  escalations: [],
};

async function found(database: Database, filter: Partial<CourseFilter> = {}): Promise<RfcCourse[]> {
  const courses: RfcCourse[] = [];
  for await (const each of streamCourses(database, { repositories: 'all', from: new Date(0), ...filter })) courses.push(each);
  return courses;
}

describe.each(databases)('courses on $name', (kind) => {
  const { database } = useStore(kind);

  it('gives back the last that was kept, once', async () => {
    const id = { repositoryId: 2 ** 52, number: 7 };
    expect(await hasCourse(database(), id)).toBe(false);
    await keepCourse(database(), id, { course: { ...course, domain: null }, settledAt });
    await keepCourse(database(), id, { course, settledAt });
    expect(await hasCourse(database(), id)).toBe(true);
    expect(await found(database())).toEqual([{ ...course, repository: 2 ** 52, number: 7 }]);
  });

  it('finds those of some repositories alone, and of none where there are none', async () => {
    for (const repositoryId of [1, 2, 3]) await keepCourse(database(), { repositoryId, number: 7 }, { course, settledAt });
    expect((await found(database(), { repositories: [3, 1] })).map(({ repository }) => repository)).toEqual([1, 3]);
    expect(await found(database(), { repositories: [] })).toEqual([]);
  });

  it('finds those that were settled from a moment on', async () => {
    for (const day of [1, 2, 3]) await keepCourse(database(), { repositoryId: 1, number: day }, { course, settledAt: new Date(Date.UTC(2026, 10, day)) });
    expect((await found(database(), { from: new Date(Date.UTC(2026, 10, 2)) })).map(({ number }) => number)).toEqual([2, 3]);
  });

  it('finds more than it reads at a time, each once', async () => {
    const rows = Array.from({ length: 4100 }, (_, index) => ({ repository_id: 1, number: index + 1, settled_at: settledAt, course: JSON.stringify(course) }));
    for (let at = 0; at < rows.length; at += 1000) await database().insertInto('course').values(rows.slice(at, at + 1000)).execute();
    expect(new Set((await found(database())).map(({ number }) => number)).size).toBe(4100);
  });

  it('forgets a person, and not the one whose id begins alike', async () => {
    const [term] = course.terms;
    const terms = [11, 110, 1].flatMap((holder) => (term === undefined ? [] : [{ ...term, holder }]));
    await keepCourse(database(), { repositoryId: 1, number: 7 }, { course: { ...course, terms }, settledAt });
    await forgetPerson(database(), { id: 11, login: 'alice' }, { at: settledAt, isDryRun: false });
    expect((await found(database()))[0]?.terms.map(({ holder }) => holder)).toEqual([0, 110, 1]);
  });

  it('forgets what belongs to a repository that is forgotten', async () => {
    for (const repositoryId of [1, 2]) await keepCourse(database(), { repositoryId, number: 7 }, { course, settledAt });
    await saveRepository(database(), { repositoryId: 1, owner: 'acme', name: 'rfcs', installation: 3 });
    await refuseRepository(database(), 1, { reason: 'GitHub answered 404', at: settledAt });
    await forgetRefused(database(), new Date(settledAt.getTime() + 1));
    expect((await found(database())).map(({ repository }) => repository)).toEqual([2]);
  });
});
