/** The real server as a process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');
const bin = join(root, 'bin', 'unpause.js');
const probot = join(root, 'node_modules', 'probot', 'bin', 'probot.js');

export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;

export interface ServerProcess {
  child: ChildProcess;
  /** Everything on standard output and standard error so far. */
  output: () => string;
  /** Resolves with the line of the log that has this message; rejects when the process ends without it. */
  logged: (message: string) => Promise<Record<string, unknown>>;
  /** Its exit status, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts `unpause` with these variables and no others; the log is JSON, as standard output is no terminal. */
export function startProcess(args: readonly string[], environment: Record<string, string>): ServerProcess {
  return startScript([bin, ...args], environment);
}

/** Starts the App under Probot's own server. */
export function startUnderProbot(environment: Record<string, string>): ServerProcess {
  return startScript([probot, 'run', join(root, 'dist', 'index.js')], { LOG_FORMAT: 'json', ...environment });
}

/** Runs a script of ours with these variables and no others. */
export function startScript(script: readonly string[], environment: Record<string, string>): ServerProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, script, { env: { PATH, HOME, TMPDIR, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const hasEnded = once(child, 'close').then(([status, signal]) => (status as number | null) ?? (signal as NodeJS.Signals | null));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  const find = (message: string): Record<string, unknown> | undefined => {
    const lines = output.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>).find(({ msg }) => msg === message);
  };
  const logged = async (message: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const found = find(message);
      if (found) return found;
      const more = await Promise.race([once(child.stdout, 'data'), hasEnded.then(() => null)]);
      if (more === null && !find(message)) throw new Error(`the server ended without saying "${message}", but: ${output}`);
    }
  };
  return { child, output: () => output, logged, ended: hasEnded };
}
