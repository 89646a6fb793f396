import { chooseCredentials, readCredentials } from '../app/credentials.ts';
import { createGitHubApp } from '../app/github-app.ts';
import { createLogger } from '../app/log.ts';
import { redeliver } from '../app/redeliver.ts';
import { readSettings, type Environment } from '../app/settings.ts';
import { parsePast } from '../app/time-ago.ts';
import { UserError } from '../files/user-error.ts';
import { printOut } from './standard-streams.ts';

export interface RedeliverFlags {
  since: string;
  dryRun?: boolean;
}

/** `unpause deliveries redeliver`: has GitHub send again what never arrived, and says what that was. */
export async function redeliverCommand({ since: when, dryRun: isDryRun = false }: RedeliverFlags, environment: Environment): Promise<void> {
  const since = parsePast(when, new Date());
  if (since === null) throw new UserError(`--since: unexpected ${JSON.stringify(when)}, expected a date such as 2026-12-01, or how long ago: 36h, 2d`);
  const settings = readSettings(environment);
  const credentials = chooseCredentials(settings.credentials, readCredentials(settings.dataDir));
  if (credentials === null) throw new UserError('Missing APP_ID, PRIVATE_KEY and WEBHOOK_SECRET, expected those of the App, as for `unpause serve`');
  // What goes wrong ends the command and is said there; standard output holds the report alone.
  const log = await createLogger({ level: 'fatal', format: 'json' });
  const github = await createGitHubApp({ credentials, apiUrl: settings.apiUrl, log }).asApp();
  const lines: string[] = [];
  const { seen, again } = await redeliver(github, {
    since,
    isDryRun,
    onRedelivery: ({ guid, event, action, delivered_at: at, status }) => lines.push(`${guid}  ${at}  ${event}${action === null ? '' : `.${action}`}  ${status}`),
  });
  lines.push(`${seen} ${seen === 1 ? 'delivery' : 'deliveries'} since ${since.toISOString()}; ${again} never arrived${again === 0 ? '' : isDryRun ? ', and would be sent again' : ', and were sent again'}`);
  await printOut(`${lines.join('\n')}\n`);
}
