import { createClient, type GitHub } from '../../src/github/client.ts';
import type { GitHubServer } from '../support/github-server.ts';

/** A client of the stand-in that remembers how long it was asked to wait, and does not wait. */
export function aClient(server: GitHubServer, parts: { token?: string; timeout?: number } = {}): { github: GitHub; waits: number[] } {
  const waits: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    await Promise.resolve();
  };
  return { github: createClient({ token: 'job-token', apiUrl: server.url, userAgent: 'unpause-test', wait, ...parts }), waits };
}
