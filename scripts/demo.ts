/**
 * `npm run demo`: the main job on a copy of `examples/`. Lints it, mends what is certain, lets two people name
 * themselves as Decision Owners, and shows what changed and what is left. The copy is gone afterwards.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { useColour } from '../src/cli/use-colour.ts';

const root = resolve(import.meta.dirname, '..');
const colour = useColour({ asked: undefined, environment: process.env, terminal: () => process.stdout.isTTY });
const lint = ['lint', '--config', 'examples/unpause.yml', 'examples/rfcs'];

/** What a person writes, after the report has asked for it. */
const answers = [
  { who: 'Erin', rfc: 'examples/rfcs/0005-shared-design-tokens.md', owner: '@erin' },
  { who: 'Bob', rfc: 'examples/rfcs/0008-drop-node-20.md', owner: '@bob' },
];
const mendedByFix = 'examples/rfcs/0009-a-shorter-hiring-loop.md';

function paint(code: number, text: string): string {
  return colour ? `\u001b[${code}m${text}\u001b[0m` : text;
}

function heading(text: string): void {
  console.log(`\n${paint(1, text)}\n`);
}

/** Runs the command line as somebody would type it; a status above 1 means that it could not do its work. */
function unpause(folder: string, args: readonly string[], shown: 'everything' | 'notes' = 'everything'): void {
  console.log(paint(2, `$ unpause ${args.join(' ')}`));
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(root, 'bin', 'unpause.js'), ...args, colour ? '--color' : '--no-color'], { cwd: folder, encoding: 'utf8' });
  if (error) throw new Error('the command line did not start', { cause: error });
  console.log((shown === 'notes' ? stderr : stderr + stdout).trimEnd());
  if (status === null || status > 1) throw new Error(`the command line ended with ${status}`);
}

/** The lines that differ: enough where a text changed in one place. */
function showDifference(path: string, before: string, after: string): void {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && old[start] === now[start]) start += 1;
  let same = 0;
  while (same < Math.min(old.length, now.length) - start && old.at(-1 - same) === now.at(-1 - same)) same += 1;
  console.log(paint(1, path));
  for (const line of old.slice(start, old.length - same)) console.log(paint(31, `  - ${line}`.trimEnd()));
  for (const line of now.slice(start, now.length - same)) console.log(paint(32, `  + ${line}`.trimEnd()));
}

function nameOwner(folder: string, { rfc, owner }: (typeof answers)[number]): void {
  const text = readFileSync(join(folder, rfc), 'utf8');
  writeFileSync(join(folder, rfc), text.replace('[Name here]', owner));
}

function demo(folder: string): void {
  cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const changed = [mendedByFix, ...answers.map(({ rfc }) => rfc)].sort();
  const before = new Map(changed.map((path) => [path, read(path)]));

  heading('1. Ten RFCs: who decides?');
  unpause(folder, lint);

  heading('2. What is certain mends itself, and people do the rest');
  unpause(folder, [...lint, '--fix'], 'notes');
  for (const answer of answers) {
    nameOwner(folder, answer);
    console.log(`${answer.who} says: "I decide this one", and writes ${answer.owner} into ${answer.rfc}`);
  }

  heading('3. What changed');
  for (const [path, text] of before) showDifference(path, text, read(path));

  heading('4. And now?');
  unpause(folder, lint);
  console.log(`\nThe others are for people to decide. Try it on your own: ${paint(36, 'unpause lint path/to/rfcs')}`);
}

const folder = mkdtempSync(join(tmpdir(), 'unpause-demo-'));
try {
  demo(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
