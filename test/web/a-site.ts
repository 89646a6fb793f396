/** The site's pages on a real database, as somebody sees them. */
import { keepEntries } from '../../src/store/decision-log.ts';
import { keepConfig } from '../../src/store/configs.ts';
import { keepMarks, marksOf } from '../../src/store/marks.ts';
import { keepOpenRfc } from '../../src/store/open-rfcs.ts';
import { saveRepository } from '../../src/store/repositories.ts';
import { saveRfc } from '../../src/store/rfc-index.ts';
import type { Database } from '../../src/store/tables.ts';
import type { PageParts } from '../../src/web/pages/page-parts.ts';
import { pageRoutes } from '../../src/web/pages/page-routes.ts';
import type { Viewer } from '../../src/web/viewer.ts';
import { newRecord, type Record as RfcRecord } from '../../src/decision/record.ts';
import type { OpenRfc } from '../../src/decision/open-rfc.ts';
import type { LogEntry } from '../../src/decision/log/entry.ts';

export const now = new Date('2026-03-10T12:00:00Z');

/** What there is to see, in two repositories of one organisation. */
export const repositories = { rfcs: 1, secret: 2 } as const;

export const config = `domains:
  security:
    about: Keys, and who holds them.
    owners: [alice, acme/security]
    rung: consent
    zone: centre-aware
    consult: [carol]
    topics: [Key rotation]
  api:
    owners: []
values:
  - { id: own-your-data, text: People own their data. }
principles:
  - { id: small-steps, text: Take a step that can be undone., example: The staged rollout. }
  - { id: data-stays, text: Data stays on the device., value: own-your-data, since: 2026-01-31 }
`;

export async function fill(database: Database, { open = [], entries = [], records = [] }: Filling): Promise<void> {
  for (const [name, repositoryId] of Object.entries(repositories)) {
    await saveRepository(database, { repositoryId, owner: 'acme', name, installation: 3 });
    await keepConfig(database, repositoryId, { texts: [{ name: '.github/unpause.yml', text: config }], keptAt: now, configuredAt: null });
  }
  for (const [repositoryId, number, rfc] of open) await keepOpenRfc(database, { repositoryId, number }, rfc);
  await keepEntries(database, entries, now);
  for (const [repositoryId, number, changes] of records) {
    const record = { ...newRecord('2026-03-01T00:00:00Z'), ...changes };
    const name = Object.entries(repositories).find(([, id]) => id === repositoryId)?.[0] ?? '';
    await saveRfc(database, { repositoryId, number, owner: 'acme', repo: name, installation: 3, kind: 'pull-request', isOpen: false, isRfc: true, headSha: null, updatedAt: '', seenAt: now, wakeAt: null, rules: '', record });
    await keepMarks(database, { repositoryId, number }, marksOf(entries.filter((entry) => entry.repository.id === repositoryId && entry.number === number), record));
  }
}

export interface Filling {
  open?: readonly (readonly [repositoryId: number, number: number, rfc: OpenRfc])[] | undefined;
  entries?: readonly LogEntry[];
  records?: readonly [repositoryId: number, number: number, changes: Partial<RfcRecord>][];
}

export const everybody: Viewer = { person: { id: 13, login: 'carol' }, visible: 'all' };

export interface Seen {
  status: number;
  text: string;
  headers: Headers;
}

/** Where the site is reached. */
export const siteUrl = 'https://unpause.example';

export function partsFor(database: Database, viewer: Viewer = everybody): PageParts {
  return { database, findViewer: async () => await Promise.resolve(viewer), now: () => now, githubUrl: 'https://github.com', baseUrl: () => siteUrl };
}

/** What a page answers to somebody. */
export async function see(database: Database, path: string, viewer: Viewer = everybody): Promise<Seen> {
  const routes = pageRoutes(partsFor(database, viewer));
  const response = await routes.request(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

export async function seeJson(database: Database, path: string, viewer: Viewer = everybody): Promise<{ status: number; data: unknown }> {
  const { status, text } = await see(database, path, viewer);
  return { status, data: JSON.parse(text) as unknown };
}

/** A page's words, without its markup, on one line. */
export function wordsOf(page: string): string {
  return page
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<\/main>[\s\S]*$/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
