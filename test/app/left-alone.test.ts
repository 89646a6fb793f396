import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueuedLook } from '../../src/app/ports.ts';
import { listSwept, sweepInstallation } from '../../src/app/sweep.ts';
import { createClient } from '../../src/github/client.ts';
import { listInstallations } from '../../src/github/list-installations.ts';
import { listRepositories, saveRepository, type RepositoryAddress } from '../../src/store/repositories.ts';
import { aPlace, type APlace } from '../github/a-place.ts';
import { startServer } from '../github/a-server.ts';
import { databases, useStore } from '../support/databases.ts';
import { recordingLog } from './recording-log.ts';

const at = new Date('2026-11-23T09:00:00Z');
const uninstalled = 'the App is not installed on it any more';

describe.each(databases)('what the App was taken off, with nobody telling it, on $name', (kind) => {
  const { database } = useStore(kind);
  let place: APlace;
  let installation: number;

  beforeEach(async () => {
    place = await aPlace();
    installation = (await listInstallations(place.asApp))[0]?.id ?? 0;
  });

  afterEach(async () => {
    await place.close();
  });

  const know = async (...addresses: Partial<RepositoryAddress>[]) => {
    for (const address of addresses) await saveRepository(database(), { repositoryId: 1, owner: 'acme', name: 'rfcs', installation, ...address });
  };
  const states = async () => (await listRepositories(database())).map(({ repositoryId, state, reason }) => [repositoryId, state, reason]);
  const parts = () => ({ database: database(), log: recordingLog(), now: () => at });

  it('is left alone where its installation lists it no more; an archived one is kept', async () => {
    const repositories = [{ id: 1, owner: { login: 'acme' }, name: 'rfcs', archived: false }, { id: 2, owner: { login: 'acme' }, name: 'old', archived: true }];
    const server = await startServer(() => ({ status: 200, body: { total_count: 2, repositories } }));
    await know({ repositoryId: 1 }, { repositoryId: 2, name: 'old' }, { repositoryId: 3, name: 'gone' });
    const queued: QueuedLook[] = [];
    const addLooks = async (looks: readonly QueuedLook[]) => {
      await Promise.resolve(queued.push(...looks));
    };
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test' });
    await sweepInstallation({ kind: 'installation', installation, withRefused: false }, { ...parts(), github, addLooks });
    await server.stop();
    expect(await states()).toEqual([[1, 'active', null], [2, 'active', null], [3, 'refused', uninstalled]]);
    expect(queued.map(({ key }) => key)).toEqual(['acme/rfcs']);
  });

  it('is left alone where its installation is gone', async () => {
    await know({ repositoryId: 1 }, { repositoryId: 2, owner: 'globex', installation: 77 });
    expect(await listSwept({ ...parts(), github: place.asApp })).toEqual([{ id: installation, isSuspended: false }]);
    expect(await states()).toEqual([[1, 'active', null], [2, 'refused', uninstalled]]);
  });

  it('is not what belongs to an installation that is suspended', async () => {
    await know({ repositoryId: 1 });
    place.standIn.apps.suspend({ slug: place.app.slug, account: 'acme' });
    expect(await listSwept({ ...parts(), github: place.asApp })).toEqual([]);
    expect(await states()).toEqual([[1, 'active', null]]);
  });
});
