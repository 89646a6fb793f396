/** One App and one GitHub for all the runs of a file: a run has a repository, and an organisation, of its own. */
import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { webhookPath } from '../../src/app/app-manifest.ts';
import type { QueueTimes } from '../../src/store/queue-times.ts';
import { someDatabase, type TestDatabase, type TestDatabases } from './databases.ts';
import { aTown, runApp, type RunningApp, type Town } from './running-app.ts';

/** A look that fails is made again at once: nobody waits in a test. */
export const impatient: Partial<QueueTimes> = { retryDelaySeconds: 0 };

export interface AppInTown {
  town: () => Town;
  idle: () => Promise<void>;
  /** Sends a webhook of GitHub's, rightly signed, and gives the status of the answer. */
  deliver: (event: string, payload: object, id?: string) => Promise<number>;
  /** A sweep of one repository's installation, as it comes every hour; resolves when all that follows is done. */
  sweep: (repo: string) => Promise<void>;
  /** Requests that changed something in a repository, or tried to. */
  writes: (repo: string) => number;
}

/** For all tests of the `describe` it is called in. */
export function useAppInTown({ kind = someDatabase, requestTimeout }: { kind?: TestDatabases; requestTimeout?: number } = {}): AppInTown {
  let parts: { database: TestDatabase; town: Town; app: RunningApp } | null = null;
  const current = () => {
    if (parts === null) throw new Error('no test is running');
    return parts;
  };
  beforeAll(async () => {
    await kind.start();
    const database = await kind.create();
    const town = await aTown();
    town.newRepository({});
    parts = { database, town, app: await runApp(town, database, { times: impatient, requestTimeout }) };
  });
  afterEach(() => {
    current().town.standIn.faults.clear();
    current().town.assertClean();
  });
  afterAll(async () => {
    const { app, town, database } = current();
    await app.stop();
    await town.close();
    await database.remove();
  });
  const deliver: AppInTown['deliver'] = async (event, payload, id) => await sendSigned(current().town, { event, payload, ...(id !== undefined && { id }) });
  const idle = async () => {
    await current().app.idle();
  };
  return {
    town: () => current().town,
    idle,
    deliver,
    sweep: async (repo) => {
      const status = await deliver('installation', { action: 'new_permissions_accepted', installation: { id: installationOf(current().town, repo) } });
      if (status !== 202) throw new Error(`the sweep was answered with ${status}`);
      await idle();
    },
    writes: (repo) => current().town.standIn.requests.filter(({ method, path }) => method !== 'GET' && path.startsWith(`/repos/${repo}/`)).length,
  };
}

/** Sends a webhook to the App, signed as GitHub signs it. */
export async function sendSigned({ secret, port }: Pick<Town, 'secret' | 'port'>, { event, payload, id = randomUUID() }: { event: string; payload: object; id?: string }): Promise<number> {
  const body = JSON.stringify(payload);
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const headers = { 'content-type': 'application/json', 'x-github-event': event, 'x-github-delivery': id, 'x-hub-signature-256': signature };
  return (await fetch(`http://127.0.0.1:${port}${webhookPath}`, { method: 'POST', body, headers })).status;
}

/** The App's installation where a repository is, as its webhooks name it. */
export function installationOf({ standIn }: Town, repo: string): number {
  const [owner = ''] = repo.split('/');
  const told = standIn.deliveries.log.findLast(({ event, request }) => event === 'installation' && request.body.includes(`"login":"${owner}"`));
  if (told?.installationId == null) throw new Error(`the App is not installed at ${owner}`);
  return told.installationId;
}
