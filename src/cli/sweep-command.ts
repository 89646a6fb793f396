import { readSettings, type Environment } from '../app/settings.ts';
import { sweepWithToken } from '../app/sweep-with-token.ts';
import { UserError } from '../files/user-error.ts';
import { productUrl, productVersion } from '../product-version.ts';
import { jsonLine } from '../render/report/json-line.ts';
import { renderSweep } from '../render/sweep-text.ts';
import { readRepository } from './read-repository-name.ts';
import { printOut } from './standard-streams.ts';

export interface SweepFlags {
  repo: string;
  dryRun?: boolean;
  format: 'text' | 'json';
}

/** `unpause sweep`: one look at every open RFC of a repository. Gives the exit status: 1 where one could not be looked at. */
export async function sweepCommand({ repo: repository, dryRun: isDryRun = false, format }: SweepFlags, environment: Environment): Promise<number> {
  const { owner, repo } = readRepository(repository);
  const token = environment.GITHUB_TOKEN ?? '';
  if (token === '') throw new UserError('Missing GITHUB_TOKEN, expected a token that may see the repository: of a workflow, of an installation of an App, or, with --dry-run, of a person');
  const { apiUrl } = readSettings({ GITHUB_API_URL: environment.GITHUB_API_URL, GITHUB_URL: environment.GITHUB_URL });
  const userAgent = `unpause/${productVersion} (+${productUrl})`;
  const report = await sweepWithToken({ token, apiUrl, userAgent, owner, repo, isDryRun, scope: { kind: 'all' }, assumedOwner: null });
  await printOut(format === 'json' ? jsonLine(report) : renderSweep(report));
  return report.rfcs.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
