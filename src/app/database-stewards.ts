/** What the App's database knows for a look at how a repository decides. */
import type { LogEntry } from '../decision/log/entry.ts';
import type { OpenRfc } from '../decision/stewards/facts.ts';
import { mattersSince } from '../decision/stewards/reach.ts';
import type { RfcCourse } from '../decision/vitality/facts.ts';
import type { GitHub } from '../github/client.ts';
import { orNull } from '../github/github-error.ts';
import { readRepository } from '../github/read-repository.ts';
import { unlessDenied } from '../github/unless-denied.ts';
import { streamCourses } from '../store/courses.ts';
import { findEntries, streamEntries } from '../store/find-entries.ts';
import { keepReviews } from '../store/principle-reviews.ts';
import { listRepositories } from '../store/repositories.ts';
import { readTensions } from '../store/reported-tensions.ts';
import { findOpen } from '../store/open-rfcs.ts';
import type { Database } from '../store/tables.ts';
import { type Chat, databaseChat } from './database-chat.ts';
import type { Place } from './open-place.ts';
import type { StewardMemory } from './steward-memory.ts';
import { tensionsIn } from './tensions-in.ts';

export function databaseStewards(database: Database, { github, repository, now, log }: Place, { installation, chat }: { installation: number; chat: Chat | null }): StewardMemory {
  return {
    issuesSince: null,
    async tensions(since) {
      const kept = await readTensions(database, repository.id);
      return kept.flatMap((rfc) => tensionsIn(rfc, { repository, since }));
    },
    decisions: async (since, past) => await readDecisions(database, repository.id, past ?? since),
    courses: async (_since, past) => await readCourses(database, repository.id, past),
    elsewhere: async (topics) => await publicOnly(github, await readElsewhere(database, { repositoryId: repository.id, installation }, topics)),
    open: async () => await readOpen(database, repository.id),
    chat: chat === null ? null : databaseChat(database, chat, { repository, now, log }),
    keepReviews: async (reviews) => {
      await keepReviews(database, repository.id, reviews);
    },
  };
}

/** All of the log is gone through, and little of it kept: only where a digest or a retrospective is due. */
async function readDecisions(database: Database, repositoryId: number, since: Date): Promise<LogEntry[]> {
  const found: LogEntry[] = [];
  for await (const entry of streamEntries(database, { repositories: [repositoryId] })) {
    if (mattersSince(entry, since)) found.push(entry);
  }
  return found;
}

/** So many topics are compared at most, and so many decisions on each. */
const mostTopics = 50;
const mostOnTopic = 20;

/** In the repositories of the same installation. */
async function readElsewhere(database: Database, { repositoryId, installation }: { repositoryId: number; installation: number }, topics: readonly string[]): Promise<LogEntry[]> {
  const others = (await listRepositories(database, installation)).map((other) => other.repositoryId).filter((id) => id !== repositoryId);
  const found: LogEntry[] = [];
  for (const topic of topics.slice(0, mostTopics)) {
    found.push(...(await findEntries(database, { repositories: others, topic, limit: mostOnTopic })));
  }
  return found;
}

/** What was public when it was decided may be so no more: GitHub is asked, as whoever reads the issue would see it. */
async function publicOnly(github: GitHub, entries: readonly LogEntry[]): Promise<LogEntry[]> {
  const repositories = new Map(entries.map(({ repository }) => [repository.id, repository]));
  const open = new Set<number>();
  for (const { id, owner, name } of repositories.values()) {
    const now = await orNull(unlessDenied(readRepository(github, { owner, name })));
    if (now !== null && now.id === id && !now.isPrivate) open.add(id);
  }
  return entries.filter(({ repository }) => open.has(repository.id));
}

async function readCourses(database: Database, repositoryId: number, from: Date): Promise<RfcCourse[]> {
  const found: RfcCourse[] = [];
  for await (const course of streamCourses(database, { repositories: [repositoryId], from })) found.push(course);
  return found;
}

/** In a digest, nobody reads further. */
const mostOpen = 500;

async function readOpen(database: Database, repositoryId: number): Promise<OpenRfc[]> {
  const rows = await findOpen(database, { visible: [repositoryId], domain: null, pause: null, after: null, limit: mostOpen });
  return rows.filter(({ isDraft }) => !isDraft).map(({ number, title, url, pause, closesAt }) => ({ number, title, url, waitsFor: pause?.kind ?? null, closesAt: closesAt?.toISOString() ?? null }));
}
