import { expect, it } from '@jest/globals';
import { readPullRequest } from '../../src/github/pull-request.ts';
import { GitHubServer } from '../support/github-server.ts';
import { aClient } from './a-client.ts';

it('readPullRequest gives the description and the labels of today', async () => {
  const pulls = { 1: { base: 'main', head: 'main', labels: ['RFC', 'bug'], body: 'Why' }, 2: { base: 'main', head: 'main', body: null } };
  const server = await GitHubServer.start({ repositories: { 'acme/rfcs': { commits: { main: {} }, pulls } }, tokens: { 'job-token': [] } });
  const repository = { owner: 'acme', name: 'rfcs' };
  expect(await readPullRequest(aClient(server).github, repository, 1)).toEqual({ body: 'Why', labels: ['RFC', 'bug'] });
  expect(await readPullRequest(aClient(server).github, repository, 2)).toEqual({ body: '', labels: [] });
  await server.stop();
});
