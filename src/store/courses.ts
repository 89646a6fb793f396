/** The course of each RFC that was decided or closed: derived from the timeline, so that a sweep makes them anew. */
import type { Course } from '../decision/course.ts';
import type { RfcCourse } from '../decision/vitality/facts.ts';
import type { RfcId } from './rfc-index.ts';
import type { Database } from './tables.ts';
import { isVisible, type Visible } from './visible.ts';

/** Keeps the course of an RFC in place of an earlier one. `settledAt` is when it was decided last, or closed. */
export async function keepCourse(database: Database, { repositoryId, number }: RfcId, { course, settledAt }: { course: Course; settledAt: Date }): Promise<void> {
  const columns = { settled_at: settledAt, course: JSON.stringify(course) };
  await database
    .insertInto('course')
    .values({ repository_id: repositoryId, number, ...columns })
    .onConflict((conflict) => conflict.columns(['repository_id', 'number']).doUpdateSet(columns))
    .execute();
}

export async function hasCourse(database: Database, { repositoryId, number }: RfcId): Promise<boolean> {
  const row = await database.selectFrom('course').select('number').where('repository_id', '=', repositoryId).where('number', '=', number).executeTakeFirst();
  return row !== undefined;
}

export interface CourseFilter {
  /** The repositories that may be seen: nothing of any other is found. */
  repositories: Visible;
  /** Settled at this moment or later. */
  from: Date;
}

/** So many at a time: between them others get their answers. */
const pageSize = 2_000;

/** All that is found, in the order in which they were settled. */
export async function* streamCourses(database: Database, { repositories, from }: CourseFilter): AsyncGenerator<RfcCourse, void, undefined> {
  if (repositories !== 'all' && repositories.length === 0) return;
  let after = { settledAt: from, repositoryId: -1, number: -1 };
  for (;;) {
    const { settledAt, repositoryId, number } = after;
    const rows = await database
      .selectFrom('course')
      .selectAll()
      .where(isVisible('repository_id', repositories))
      .where((where) => where(where.refTuple('settled_at', 'repository_id', 'number'), '>', where.tuple(settledAt, repositoryId, number)))
      .orderBy('settled_at')
      .orderBy('repository_id')
      .orderBy('number')
      .limit(pageSize)
      .execute();
    for (const row of rows) yield { ...row.course, repository: row.repository_id, number: row.number };
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = { settledAt: last.settled_at, repositoryId: last.repository_id, number: last.number };
  }
}
