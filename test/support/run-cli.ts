/** Runs the real command line as a process, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Report } from '../../src/lint/report.ts';

export const repository = resolve(import.meta.dirname, '..', '..');
const bin = join(repository, 'bin', 'unpause.js');

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
  /** Standard error, line by line. */
  lines: string[];
}

export interface RunOptions {
  input?: string | Buffer;
  environment?: Record<string, string>;
  /** The working directory, beneath the folder. */
  from?: string;
}

/** A folder to run in: what is in it, and what became of it. */
export interface Workplace {
  path: string;
  run: (args: readonly string[], options?: RunOptions) => Run;
  /** Runs `lint … --format json` and reads the report. */
  report: (args: readonly string[], options?: RunOptions) => Report;
  read: (path: string) => string;
  write: (path: string, content: string | Buffer) => void;
  /** Every file with its content, for comparing before and after. */
  tree: () => Record<string, string>;
  remove: () => void;
}

/** Makes a folder with these files in it. */
export function makeWorkplace(files: Record<string, string | Buffer> = {}): Workplace {
  const path = mkdtempSync(join(tmpdir(), 'unpause-cli-'));
  const write: Workplace['write'] = (name, content) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  const run: Workplace['run'] = (args, options) => runCli(path, args, options);
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    run,
    report(args, options) {
      const { stdout, stderr } = run(['lint', '--format', 'json', ...args], options);
      if (stdout === '') throw new Error(`no report, but: ${stderr}`);
      return JSON.parse(stdout) as Report;
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    write,
    tree: () => treeOf(path),
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The project's examples in a folder of their own. */
export function makeExamples(): Workplace {
  const place = makeWorkplace();
  cpSync(join(repository, 'examples'), join(place.path, 'examples'), { recursive: true });
  return place;
}

function runCli(folder: string, args: readonly string[], { input = '', environment = {}, from = '' }: RunOptions = {}): Run {
  const { PATH, HOME, TMPDIR } = process.env;
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
    cwd: join(folder, from),
    encoding: 'utf8',
    input,
    env: { PATH, HOME, TMPDIR, ...environment },
    maxBuffer: 1 << 28,
    // A command that never ends fails here, and not as the end of all patience with the whole run.
    timeout: 120_000,
  });
  if (error) throw new Error(`unpause ${args.join(' ')} did not run`, { cause: error });
  return { status, stdout, stderr, lines: stderr.split('\n').filter((line) => line !== '') };
}

function treeOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(entries.map((name) => [name, contentOf(join(folder, name))]));
}

function contentOf(path: string): string {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  return stats.isFile() ? readFileSync(path, 'latin1') : 'no file';
}
