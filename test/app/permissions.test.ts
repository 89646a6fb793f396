import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { commonManifest } from '../../src/app/app-manifest.ts';
import { useAppInTown } from '../support/app-in-town.ts';
import { runsOf } from '../support/running-app.ts';

/** What no request uses, and why it is asked for all the same. */
const withoutRequests: Readonly<Record<string, string>> = {
  merge_queues: 'GitHub tells of merge groups only to an App that has it',
};

const path = 'rfcs/0001-keys.md';
const ownerless = '# Rotate keys\n\nLet us rotate the keys.\n';
const owned = '# Rotate keys\n\n**Decision Owner**: @alice\n';
const wanting = '# Rotate keys\n\n**Decision Owner**: @carol\n';

describe('app.yml', () => {
  const { town, idle, sweep } = useAppInTown();

  it('is the manifest that the setup registers', () => {
    expect(parse(readFileSync(resolve(import.meta.dirname, '..', '..', 'app.yml'), 'utf8'))).toEqual(commonManifest);
  });

  it('asks for exactly what requests use', async () => {
    const used = await permissionsOf(tellEverything);
    const wanted = Object.entries(commonManifest.default_permissions).filter(([name]) => !(name in withoutRequests));
    expect(used).toEqual(Object.fromEntries(wanted));
    expect(Object.keys(withoutRequests).filter((name) => name in used)).toEqual([]);
    expect(commonManifest.default_permissions).toMatchObject({ merge_queues: 'read' });
  });

  /** The permissions by which GitHub let the App's requests in, with the highest access that each took. */
  async function permissionsOf(story: () => Promise<void>): Promise<Record<string, string>> {
    const from = town().standIn.requests.length;
    await story();
    const used = new Set(town().standIn.requests.slice(from).flatMap(({ permission }) => permission ?? []));
    const names = [...new Set([...used].map((permission) => permission.replace(/:.*/, '')))].sort();
    return Object.fromEntries(names.map((name) => [name, used.has(`${name}:write`) ? 'write' : 'read']));
  }

  /** One story with everything in it that the App does. */
  async function tellEverything(): Promise<void> {
    const { world } = town().standIn;
    const repo = town().newRepository({ '.github/unpause.yml': 'require-decision: true\n', '.github/ISSUE_TEMPLATE/rfc.md': ownerless });
    const [owner = ''] = repo.split('/');
    town().newRepository({ '.github/unpause.yml': 'label: RFC\n' }, `${owner}/.github`);
    world.addTeam({ org: owner, slug: 'core', members: ['bob', 'carol'] });
    world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': `require-decision: true\ndri:\n  pool: ['@${owner}/core']\n` } });
    await idle();

    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: ownerless, 'rfcs/2.md': wanting } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title: 'Rotate keys', head: 'proposal' });
    await idle();
    const run = runsOf(town(), repo, number).find(({ actions }) => actions.some(({ identifier }) => identifier === 'insert-missing'));
    if (run === undefined) throw new Error('a check run with a button');
    world.clickButton({ repo, checkRunId: run.id, identifier: 'insert-missing', by: 'alice' });
    world.rerequestCheckSuite({ repo, checkSuiteId: run.suite.id, by: 'alice' });
    await idle();
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned, '.github/unpause.yml': 'label: [1\n' } });
    world.enqueue({ repo, number, by: 'alice' });
    await idle();

    const issue = world.openIssue({ repo, by: 'bob', title: 'Rotate keys', body: ownerless });
    world.addLabels({ repo, number: issue.number, by: 'bob', labels: ['RFC'] });
    await idle();
    world.removeLabel({ repo, number: issue.number, by: 'bob', label: 'RFC' });
    await sweep(repo);
  }
});
