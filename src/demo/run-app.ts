/** Runs the App as anybody would who tries it out: on an embedded database, registered by its manifest. */
import { appManifest, callbackUrlOf, webhookPath } from '../app/app-manifest.ts';
import type { Logger } from '../app/log.ts';
import { createLook } from '../app/look.ts';
import { startService, type Service } from '../app/serve.ts';
import { readSettings } from '../app/settings.ts';
import { serveService } from '../web/serve-service.ts';
import type { StandIn } from './github/stand-in.ts';

export interface RunningApp {
  service: Service;
  /** Its server; GitHub's deliveries go there. */
  url: string;
  close: () => Promise<void>;
}

export interface AppParts {
  standIn: StandIn;
  /** The account that owns the App. */
  owner: string;
  /** Where its database lies. */
  dataDir: string;
  log: Logger;
}

const appName = 'Unpause';
export const appSlug = 'unpause';
export const botLogin = `${appSlug}[bot]`;

/** GitHub's limits are so much in a minute; here a day is a click, and the stand-in has no such limits. */
const noLimits = { content: [], points: [] };

/** Starts the App at a stand-in; it is registered, and installed nowhere yet. It lives by the stand-in's clock. */
export async function runApp({ standIn, owner, dataDir, log }: AppParts): Promise<RunningApp> {
  const settings = readSettings({ PORT: '0', GITHUB_API_URL: standIn.url, GITHUB_URL: standIn.url, UNPAUSE_DATA_DIR: dataDir });
  const service = await startService({ settings, log, createLook, now: standIn.clock.now, budgetLimits: noLimits });
  try {
    const { url, close } = await serveService(service, settings, log);
    try {
      await register(service, { standIn, owner, url });
    } catch (error) {
      await close();
      throw error;
    }
    return {
      service,
      url,
      async close() {
        await close();
        await service.stop();
      },
    };
  } catch (error) {
    await service.stop();
    throw new Error('The App of the demo did not start', { cause: error });
  }
}

/** What a person does in a browser: the form with the manifest, and GitHub's code back to the server. */
async function register({ setup }: Service, { standIn, owner, url }: { standIn: StandIn; owner: string; url: string }): Promise<void> {
  const session = setup?.open(setup.token);
  const state = setup?.stateOf(session ?? undefined);
  if (!setup || !session || !state) throw new Error('Unexpected App that is set up already, expected a new one');
  const manifest = appManifest(appName, { webhookUrl: `${url}${webhookPath}`, redirectUrl: `${url}/setup/registered`, callbackUrl: callbackUrlOf(url) });
  const form = new URLSearchParams({ manifest: JSON.stringify(manifest) });
  const answer = await fetch(`${standIn.url}/organizations/${owner}/settings/apps/new?state=${state}`, { method: 'POST', body: form, redirect: 'manual' });
  const code = new URL(answer.headers.get('location') ?? url).searchParams.get('code');
  if (code === null) throw new Error(`Unexpected answer ${answer.status} to the manifest, expected a code: ${await answer.text()}`);
  const result = await setup.finish({ session, state, code });
  if (!result.ok) throw new Error(result.why);
}
