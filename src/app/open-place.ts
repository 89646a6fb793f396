/** What every look at a repository begins with: the way to it, what it is, and its rules. */
import type { WorkCalendar } from '../decision/calendar.ts';
import type { RepositoryFacts } from '../decision/snapshot.ts';
import { startOfToday } from '../decision/working-time.ts';
import type { AppIdentity } from '../github/app-identity.ts';
import type { GitHub } from '../github/client.ts';
import { firstCommittedAt } from '../github/config-history.ts';
import { GitHubError } from '../github/github-error.ts';
import { readRepository } from '../github/read-repository.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import type { Log } from '../store/log.ts';
import type { LoadQuery } from '../store/momentum.ts';
import type { HolidayLookUp } from './country-holidays.ts';
import type { LookMemory } from './look-memory.ts';
import { readRules, type RepositoryRules } from './read-rules.ts';
import type { SealFor } from './record-seal.ts';
import type { Memory } from './remember.ts';
import { readWorkCalendar } from './work-calendar.ts';

export interface Place {
  github: GitHub;
  app: AppIdentity;
  repository: RepositoryFacts;
  rules: RepositoryRules;
  memory: LookMemory;
  sealFor: SealFor;
  now: () => Date;
  log: Log;
  /** The templates of this repository and its `CODEOWNERS`, read once for several looks. */
  sharedFiles: (read: () => Promise<DocumentSource[]>) => Promise<readonly DocumentSource[]>;
  /** When people work here. */
  calendar: WorkCalendar;
  /** Asks for what is known of people's work on other RFCs, seen from the one of this number. */
  loadQuery: (number: number, at: Date) => LoadQuery;
}

export interface PlaceParts {
  connect: (installation: number) => Promise<GitHub>;
  identify: () => Promise<AppIdentity>;
  memory: LookMemory;
  sealFor: SealFor;
  now: () => Date;
  log: Log;
  sharedFiles: Memory<DocumentSource[]>;
  holidaysOf: HolidayLookUp;
}

export interface PlaceKey {
  installation: number;
  owner: string;
  repo: string;
}

/** GitHub refuses the repository: it is gone, or not for this App. Nobody should ask again and again. */
export interface Refusal {
  ok: false;
  reason: 'missing' | 'denied' | 'blocked';
}

/** Opens a repository for a look. Fails where GitHub does not answer. */
export async function openPlace({ installation, owner, repo }: PlaceKey, parts: PlaceParts): Promise<{ ok: true; place: Place } | Refusal> {
  const { memory, now, sharedFiles, holidaysOf, sealFor, log } = parts;
  try {
    const [github, app] = await Promise.all([parts.connect(installation), parts.identify()]);
    const repository = await readRepository(github, { owner, name: repo });
    await memory.noteRepository({ repositoryId: repository.id, owner: repository.owner, name: repository.name, installation });
    const rules = await readRules(github, {
      repository,
      memory: memory.rules,
      firstCommittedAt: async (path) => await firstCommittedAt(github, { ...repository, path }),
      now: now(),
    });
    const { documents, templates, dri } = rules.config;
    const key = `${repository.id} ${JSON.stringify([documents, templates, dri.pool])}`;
    const calendar = await readWorkCalendar(rules.config.calendar, { now: now(), holidaysOf });
    const loadQuery = (number: number, at: Date): LoadQuery => ({ repositoryId: repository.id, number, installation, now: at, today: startOfToday(calendar, at) });
    const place = { github, app, repository, rules, memory, sealFor, now, log, calendar, loadQuery };
    return { ok: true, place: { ...place, sharedFiles: async (read) => await sharedFiles.get(key, read) } };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) return refusal;
    throw new Error(`while opening ${owner}/${repo}`, { cause: error });
  }
}

function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof GitHubError)) return null;
  const { kind } = error;
  return kind === 'missing' || kind === 'denied' || kind === 'blocked' ? { ok: false, reason: kind } : null;
}
