import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { GitHubServer } from '../support/github-server.ts';
import { buildAction, removeFolders } from './run-action.ts';

/**
 * The Action, built from the sources as they are, and a stand-in for GitHub, for the tests of one file. After each
 * test nothing may have been written, and no route asked for that the stand-in does not have.
 */
export function useAction(): { readonly built: string; readonly server: GitHubServer } {
  const made: { built: string; server: GitHubServer | null } = { built: '', server: null };
  const serverOf = (): GitHubServer => {
    if (made.server === null) throw new Error('The stand-in for GitHub is there from the first test on, not before');
    return made.server;
  };
  beforeAll(async () => {
    made.built = buildAction();
    made.server = await GitHubServer.start({ repositories: {} });
  });
  afterEach(() => {
    const server = serverOf();
    server.faults = [];
    expect(server.writes).toEqual([]);
    expect(server.unknown).toEqual([]);
  });
  afterAll(async () => {
    await made.server?.stop();
    removeFolders(made.built);
  });
  return {
    get built() {
      return made.built;
    },
    get server() {
      return serverOf();
    },
  };
}
