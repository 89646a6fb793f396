/** Forgets a person: in the database, and in what Unpause wrote on GitHub. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../decision/people.ts';
import { reasonOf, UserError } from '../files/user-error.ts';
import { readAppIdentity } from '../github/app-identity.ts';
import { createClient, type GitHub } from '../github/client.ts';
import { gitHubErrorIn, orNull } from '../github/github-error.ts';
import { readId } from '../github/read-id.ts';
import { readTokenOwner } from '../github/token-owner.ts';
import { createWriteBudget } from '../github/write-budget.ts';
import { connectFolder } from '../store/connect-pglite.ts';
import { connectPostgres } from '../store/connect-postgres.ts';
import type { Connection } from '../store/connection.ts';
import { forgetPerson, type Forgotten } from '../store/forget-person.ts';
import { silentLog } from '../store/log.ts';
import { migrate } from '../store/migrations/migrate.ts';
import { listRepositories, type RepositoryRow } from '../store/repositories.ts';
import type { Credentials } from './credentials.ts';
import { forgetOnGitHub, type ForgetPlace, type ForgottenOnGitHub } from './forget-on-github.ts';
import { createGitHubApp } from './github-app.ts';
import { createLogger } from './log.ts';
import { createSeals, openSeals } from './record-seal.ts';

export interface ForgetRequest {
  login: string;
  /** For an account that is gone, or has another name by now; null: GitHub is asked. */
  id: number | null;
  /** One repository alone; null: every one that the App knows. */
  repository: { owner: string; repo: string } | null;
  isDryRun: boolean;
  apiUrl: string;
  userAgent: string;
  /** The App's, where it runs as a server; else a token of the bot whose comments they are. */
  credentials: Pick<Credentials, 'appId' | 'privateKey'> | null;
  token: string | null;
  databaseUrl: string | null;
  dataDir: string;
}

export interface ForgetReport {
  person: Person;
  isDryRun: boolean;
  /** Null where there was no database. */
  store: readonly Forgotten[] | null;
  places: readonly ForgottenOnGitHub[];
}

/** What a person can mend, the token or the names, is a `UserError`. */
export async function forget(request: ForgetRequest): Promise<ForgetReport> {
  try {
    const connection = await connect(request);
    try {
      return await forgetWith(request, connection);
    } finally {
      await connection?.close();
    }
  } catch (error) {
    const refusal = gitHubErrorIn(error);
    throw refusal === null ? error : new UserError(refusal.message, { cause: error });
  }
}

async function forgetWith(request: ForgetRequest, connection: Connection | null): Promise<ForgetReport> {
  const { isDryRun, login } = request;
  const known = connection === null ? [] : await listRepositories(connection.database);
  const places = await placesOf(request, known);
  const asker = places[0]?.github ?? null;
  const person = { id: request.id ?? (await idOf(login, asker)), login };
  const store = connection === null ? null : await forgetPerson(connection.database, person, { at: new Date(), isDryRun });
  const done: ForgottenOnGitHub[] = [];
  for (const place of places) done.push(await forgetOnGitHub(place, person, isDryRun));
  return { person, isDryRun, store, places: done };
}

async function idOf(login: string, github: GitHub | null): Promise<number> {
  const found = github === null ? null : await orNull(github.request('GET /users/{username}', { username: login }));
  if (found === null) throw new UserError(`GitHub knows nobody of the name @${login}; name the account by its number too: --id 583231 (the API at /users/NAME gave it, and so does the decision log)`);
  return readId(found.data.id);
}

/** The log of a database that is not there is not to be forgotten in. */
async function connect({ databaseUrl, dataDir }: ForgetRequest): Promise<Connection | null> {
  if (databaseUrl === null && !existsSync(join(dataDir, 'database'))) return null;
  try {
    const connection = databaseUrl === null ? await connectFolder(dataDir) : connectPostgres(databaseUrl, silentLog);
    await migrate(connection.database);
    return connection;
  } catch (error) {
    // The reason is made of messages alone: an error of `pg` also carries the address, with its password.
    throw new UserError(reasonOf(error), { cause: error });
  }
}

async function placesOf(request: ForgetRequest, known: readonly RepositoryRow[]): Promise<ForgetPlace[]> {
  return request.credentials === null ? await placesOfToken(request) : await placesOfApp(request, { known, credentials: request.credentials });
}

async function placesOfApp({ repository, apiUrl }: ForgetRequest, { known, credentials }: { known: readonly RepositoryRow[]; credentials: Pick<Credentials, 'appId' | 'privateKey'> }): Promise<ForgetPlace[]> {
  const wanted = known.filter(({ state, owner, name }) => state === 'active' && (repository === null || isSame(`${owner}/${name}`, `${repository.owner}/${repository.repo}`)));
  if (repository !== null && wanted.length === 0) throw new UserError(`The database knows no repository ${repository.owner}/${repository.repo}, expected one that the App has looked at`);
  const log = await createLogger({ level: 'fatal', format: 'json' });
  const { asApp, asInstallation } = createGitHubApp({ credentials, apiUrl, log });
  const app = await readAppIdentity(await asApp());
  const sealFor = createSeals(credentials.privateKey);
  return await Promise.all(wanted.map(async ({ owner, name, installation }) => ({ owner, name, app, sealFor, github: await asInstallation(installation) })));
}

/** In milliseconds: nobody waits before it. */
const longestWait = 60_000;

async function placesOfToken({ repository, token, apiUrl, userAgent }: ForgetRequest): Promise<ForgetPlace[]> {
  if (repository === null || token === null) throw new UserError('Missing --repo and GITHUB_TOKEN, expected the repository and a token of the bot that keeps its status comments; or APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, as for `unpause serve`');
  const budget = createWriteBudget({ now: Date.now, wait: async (milliseconds) => { await sleep(milliseconds); }, longestWait });
  const github = createClient({ token, apiUrl, userAgent, budget, longestWait });
  const login = await readTokenOwner(github);
  if (login?.endsWith('[bot]') !== true) throw new UserError(`GITHUB_TOKEN is a token of ${login ?? 'nobody that GitHub names'}, expected one of the bot that keeps the status comments: a workflow's, or of an App's installation`);
  const app = { id: null, slug: login.replace(/\[bot\]$/, ''), login };
  return [{ owner: repository.owner, name: repository.repo, github, app, sealFor: openSeals }];
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
