import { Probot, ProbotOctokit } from 'probot';
import { createClock, type Clock } from '../../src/demo/github/clock.ts';
import type { Exchange } from '../../src/demo/github/edge/exchange.ts';
import { startStandIn, type StandIn } from '../../src/demo/github/stand-in.ts';
import type { AppIdentity } from '../../src/github/app-identity.ts';
import { equipClient, type ClientBehaviour, type GitHub, type RfcAddress } from '../../src/github/client.ts';
import type { ObserveOptions } from '../../src/github/observe-rfc.ts';
import { createContract } from '../support/github-contract.ts';

const QuietOctokit = ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false }, retry: { enabled: false } }));

export interface APlace {
  standIn: StandIn;
  clock: Clock;
  app: AppIdentity;
  /** As the installation on `acme`. */
  github: GitHub;
  asApp: GitHub;
  /** The installation again, with another behaviour. */
  connect: (behaviour: Partial<ClientBehaviour>) => Promise<GitHub>;
  /** Stops it; fails where something was asked or answered that GitHub's own description does not know. */
  close: () => Promise<void>;
}

/** The repository in which the tests act. */
export const repo = 'acme/rfcs';

/** GitHub's description leaves out that any GET may be answered with 304; and of a fault before the act, no body is kept. */
function isDescribed({ isConditionalHit, fault }: Exchange): boolean {
  return !isConditionalHit && fault === null;
}

/** GitHub with `acme/rfcs`, alice and bob, who may write there, carol, who may not, and Unpause, which is installed. */
export async function aPlace(): Promise<APlace> {
  const clock = createClock(new Date('2026-11-23T09:00:00Z'), { frozen: true });
  const contract = createContract();
  const standIn = await startStandIn({ clock, onExchange: (exchange) => { if (isDescribed(exchange)) contract.onExchange(exchange); } });
  const { world, apps, url } = standIn;
  world.addUser('acme', { type: 'Organization' });
  for (const login of ['alice', 'bob', 'carol']) world.addUser(login);
  world.addRepository({ owner: 'acme', name: 'rfcs', files: { 'README.md': '# RFCs\n' }, collaborators: { alice: 'write', bob: 'write' } });
  const permissions = { checks: 'write', contents: 'read', issues: 'write', members: 'read', merge_queues: 'read', pull_requests: 'write' };
  const { id, slug, privateKey } = apps.register({ slug: 'unpause', name: 'Unpause', webhookUrl: null, webhookSecret: 'secret', permissions, events: [] });
  const installation = apps.install({ slug, account: 'acme', repositories: 'all', by: 'alice' });
  const probot = new Probot({ appId: id, privateKey, baseUrl: url, logLevel: 'fatal', Octokit: QuietOctokit });
  const still = { apiUrl: url, wait: async () => { await Promise.resolve(); } };
  const connect = async (behaviour: Partial<ClientBehaviour>) => {
    const octokit = await probot.auth(installation.id);
    return equipClient(octokit, { ...still, renewToken: async () => await octokit.auth({ type: 'installation', refresh: true }), ...behaviour });
  };
  const asApp = equipClient(await probot.auth(), still);
  const close = async (): Promise<void> => {
    await standIn.close();
    if (standIn.crashes.length > 0) throw new AggregateError(standIn.crashes, 'Unexpected crash of the stand-in');
    if (standIn.unknownRequests.length > 0) throw new Error(`Unexpected ${standIn.unknownRequests.join(', ')}, expected routes that the stand-in has`);
    contract.assertClean();
  };
  return { close, standIn, clock, app: { id, slug, login: `${slug}[bot]` }, github: await connect({}), asApp, connect };
}

export const address = (number: number): RfcAddress => ({ owner: 'acme', name: 'rfcs', number });

/** How a configured repository is observed, whose documents lie in `rfcs/`. */
export const observing = (app: AppIdentity, parts: Partial<ObserveOptions> = {}): ObserveOptions => ({
  app,
  label: 'rfc',
  isConfigured: true,
  configPath: '.github/unpause.yml',
  isDocument: (path) => /^rfcs\/.+\.md$/.test(path),
  ...parts,
});
