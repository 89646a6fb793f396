/** What looks remember between them, in the store's tables. */
import { isCall } from '../decision/call-events.ts';
import type { Plan } from '../decision/plan.ts';
import { startedCalls, termStarted } from '../decision/started-calls.ts';
import type { AwaySaid } from '../decision/commands/aways-in.ts';
import type { EarlierDecision } from '../decision/earlier.ts';
import { book, inTurn, unbook } from '../store/bookings.ts';
import { markClicksDone, pendingClicks } from '../store/clicks.ts';
import { keepConfig, readConfig } from '../store/configs.ts';
import { keepEntries } from '../store/decision-log.ts';
import { findEntries } from '../store/find-entries.ts';
import { hasCourse, keepCourse } from '../store/courses.ts';
import { keepReport, readReport } from '../store/document-reports.ts';
import { keepMarks, marksOf } from '../store/marks.ts';
import { endAbsence, keepAbsence, keepCalls, keepTerms, readLoad } from '../store/momentum.ts';
import { keepOpenRfc } from '../store/open-rfcs.ts';
import { saveRepository } from '../store/repositories.ts';
import { readRfc, saveRfc, type RfcId } from '../store/rfc-index.ts';
import type { Database } from '../store/tables.ts';
import type { ReportCache } from './lint-documents.ts';
import type { LookMemory, TopicQuery, Turn, WorkSeen } from './look-memory.ts';
import { configPath, type RulesMemory } from './read-rules.ts';

/** The memory of a server. */
export function databaseMemory(database: Database, now: () => Date): LookMemory {
  return {
    rules: rulesMemory(database, now),
    reports: reportCache(database, now),
    noteRepository: async (repository) => {
      await saveRepository(database, repository);
    },
    async recall({ repositoryId, owner, repo, number }) {
      const [seen, clicks] = await Promise.all([readRfc(database, { repositoryId, number }), pendingClicks(database, { owner, repo, number })]);
      return { copy: seen?.record ?? null, clicks };
    },
    load: async (query) => await readLoad(database, query),
    earlier: async (query) => await readEarlier(database, query),
    planInTurn: async (turn) => await planInTurn(database, turn),
    keepAways: async (aways) => {
      await keepAways(database, aways);
    },
    finishClicks: async (clicks, at) => {
      await markClicksDone(database, clicks.map(({ id }) => id), at);
    },
    async keep(row, work) {
      const { repositoryId, number, installation } = row;
      if (work !== null) {
        await keepWork(database, { repositoryId, number, installation }, work);
        await keepEntries(database, work.entries, row.seenAt);
        await keepMarks(database, row, marksOf(work.entries, work.record));
        await keepOpenRfc(database, row, work.open);
      }
      await saveRfc(database, row);
    },
    hasCourse: async (id) => await hasCourse(database, id),
    keepCourse: async (id, kept) => {
      await keepCourse(database, id, kept);
    },
    async markGone(id, at) {
      const seen = await readRfc(database, id);
      if (seen) await saveRfc(database, { ...seen, isOpen: false, wakeAt: null, seenAt: at });
      await keepOpenRfc(database, id, null);
      await unbook(database, id);
    },
  };
}

/** The status shows the last of them, and one more says that there are others. */
const mostEarlier = 10;

/** Of this repository alone: who may read it may not be one who may read another. What was opened again since counts no more. */
async function readEarlier(database: Database, { repositoryId, number, topic }: TopicQuery): Promise<EarlierDecision[]> {
  const entries = await findEntries(database, { repositories: [repositoryId], topic, limit: 2 * mostEarlier });
  const others = entries.filter((entry) => entry.number !== number && entry.reopened === null);
  return others.slice(0, mostEarlier).map(({ number: other, n, url, question, result, at, domain }) => ({ number: other, n, url, question, result, at, domain }));
}

async function keepAways(database: Database, aways: readonly AwaySaid[]): Promise<void> {
  for (const { person, from, until } of aways) {
    if (until === null) await endAbsence(database, person, new Date(from));
    else await keepAbsence(database, { person, from, until });
  }
}

type WorkId = RfcId & { installation: number };

/** What is read back takes the place of what was booked for it, in one step. */
async function keepWork(database: Database, id: WorkId, work: WorkSeen): Promise<void> {
  const calls = work.comments.filter(isCall);
  if (calls.length === 0 && !changesTerms(work)) {
    if (!work.hasCalled) await unbook(database, id);
    return;
  }
  await database.transaction().execute(async (transaction) => {
    await keepSeen(transaction, id, work);
    if (!work.hasCalled) await unbook(transaction, id);
  });
}

/** Before anything is called: whoever plans next finds it, whether this look comes to its end or not. */
async function planInTurn(database: Database, { query, seen, planOn }: Turn): Promise<Plan> {
  return await inTurn(database, query.installation, async (transaction) => {
    await keepSeenCalls(transaction, query, seen.comments);
    const plan = planOn(await readLoad(transaction, query));
    const calls = startedCalls(plan.effects);
    if (calls.length === 0) return plan;
    if (changesTerms({ ...seen, record: plan.record })) await keepTerms(transaction, query, { installation: query.installation, terms: plan.record?.terms ?? [] });
    await book(transaction, query, { at: query.now, calls: calls.length, term: termStarted(calls) });
    return plan;
  });
}

/** Who drives what, and which calls were made: only what is new is written. */
async function keepSeen(transaction: Database, id: WorkId, seen: Omit<WorkSeen, 'hasCalled'>): Promise<void> {
  if (changesTerms(seen)) await keepTerms(transaction, id, { installation: id.installation, terms: seen.record?.terms ?? [] });
  await keepSeenCalls(transaction, id, seen.comments);
}

async function keepSeenCalls(transaction: Database, { repositoryId }: RfcId, comments: WorkSeen['comments']): Promise<void> {
  await keepCalls(transaction, repositoryId, comments.filter(isCall).map(({ id: commentId, createdAt }) => ({ commentId, at: createdAt })));
}

function changesTerms({ record, known }: Pick<WorkSeen, 'record' | 'known'>): boolean {
  return JSON.stringify(record?.terms ?? []) !== JSON.stringify(known?.terms ?? []);
}

/** The last valid config of each repository; its own file goes by its path, the others by where they were found. */
function rulesMemory(database: Database, now: () => Date): RulesMemory {
  return {
    async read(repositoryId) {
      const kept = await readConfig(database, repositoryId);
      if (kept === null) return null;
      const own = kept.texts.find(({ name }) => name === configPath);
      const inherited = kept.texts.filter((text) => text !== own).map(({ name, text }) => ({ name, text }));
      return { texts: { text: own?.text ?? null, inherited }, configuredAt: kept.configuredAt };
    },
    async keep(repositoryId, { texts: { text, inherited }, configuredAt }) {
      const own = text === null ? [] : [{ name: configPath, text }];
      await keepConfig(database, repositoryId, { texts: [...own, ...inherited], keptAt: now(), configuredAt });
    },
  };
}

/** What is known of documents, by Git's name of the bytes. */
function reportCache(database: Database, now: () => Date): ReportCache {
  return {
    read: async (blob, settings) => await readReport(database, { blob, settings }, now()),
    keep: async (blob, settings, known) => {
      await keepReport(database, { blob, settings }, { known, now: now() });
    },
  };
}
