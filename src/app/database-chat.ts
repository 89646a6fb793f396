/** Messages to the operator's chat, each claimed in the database before it is sent: at most once, and not for ever. */
import { claimPost, settledPosts, settlePost } from '../store/chat-posts.ts';
import { dropDeadLetters, keepDeadLetter } from '../store/dead-letters.ts';
import type { Log } from '../store/log.ts';
import type { Database } from '../store/tables.ts';
import { chatKindOf, type SendToChat } from './chat.ts';
import type { ChatMemory } from './steward-memory.ts';

/** The chat that the operator set. */
export interface Chat {
  /** A secret. */
  address: string;
  send: SendToChat;
}

export interface ChatPlace {
  id: number;
  owner: string;
  name: string;
}

/** What the chat refuses is tried again by so many looks in all. */
const mostAttempts = 3;

export function databaseChat(database: Database, { address, send }: Chat, { repository, now, log }: { repository: ChatPlace; now: () => Date; log: Log }): ChatMemory {
  const { id: repositoryId, owner, name } = repository;
  // One for a repository: the next message that arrives takes it away.
  const key = `${owner}/${name} chat`.toLowerCase();
  return {
    settled: async () => await settledPosts(database, repositoryId),
    async post(event, bodies) {
      const message = { repositoryId, event };
      const attempt = await claimPost(database, message, now());
      if (attempt === null) return null;
      const { isSent, mayTryAgain, reason } = await send(address, bodies[chatKindOf(address)]);
      if (isSent) {
        await settlePost(database, message, { state: 'sent', reason: null });
        await dropDeadLetters(database, [key]);
        return { kind: 'sent' };
      }
      const kind = mayTryAgain && attempt < mostAttempts ? 'refused' : 'given-up';
      await settlePost(database, message, { state: kind, reason });
      log.warn({ repository: `${owner}/${name}`, message: event, reason, attempt }, kind === 'refused' ? 'the chat did not take a message; the next look tries again' : 'a message to the chat was given up');
      if (kind === 'given-up') await keepDeadLetter(database, { key, reason: `${event}: ${reason}`, attempts: attempt, failedAt: now(), data: { event } });
      return { kind, reason };
    },
  };
}
