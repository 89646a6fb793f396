/** What looks remember between them, in the store's tables. */
import { keepConfig, readConfig } from '../store/configs.ts';
import { keepReport, readReport } from '../store/document-reports.ts';
import type { Database } from '../store/tables.ts';
import type { ReportCache } from './lint-documents.ts';
import { configPath, type RulesMemory } from './read-rules.ts';

/** The last valid config of each repository; its own file goes by its path, the others by where they were found. */
export function rulesMemory(database: Database, now: () => Date): RulesMemory {
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

/** Lint reports by Git's name of the bytes. */
export function reportCache(database: Database, now: () => Date): ReportCache {
  return {
    read: async (blob, settings) => await readReport(database, { blob, settings }, now()),
    keep: async (blob, settings, result) => {
      await keepReport(database, { blob, settings }, { result, now: now() });
    },
  };
}
