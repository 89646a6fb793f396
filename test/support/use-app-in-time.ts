/** The App in a town with a clock, for all tests of a `describe`, on a database of its own. */
import { afterAll, beforeAll } from '@jest/globals';
import { anAppInTime, type AppInTime } from './app-in-time.ts';
import type { TestDatabase, TestDatabases } from './databases.ts';

export interface UsedAppInTime extends AppInTime {
  database: () => TestDatabase;
  /** Goes on with an empty database; what the App knew is gone. */
  loseDatabase: () => Promise<void>;
}

export function useAppInTime(kind: TestDatabases, parts: Parameters<typeof anAppInTime>[1] = {}): UsedAppInTime {
  let place: { database: TestDatabase; time: AppInTime } | null = null;
  const here = () => {
    if (place === null) throw new Error('no test is running');
    return place;
  };
  beforeAll(async () => {
    await kind.start();
    const database = await kind.create();
    place = { database, time: await anAppInTime(database, parts) };
  });
  afterAll(async () => {
    const { time, database } = here();
    await time.close();
    await database.remove();
  });
  return {
    get town() {
      return here().time.town;
    },
    app: () => here().time.app(),
    now: () => here().time.now(),
    pass: async (milliseconds) => { await here().time.pass(milliseconds); },
    until: async (moment) => { await here().time.until(moment); },
    morning: async () => { await here().time.morning(); },
    sweep: async (repo) => { await here().time.sweep(repo); },
    settle: async () => { await here().time.settle(); },
    moveTo: async (database) => { await here().time.moveTo(database); },
    close: async () => { await here().time.close(); },
    database: () => here().database,
    loseDatabase: async () => {
      const { time, database: former } = here();
      const database = await kind.create();
      await time.moveTo(database);
      await former.remove();
      place = { database, time };
    },
  };
}
