/** Takes out of the database what nobody asks for any more. */
import { pruneChatPosts } from '../store/chat-posts.ts';
import { pruneClicks } from '../store/clicks.ts';
import { pruneReports } from '../store/document-reports.ts';
import { pruneAnswers } from '../store/etags.ts';
import type { Log } from '../store/log.ts';
import { pruneMomentum } from '../store/momentum.ts';
import { forgetRefused } from '../store/repositories.ts';
import { pruneSessions } from '../store/sessions.ts';
import type { Database } from '../store/tables.ts';
import { repeat, type Repetition } from './repeat.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Far longer than GitHub redelivers: a click that comes again by then is known. */
const clicksKeptFor = 30 * day;
/** A digest is of one week, so that nothing older is asked for. */
const chatPostsKeptFor = 90 * day;
/** A document that nobody looked at for so long is linted again. */
const reportsKeptFor = 30 * day;

/** Time enough to take back what was done by mistake, or to mend a permission. */
const refusedKeptFor = 30 * day;

/** Tidies at once and every hour. */
export function startTidying(database: Database, { log, now }: { log: Log; now: () => Date }): Repetition {
  const before = (age: number) => new Date(now().getTime() - age);
  const tidy = async () => {
    await pruneAnswers(database, now());
    await pruneChatPosts(database, before(chatPostsKeptFor));
    await pruneClicks(database, before(clicksKeptFor));
    await pruneReports(database, before(reportsKeptFor));
    await pruneMomentum(database, now());
    const forgotten = await forgetRefused(database, before(refusedKeptFor));
    if (forgotten.length > 0) log.info({ repositories: forgotten }, 'repositories out of reach are forgotten');
    // By real time, as they were begun.
    await pruneSessions(database, new Date());
  };
  return repeat(tidy, {
    pauseAfter: () => hour,
    onError: (error) => {
      log.error({ err: error }, 'could not tidy the database; it only grows until the next time');
    },
  });
}
