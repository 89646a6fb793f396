import type { Mistake } from '../src/config/mistake.ts';
import type { ParseResult } from '../src/config/parse.ts';
import type { Config } from '../src/config/schema.ts';
import type { GitHub } from '../src/github/client.ts';
import { readConfigFiles, readInherited, type ConfigFiles } from '../src/github/config-file.ts';
import { GitHubError } from '../src/github/github-error.ts';
import { defaultConfig } from '../src/lib.ts';
import { rules } from '../src/rules/registry.ts';
import { readCheckout } from './checkout.ts';
import type { Job } from './event.ts';
import { detail, warning, type Note } from './note.ts';

export const defaultPath = '.github/unpause.yml';

/** The config this job is judged by, or what is wrong with it. */
export type JobConfig = { ok: true; config: Config; notes: Note[] } | { ok: false; path: string; mistakes: Mistake[] };

export interface ConfigRequest {
  github: GitHub | null;
  /** The input `config`; empty for the usual place. */
  path: string;
}

/**
 * Reads the config from the default branch through the API, also when there is a checkout: a pull request does not
 * change the rules that judge it. A job that judges no change of somebody else's may fall back to its checkout.
 */
export async function readJobConfig(job: Job, { github, path: asked }: ConfigRequest): Promise<JobConfig> {
  const path = asked || defaultPath;
  const found = await readFromDefaultBranch(job, github, path);
  if (typeof found !== 'string') return await judge(found, { path, asked });
  const local = mayUseCheckout(job) ? await readCheckout(job.workspace, path) : null;
  if (local === null) {
    return { ok: true, config: defaultConfig, notes: [warning(`The config on the default branch could not be read (${found}); the built-in default applies.`)] };
  }
  const text = local.toString('utf8');
  const inherited = await readInherited(github, text, { ...job.repository, path });
  const read = await judge({ text, ...inherited }, { path, asked });
  return read.ok ? { ...read, notes: [...read.notes, detail(`The config was read from the checkout (${found}).`)] } : read;
}

/** The files, or why they could not be read. */
async function readFromDefaultBranch({ repository: { owner, name } }: Job, github: GitHub | null, path: string): Promise<ConfigFiles | string> {
  if (!github) return 'there is no token to ask with';
  try {
    return await readConfigFiles(github, { owner, name, path });
  } catch (error) {
    if (error instanceof GitHubError) return error.seen;
    throw new Error(`while reading the config ${path} of ${owner}/${name}`, { cause: error });
  }
}

function mayUseCheckout({ trigger }: Job): boolean {
  return trigger.kind === 'repository' || (trigger.kind === 'range' && trigger.judgesItself);
}

async function judge({ text, inherited, unread }: ConfigFiles, { path, asked }: { path: string; asked: string }): Promise<JobConfig> {
  const result = text === null && inherited.length === 0 ? builtIn : await parse(text ?? '', inherited);
  if (!result.ok) return { ok: false, path, mistakes: result.mistakes };
  const notes = unread.map(warning);
  // On the day the file is added, the default branch does not have it yet: so no failure, even where it was named.
  if (text === null && asked !== '') notes.push(warning(`There is no ${path} on the default branch, so ${inherited.length > 0 ? 'the inherited config' : 'the built-in default'} applies.`));
  else if (text === null && inherited.length === 0) notes.push(detail(`There is no ${path} on the default branch: the built-in default applies.`));
  return { ok: true, config: result.config, notes };
}

const builtIn = { ok: true, config: defaultConfig } as const;

/** The schema and what else reading a config takes are loaded only where there is one: that is half of the start-up. */
async function parse(text: string, inherited: ConfigFiles['inherited']): Promise<ParseResult> {
  const { parseConfig } = await import('../src/config/parse.ts');
  return parseConfig(text, { rules, inherited });
}
