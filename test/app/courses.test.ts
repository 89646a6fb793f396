import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readVitality } from '../../src/app/read-vitality.ts';
import type { RfcCourse } from '../../src/decision/vitality/facts.ts';
import { streamCourses } from '../../src/store/courses.ts';
import { anAppInTime, type AppInTime } from '../support/app-in-time.ts';
import { databasesOfStories, type TestDatabase } from '../support/databases.ts';
import { aRepository, propose, quickConfig, write, type Scene } from '../support/rfc-scene.ts';

describe.each(databasesOfStories)('the course of an RFC, by the App on $name', (kind) => {
  let databases: TestDatabase[];
  let time: AppInTime;
  let scene: Scene;

  beforeAll(async () => {
    await kind.start();
    databases = [await kind.create(), await kind.create()];
    if (databases[0] === undefined) throw new Error('no database');
    time = await anAppInTime(databases[0]);
    await time.until('03-03T10:00');
    scene = propose(time.town, aRepository(time.town, quickConfig));
    time.town.standIn.world.requestReviewers({ repo: scene.repo, number: scene.number, by: 'bob', reviewers: ['dan'] });
    await time.settle();
    await time.until('03-04T10:00');
    write(scene, 'dan', 'This reads well to me.');
    await time.settle();
  });
  afterAll(async () => {
    await time.close();
    for (const database of databases) await database.remove();
  });

  async function courses(): Promise<RfcCourse[]> {
    const found: RfcCourse[] = [];
    for await (const course of streamCourses(time.app().service.database, { repositories: 'all', from: new Date(0) })) found.push(course);
    return found.filter(({ decisions }) => decisions.length > 0);
  }

  /** Each in short: `awaiting-review: 1`. */
  const stretchesOf = (course: RfcCourse | undefined): string[] => (course?.stretches ?? []).map(({ kind: waitedFor, days }) => `${waitedFor}: ${days}`);

  it('is kept once it is decided, and not before', async () => {
    expect(await courses()).toEqual([]);
    await time.until('03-06T10:00');
    write(scene, 'alice', '/decide accept All is heard.');
    await time.settle();
    const [course, ...others] = await courses();
    expect(others).toEqual([]);
    expect(course).toMatchObject({ number: scene.number, firstAnswer: { days: 1 }, decisions: [{ n: 1, days: 3 }] });
    expect(stretchesOf(course)).toEqual(['awaiting-review: 1', 'awaiting-decision: 2']);
  });

  it('is found again by a new database', async () => {
    const before = await courses();
    const [, empty] = databases;
    if (empty === undefined) throw new Error('no second database');
    await time.moveTo(empty);
    await time.sweep(scene.repo);
    expect(await courses()).toEqual(before);
  });

  it('is what the figures are reckoned from', async () => {
    const { findings } = await readVitality(time.app().service.database, { visible: 'all', every: 'month', now: time.now(), principles: async () => await Promise.resolve([]) });
    expect(Object.fromEntries(findings.map(({ figure, count }) => [figure.id, count]))).toMatchObject({ 'decision-latency': 1, 'pause-time': 2, 'first-answer': 1, 'named-owner': 1 });
  });
});
