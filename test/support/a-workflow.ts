/** A GitHub with one repository in which workflows run: their token, and one of a person, with no server behind. */
import type { Permissions } from '../../src/demo/github/apps/app.ts';
import { createClock, type Clock } from '../../src/demo/github/clock.ts';
import type { Exchange } from '../../src/demo/github/edge/exchange.ts';
import { startStandIn, type StandIn } from '../../src/demo/github/stand-in.ts';
import { installationToken } from '../demo/edge/a-stand-in.ts';
import { createContract } from './github-contract.ts';

/** What the workflow that `unpause init` writes asks for. */
export const workflowPermissions: Permissions = { checks: 'write', contents: 'read', issues: 'write', pull_requests: 'write' };

export interface AWorkflow {
  standIn: StandIn;
  clock: Clock;
  repo: string;
  /** The workflow's own token. */
  token: string;
  userToken: (login: string) => string;
  /** An installation token of another App, with the same rights unless said. */
  tokenOf: (slug: string, permissions?: Permissions) => Promise<string>;
  /** A repository in the same organisation. */
  addRepository: (name: string, files: Record<string, string>) => string;
  /** Bodies of comments by a bot. */
  commentsBy: (login: string, number: number, repo?: string) => string[];
  /** Requests that changed something. */
  writes: () => number;
  close: () => Promise<void>;
}

/** What is refused is not read. */
function isDescribed({ status }: Exchange): boolean {
  return status !== 403;
}

/** Monday morning, unless said; the clock stands still unless it is turned. */
export async function aWorkflow({ start = new Date('2026-11-23T09:00:00Z'), files = { '.github/unpause.yml': '' } }: { start?: Date; files?: Record<string, string> } = {}): Promise<AWorkflow> {
  const clock = createClock(start, { frozen: true });
  const contract = createContract();
  const standIn = await startStandIn({ clock, tokenClock: createClock(new Date()), onExchange: (exchange) => { if (isDescribed(exchange)) contract.onExchange(exchange); } });
  const { world, apps } = standIn;
  world.addUser('acme', { type: 'Organization' });
  for (const login of ['alice', 'bob', 'carol', 'frida']) world.addUser(login);
  const addRepository = (name: string, its: Record<string, string>): string => {
    world.addRepository({ owner: 'acme', name, files: { 'README.md': '# RFCs\n', ...its }, collaborators: { alice: 'admin', bob: 'write', carol: 'write', frida: 'write' } });
    return `acme/${name}`;
  };
  const repo = addRepository('rfcs', files);
  const tokenOf: AWorkflow['tokenOf'] = async (slug, permissions = workflowPermissions) => {
    const app = apps.register({ slug, name: slug, webhookUrl: null, webhookSecret: null, permissions, events: [] });
    const { id } = apps.install({ slug, account: 'acme', repositories: 'all' });
    return await installationToken({ standIn, app }, id);
  };
  return {
    standIn,
    clock,
    repo,
    token: await tokenOf('github-actions'),
    userToken: (login) => apps.userToken(login),
    tokenOf,
    addRepository,
    commentsBy: (login, number, of = repo) => world.issue(of, number).comments.filter(({ author }) => author.login === login).map(({ body }) => body),
    writes: () => standIn.requests.filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql') && !path.endsWith('/access_tokens')).length,
    async close() {
      await standIn.close();
      contract.assertClean();
      if (standIn.unknownRequests.length > 0) throw new Error(`GitHub has no such route: ${standIn.unknownRequests.join(', ')}`);
      if (standIn.crashes.length > 0) throw new Error('the stand-in made a mistake', { cause: standIn.crashes[0] });
    },
  };
}
