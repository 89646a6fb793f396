import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfigFiles, readInherited } from '../../src/github/config-file.ts';
import { GitHubServer } from '../support/github-server.ts';
import { aClient } from './a-client.ts';

let server: GitHubServer;

const path = '.github/unpause.yml';
const holding = (text: string, at = path) => ({ commits: { main: { [at]: text } } });

beforeAll(async () => {
  const long = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`acme/link-${index}`, holding(`_extends: link-${index + 1}`)]));
  server = await GitHubServer.start({
    repositories: {
      'acme/plain': holding('label: ADR'),
      'acme/child': holding('_extends: other/base:rules.yml'),
      'other/base': holding('_extends: shared', 'rules.yml'),
      'other/shared': holding('label: ADR', 'rules.yml'),
      'acme/none': { commits: { main: {} } },
      'acme/mistaken': holding('_extends: 3'),
      'lone/none': { commits: { main: {} } },
      'acme/.github': holding('label: ORG'),
      ...long,
    },
    tokens: { 'job-token': [] },
  });
});

afterAll(async () => {
  await server.stop();
});

const read = async (repository: string) => {
  const [owner = '', name = ''] = repository.split('/');
  return await readConfigFiles(aClient(server).github, { owner, name, path });
};

describe('readConfigFiles', () => {
  it('gives a file that inherits nothing', async () => {
    expect(await read('acme/plain')).toEqual({ text: 'label: ADR', inherited: [], unread: [] });
  });

  it('follows `_extends`, the nearest first, with the owner and the path of the file it is in', async () => {
    const { inherited, unread } = await read('acme/child');
    expect(inherited.map(({ name }) => name)).toEqual(['other/base:rules.yml', 'other/shared:rules.yml']);
    expect(unread).toEqual([]);
  });

  it('takes the config of the organisation where there is no own one', async () => {
    expect(await read('acme/none')).toEqual({ text: null, inherited: [{ name: `acme/.github:${path}`, text: 'label: ORG' }], unread: [] });
    expect(await read('lone/none')).toEqual({ text: null, inherited: [], unread: [] });
  });

  it('ends a chain that is too long, and says so', async () => {
    const { inherited, unread } = await read('acme/link-0');
    expect(inherited).toHaveLength(5);
    expect(unread).toEqual([expect.stringContaining('more than 5 files')]);
  });

  it('leaves what is no reference to whoever parses the config', async () => {
    expect(await read('acme/mistaken')).toMatchObject({ inherited: [], unread: [] });
  });
});

describe('readInherited', () => {
  it('says what it cannot read without a way to ask', async () => {
    const { unread } = await readInherited(null, '_extends: base', { owner: 'acme', name: 'rfcs', path });
    expect(unread).toEqual([`The config extends acme/base:${path}, whose settings do not apply: without a token it cannot be read.`]);
  });
});
