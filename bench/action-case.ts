/** The Action, start to finish on one document, beside markdownlint-cli2 called as its Action calls it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decided, pullRequestPayload } from '../test/action/payloads.ts';
import { goal, heading, table } from './goals.ts';
import { compare, type Command } from './paired-runs.ts';

const bundle = join(import.meta.dirname, '..', 'action', 'dist', 'index.js');

function prepareJob(): { folder: string; env: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'unpause-bench-action-'));
  mkdirSync(join(folder, 'workspace', 'rfcs'), { recursive: true });
  writeFileSync(join(folder, 'workspace', 'rfcs', '1.md'), decided);
  writeFileSync(join(folder, 'event.json'), JSON.stringify(pullRequestPayload()));
  for (const name of ['output', 'summary']) writeFileSync(join(folder, name), '');
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    GITHUB_REPOSITORY: 'acme/rfcs',
    GITHUB_SHA: 'feature',
    GITHUB_WORKSPACE: join(folder, 'workspace'),
    GITHUB_SERVER_URL: 'https://github.com',
    RUNNER_TEMP: folder,
    INPUT_MODE: 'lint',
    INPUT_CONFIG: '',
    'INPUT_FAIL-ON': 'error',
    'INPUT_SARIF-FILE': '',
    INPUT_ANNOTATIONS: 'true',
    INPUT_SUMMARY: 'true',
  };
  return { folder, env };
}

async function startStandIn(): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stand-in.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => { resolve(line.trim()); });
    child.once('exit', () => { reject(new Error('The stand-in for GitHub ended before it gave its address')); });
  });
  return { url, stop: () => child.kill() };
}

/** Compares with the document named (no request is made) and as a pull request brings it (with the requests that takes). */
export async function benchAction(peers: string, rounds: number): Promise<void> {
  heading('The Action, start to finish on one document');
  const { folder, env } = prepareJob();
  const standIn = await startStandIn();
  const cwd = join(folder, 'workspace');
  const named: Command = { name: 'unpause, the document named', cwd, argv: [bundle], env: { ...env, INPUT_TOKEN: '', INPUT_PATHS: 'rfcs/1.md' } };
  const pull: Command = { name: 'unpause, a pull request', cwd, argv: [bundle], env: { ...env, INPUT_TOKEN: 'token', INPUT_PATHS: '', GITHUB_API_URL: standIn.url } };
  const peer: Command = { name: 'markdownlint-cli2 as its Action', cwd, argv: [join(peers, 'markdownlint-action.js')], env: { ...env, INPUT_GLOBS: 'rfcs/1.md' } };
  const rows = compare(named, [peer], rounds);
  table(rows);
  goal(`ratio to ${peer.name}`, rows[1]?.ratio ?? Number.NaN, { atMost: 0.4 });
  // The peer asks GitHub nothing, so this is told beside it and measured against no goal.
  table(compare(pull, [], rounds));
  goal('bundle', statSync(bundle).size / 1000, { atMost: 500, unit: ' kB' });
  standIn.stop();
  rmSync(folder, { recursive: true });
}
