/** Reckons the course of an RFC once it has come to an end, and not at every look. */
import { courseOf, settledAt } from '../decision/course.ts';
import { isSettled } from '../decision/decided.ts';
import { encodeRecord, type Record } from '../decision/record.ts';
import type { Snapshot } from '../decision/snapshot.ts';
import type { LookMemory } from './look-memory.ts';
import type { Place } from './open-place.ts';

export interface CourseSeen {
  snapshot: Snapshot;
  /** Null for what is no RFC, or was left alone. */
  record: Record | null;
  /** The record's copy so far. */
  known: Record | null;
}

export interface CoursePlace extends Pick<Place, 'rules' | 'now'> {
  repository: Pick<Place['repository'], 'id'>;
  memory: Pick<LookMemory, 'hasCourse' | 'keepCourse'>;
}

/** Before the record's copy is kept: should this be cut off, the next look finds the record new, and does it again. */
export async function noteCourse({ snapshot, record, known }: CourseSeen, { memory, repository, rules, now }: CoursePlace): Promise<void> {
  if (record === null || !rules.inForce.isConfigured || !isSettled(snapshot, record)) return;
  const id = { repositoryId: repository.id, number: snapshot.rfc.number };
  const isKnown = known !== null && JSON.stringify(encodeRecord(known)) === JSON.stringify(encodeRecord(record));
  if (isKnown && (await memory.hasCourse(id))) return;
  const sources = { snapshot, record, config: rules.config, now: now() };
  await memory.keepCourse(id, { course: courseOf(sources), settledAt: settledAt(sources) });
}
