import { chooseCredentials, readCredentials } from '../app/credentials.ts';
import { forget } from '../app/forget.ts';
import { readSettings, type Environment } from '../app/settings.ts';
import { UserError } from '../files/user-error.ts';
import { productUrl, productVersion } from '../product-version.ts';
import { renderForgotten } from '../render/log/forget-text.ts';
import { readRepository } from './read-repository-name.ts';
import { printOut } from './standard-streams.ts';

export interface ForgetFlags {
  id?: string;
  repo?: string;
  dryRun?: boolean;
}

/** `unpause forget`: replaces a person by "former participant". Gives the exit status: 1 where something was left that should not be. */
export async function forgetCommand(user: string, { id, repo, dryRun: isDryRun = false }: ForgetFlags, environment: Environment): Promise<number> {
  const { apiUrl, credentials, databaseUrl, dataDir } = readSettings(environment);
  const report = await forget({
    login: readLogin(user),
    id: id === undefined ? null : readNumber(id),
    repository: repo === undefined ? null : readRepository(repo),
    isDryRun,
    apiUrl,
    userAgent: `unpause/${productVersion} (+${productUrl})`,
    credentials: chooseCredentials(credentials, readCredentials(dataDir)),
    token: environment.GITHUB_TOKEN === undefined || environment.GITHUB_TOKEN === '' ? null : environment.GITHUB_TOKEN,
    databaseUrl,
    dataDir,
  });
  await printOut(renderForgotten(report));
  return report.places.some(({ left }) => left.length > 0) ? 1 : 0;
}

function readLogin(text: string): string {
  const login = /^@?([A-Za-z0-9][A-Za-z0-9_-]{0,98})$/.exec(text)?.[1];
  if (login === undefined) throw new UserError(`unexpected ${JSON.stringify(text)}, expected a login, such as @octocat`);
  return login;
}

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new UserError(`--id: unexpected ${JSON.stringify(text)}, expected the number of an account, such as 583231`);
  return Number(text);
}
