/** What was sent to a chat. A chat cannot be asked what it has, so that each message is claimed here before it is sent. */
import { sql } from 'kysely';
import type { ChatPostTable, Database } from './tables.ts';

export interface ChatMessage {
  repositoryId: number;
  /** The mark of what is said: each is sent once. */
  event: string;
}

/** The marks of what was sent or given up, or may have been sent. */
export async function settledPosts(database: Database, repositoryId: number): Promise<string[]> {
  const rows = await database.selectFrom('chat_post').select('event').where('repository_id', '=', repositoryId).where('state', '!=', 'refused').execute();
  return rows.map(({ event }) => event);
}

/** Takes a message to send it; gives which attempt it is, from 1, or null where somebody else sent it or is at it. */
export async function claimPost(database: Database, { repositoryId, event }: ChatMessage, at: Date): Promise<number | null> {
  const claimed = await database
    .insertInto('chat_post')
    .values({ repository_id: repositoryId, event, state: 'sending', attempts: 1, tried_at: at, reason: null })
    .onConflict((conflict) =>
      conflict
        .columns(['repository_id', 'event'])
        .doUpdateSet({ state: 'sending', attempts: sql<number>`chat_post.attempts + 1`, tried_at: at })
        .where('chat_post.state', '=', 'refused'),
    )
    .returning('attempts')
    .executeTakeFirst();
  return claimed?.attempts ?? null;
}

/** What became of it; `reason` where it was not sent. */
export async function settlePost(database: Database, { repositoryId, event }: ChatMessage, { state, reason }: { state: Exclude<ChatPostTable['state'], 'sending'>; reason: string | null }): Promise<void> {
  await database.updateTable('chat_post').set({ state, reason }).where('repository_id', '=', repositoryId).where('event', '=', event).execute();
}

/** Forgets what was sent before a moment: nobody asks for an old week's any more. */
export async function pruneChatPosts(database: Database, before: Date): Promise<void> {
  await database.deleteFrom('chat_post').where('tried_at', '<', before).execute();
}
