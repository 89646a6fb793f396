/** Runs the built Action as a runner does: a process, variables, an event file, files for outputs and summary. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Tree } from '../support/github-server.ts';

export const root = resolve(import.meta.dirname, '../..');

export interface ActionManifest {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string };
}

export const manifest = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as ActionManifest;

/** Builds the Action into a folder of its own, so that no test depends on what is committed. */
export function buildAction(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unpause-action-'));
  const built = spawnSync(process.execPath, ['scripts/build-action.ts', '--out', folder], { cwd: root, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return folder;
}

export interface ActionRun {
  /** Where `buildAction` put it. */
  built: string;
  event: string;
  payload?: object;
  inputs?: Record<string, string>;
  /** What is in the workspace; without it, the workspace is empty. */
  checkout?: Tree;
  apiUrl?: string;
  commit?: string;
  variables?: Record<string, string>;
  repository?: string;
}

export interface ActionResult {
  status: number | null;
  stdout: string;
  stderr: string;
  /** What the runner would obey, in order: lines outside of `::stop-commands::`. */
  commands: string[];
  outputs: Record<string, string>;
  summary: string;
  workspace: string;
  /** The JSON report, parsed; null where none was written. */
  report: Report | null;
}

export interface Report {
  results: { path: string; findings: { rule: string; severity: string; message: string; line: number }[]; notChecked: { rule: string; reason: string }[]; decision: { owners: { login: string | null }[] } }[];
  summary: Record<string, number>;
}

const made: string[] = [];

/** Takes away every folder that runs have made. */
export function removeFolders(...more: string[]): void {
  for (const folder of [...made.splice(0), ...more]) rmSync(folder, { recursive: true, force: true });
}

export function writeTree(folder: string, tree: Tree): void {
  for (const [path, content] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export async function runAction(run: ActionRun): Promise<ActionResult> {
  const folder = mkdtempSync(join(tmpdir(), 'unpause-job-'));
  made.push(folder);
  const at = (name: string) => join(folder, name);
  for (const name of ['workspace', 'temp']) mkdirSync(at(name));
  for (const name of ['output', 'summary']) writeFileSync(at(name), '');
  writeFileSync(at('event.json'), JSON.stringify(run.payload ?? {}));
  writeTree(at('workspace'), run.checkout ?? {});
  const { status, stdout, stderr } = await spawned(join(run.built, 'index.js'), at('workspace'), variablesOf(run, at));
  const outputs = readOutputs(readFileSync(at('output'), 'utf8'));
  const report = outputs.report ? (JSON.parse(readFileSync(outputs.report, 'utf8')) as Report) : null;
  return { status, stdout, stderr, commands: obeyed(stdout), outputs, summary: readFileSync(at('summary'), 'utf8'), workspace: at('workspace'), report };
}

function variablesOf(run: ActionRun, at: (name: string) => string): Record<string, string> {
  const given = { token: 'job-token', ...run.inputs };
  const inputs = Object.entries(manifest.inputs).map(([name, input]) => {
    const value = (given as Record<string, string>)[name] ?? input.default ?? '';
    return [`INPUT_${name.toUpperCase()}`, value];
  });
  return {
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: at('event.json'),
    GITHUB_OUTPUT: at('output'),
    GITHUB_STEP_SUMMARY: at('summary'),
    GITHUB_REPOSITORY: run.repository ?? 'acme/rfcs',
    GITHUB_SHA: run.commit ?? 'main',
    GITHUB_WORKSPACE: at('workspace'),
    GITHUB_API_URL: run.apiUrl ?? 'http://127.0.0.1:1',
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: at('temp'),
    ...(Object.fromEntries(inputs) as Record<string, string>),
    ...run.variables,
  };
}

async function spawned(file: string, cwd: string, env: Record<string, string>): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [file], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => (texts[name] += text));
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, ...texts };
}

/** The file format of GITHUB_OUTPUT: `name<<DELIMITER`, the value, the delimiter. */
function readOutputs(text: string): Record<string, string> {
  const found = [...text.matchAll(/^(.+?)<<(.+)\n([\s\S]*?)\n\2$/gm)];
  return Object.fromEntries(found.map(([, name = '', , value = '']) => [name, value]));
}

/**
 * Reads a log as the runner does: `::name …::` at the start of a line and `##[name …]` anywhere in it are commands,
 * but for what stands between `::stop-commands::WORD` and `::WORD::`.
 */
function obeyed(stdout: string): string[] {
  let word: string | null = null;
  const commands: string[] = [];
  for (const line of stdout.split(/\r?\n|\r/)) {
    if (word !== null) {
      if (line.trim() === `::${word}::`) word = null;
      continue;
    }
    const stop = /^::stop-commands::(.+)$/.exec(line);
    if (stop) word = stop[1] ?? null;
    else if (/^\s*::[\w-]+.*::/.test(line) || line.includes('##[')) commands.push(line);
  }
  return commands;
}
