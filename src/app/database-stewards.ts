/** What the App's database knows for a look at how a repository decides. */
import { keepReviews } from '../store/principle-reviews.ts';
import { readTensions } from '../store/reported-tensions.ts';
import type { Database } from '../store/tables.ts';
import { type Chat, databaseChat } from './database-chat.ts';
import type { Place } from './open-place.ts';
import type { StewardMemory } from './steward-memory.ts';
import { tensionsIn } from './tensions-in.ts';

export function databaseStewards(database: Database, { repository, now, log }: Place, chat: Chat | null): StewardMemory {
  return {
    issuesSince: null,
    async tensions(since) {
      const kept = await readTensions(database, repository.id);
      return kept.flatMap((rfc) => tensionsIn(rfc, { repository, since }));
    },
    decisions: async () => await Promise.resolve([]),
    elsewhere: async () => await Promise.resolve([]),
    open: async () => await Promise.resolve([]),
    chat: chat === null ? null : databaseChat(database, chat, { repository, now, log }),
    keepReviews: async (reviews) => {
      await keepReviews(database, repository.id, reviews);
    },
  };
}
