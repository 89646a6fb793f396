/** Times whole processes in turn, A B A B …, so that a ratio holds when the machine's speed drifts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Command {
  name: string;
  /** The program and its arguments; one that ends in `.js` or `.mjs` is run with this Node. */
  argv: readonly string[];
  cwd?: string;
  env?: Readonly<Record<string, string>>;
}

export interface Run {
  seconds: number;
  /** Peak memory in kB; null where the program is no Node. */
  memory: number | null;
}

export interface Comparison {
  name: string;
  median: number;
  memory: number | null;
  /** The median of ours divided by theirs, pair by pair; 1 for ours. */
  ratio: number;
  memoryRatio: number | null;
}

const preload = join(import.meta.dirname, 'peak-memory.js');

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}

/** Runs a command once. What it prints is thrown away; a program that cannot do its work is an error. */
export function runOnce(command: Command, measureMemory = false): Run {
  const [program = '', ...rest] = command.argv;
  const isNode = /\.m?js$/.test(program);
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  const memoryFile = join(scratch, 'peak');
  const watched = isNode && measureMemory;
  const argv = isNode ? [...(watched ? ['--import', preload] : []), program, ...rest] : rest;
  const env = { ...process.env, ...command.env, PEAK_MEMORY_FILE: memoryFile };
  const seconds = timed(command, isNode ? process.execPath : program, { argv, env });
  const memory = watched ? Number(readFileSync(memoryFile, 'utf8')) : null;
  rmSync(scratch, { recursive: true });
  return { seconds, memory };
}

function timed({ name, cwd }: Command, program: string, { argv, env }: { argv: string[]; env: NodeJS.ProcessEnv }): number {
  const began = performance.now();
  const run = spawnSync(program, argv, { cwd, env, stdio: 'ignore' });
  const seconds = (performance.now() - began) / 1000;
  if (run.error === undefined && run.status !== null && run.status <= 1) return seconds;
  throw new Error(`${name} did not do its work (status ${run.status}): ${argv.join(' ')}`, { cause: run.error });
}

/** Ours against each peer, `rounds` times in turn after one warm-up; memory is measured in a round of its own. */
export function compare(ours: Command, peers: readonly Command[], rounds: number): Comparison[] {
  const commands = [ours, ...peers];
  for (const command of rounds > 1 ? commands : []) runOnce(command);
  const times = commands.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    commands.forEach((command, index) => times[index]?.push(runOnce(command).seconds));
  }
  const memories = commands.map((command) => runOnce(command, true).memory);
  return commands.map((command, index) => {
    const [own = [], theirs = []] = [times[0], times[index]];
    const [ownMemory, memory = null] = [memories[0], memories[index]];
    return {
      name: command.name,
      median: median(theirs),
      memory,
      ratio: median(own.map((seconds, round) => seconds / (theirs[round] ?? Number.NaN))),
      memoryRatio: ownMemory && memory ? ownMemory / memory : null,
    };
  });
}
