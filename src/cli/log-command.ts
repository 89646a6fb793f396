import { readSettings, type Environment } from '../app/settings.ts';
import { checkLog, openLogWithToken, wholeLog, type CheckedRfc } from '../app/log-with-token.ts';
import { readKept } from '../app/read-kept.ts';
import { logText } from '../app/whole-log.ts';
import { writeMadr, writeSite } from '../app/write-log.ts';
import type { LogEntry } from '../decision/log/entry.ts';
import { compareEntries } from '../decision/log/compare-entries.ts';
import { UserError } from '../files/user-error.ts';
import { productUrl, productVersion } from '../product-version.ts';
import { isClean, renderCheck, type LogCheck } from '../render/log/log-check.ts';
import { atomLog } from '../render/log/log-atom.ts';
import { csvLog } from '../render/log/log-csv.ts';
import { isFolder, type LogFormat } from '../render/log/log-formats.ts';
import { jsonLog } from '../render/log/log-json.ts';
import { markdownLog } from '../render/log/log-markdown.ts';
import type { LogWriter } from '../render/log/log-writer.ts';
import { jsonLine } from '../render/report/json-line.ts';
import { writeText } from './log-output.ts';
import { readRepository } from './read-repository-name.ts';
import { printOut } from './standard-streams.ts';

export interface LogFlags {
  repo?: string;
  format?: LogFormat;
  output?: string;
}

export interface LogCheckFlags {
  repo?: string;
  format: 'text' | 'json';
}

/** `unpause log`: the decision log of a repository, made anew from GitHub. */
export async function logCommand({ repo, format = 'md', output }: LogFlags, environment: Environment): Promise<void> {
  if (isFolder(format) && output === undefined) throw new UserError(`Missing --output, expected a folder: --format ${format} writes many files`);
  const log = wholeLog(await open(repo, environment));
  if (format === 'html') await writeSite(log, output ?? '.');
  else if (format === 'madr') await writeMadr(log, output ?? '.');
  else await writeText(logText(writers[format], log), output ?? null);
}

/** When the feed was made is when it was read: what GitHub tells is not in the order in which it changed. */
const writers: Readonly<Record<Exclude<LogFormat, 'html' | 'madr'>, LogWriter>> = {
  md: markdownLog,
  json: jsonLog,
  csv: csvLog,
  atom: atomLog({ self: null, updatedAt: new Date().toISOString() }),
};

/** `unpause log check`: what was edited or deleted since. Gives the exit status: 1 where something differs. */
export async function logCheckCommand({ repo, format }: LogCheckFlags, environment: Environment): Promise<number> {
  const { repository, rfcs } = await open(repo, environment);
  const { databaseUrl } = readSettings({ DATABASE_URL: environment.DATABASE_URL });
  const check: LogCheck = { version: 1, repository: `${repository.owner}/${repository.name}`, decisions: 0, sources: 0, altered: [], faults: [], compared: null };
  const anew: LogEntry[] = [];
  for await (const checked of checkLog(rfcs)) {
    note(checked, check);
    if (databaseUrl !== null) anew.push(...checked.entries);
  }
  if (databaseUrl !== null) check.compared = compareEntries(await readKept(databaseUrl, repository.id), anew);
  await printOut(format === 'json' ? jsonLine(check) : renderCheck(check));
  return isClean(check) ? 0 : 1;
}

function note({ entries, faults, isAltered, url }: CheckedRfc, check: LogCheck): void {
  check.decisions += entries.length;
  check.sources += entries.reduce((sum, { sources }) => sum + sources.length, 0);
  check.faults.push(...faults);
  if (isAltered) check.altered.push(url);
}

async function open(repository: string | undefined, environment: Environment): ReturnType<typeof openLogWithToken> {
  if (repository === undefined) throw new UserError('Missing --repo, expected OWNER/NAME, such as acme/rfcs');
  const token = environment.GITHUB_TOKEN ?? '';
  if (token === '') throw new UserError('Missing GITHUB_TOKEN, expected a token that may read the repository');
  const { PRIVATE_KEY, PRIVATE_KEY_PATH, GITHUB_API_URL, GITHUB_URL } = environment;
  const { apiUrl, credentials } = readSettings({ PRIVATE_KEY, PRIVATE_KEY_PATH, GITHUB_API_URL, GITHUB_URL });
  const userAgent = `unpause/${productVersion} (+${productUrl})`;
  return await openLogWithToken({ token, apiUrl, userAgent, ...readRepository(repository), privateKey: credentials.privateKey });
}
