import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueuedLook } from '../../src/app/ports.ts';
import { uninstalled } from '../../src/app/refuse-repository.ts';
import { listSwept, sweepInstallation } from '../../src/app/sweep.ts';
import { createClient } from '../../src/github/client.ts';
import { listInstallations } from '../../src/github/list-installations.ts';
import { listRepositories, refuseRepository, saveRepository, type RepositoryAddress } from '../../src/store/repositories.ts';
import { aPlace, type APlace } from '../github/a-place.ts';
import { startServer } from '../github/a-server.ts';
import { databases, useStore } from '../support/databases.ts';
import { recordingLog } from './recording-log.ts';

const at = new Date('2026-11-23T09:00:00Z');

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

  /** The keys of what a sweep looks at where GitHub lists these. */
  const sweptOf = async (repositories: readonly object[]): Promise<string[]> => {
    const server = await startServer(() => ({ status: 200, body: { total_count: repositories.length, repositories } }));
    const queued: QueuedLook[] = [];
    const addLooks = async (looks: readonly QueuedLook[]) => {
      await Promise.resolve(queued.push(...looks));
    };
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test' });
    await sweepInstallation({ kind: 'installation', installation, withRefused: false }, { ...parts(), github, addLooks });
    await server.stop();
    return queued.map(({ key }) => key);
  };

  it('is left alone where its installation lists it no more; an archived one is kept', async () => {
    await know({ repositoryId: 1 }, { repositoryId: 2, name: 'old' }, { repositoryId: 3, name: 'gone' });
    const repositories = [{ id: 1, owner: { login: 'acme' }, name: 'rfcs', archived: false }, { id: 2, owner: { login: 'acme' }, name: 'old', archived: true }];
    expect(await sweptOf(repositories)).toEqual(['acme/rfcs']);
    expect(await states()).toEqual([[1, 'active', null], [2, 'active', null], [3, 'refused', uninstalled]]);
  });

  it('is taken up again where it is listed again, and what GitHub refused is not', async () => {
    await know({ repositoryId: 1 }, { repositoryId: 2, name: 'old' });
    await refuseRepository(database(), 1, { reason: uninstalled, at });
    await refuseRepository(database(), 2, { reason: 'GitHub answered 451', at });
    const repositories = [{ id: 1, owner: { login: 'acme' }, name: 'rfcs', archived: false }, { id: 2, owner: { login: 'acme' }, name: 'old', archived: false }];
    expect(await sweptOf(repositories)).toEqual(['acme/rfcs']);
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
