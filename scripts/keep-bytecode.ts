/**
 * The last step of the build, in a process of its own: runs the commands that people run most, and keeps the bytecode
 * of what they needed beside the bundles. What they print is of no interest.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Launcher {
  main: (argv: readonly string[]) => Promise<void>;
  loaded: ReadonlyMap<string, { createCachedData: () => Buffer }>;
}

const root = resolve(import.meta.dirname, '..');
const { main, loaded } = (await import(pathToFileURL(join(root, 'dist', 'cli.js')).href)) as Launcher;

process.chdir(root);
await main(['lint', 'examples/rfcs/0001-rotate-signing-keys.md']);
await main(['lint', '--config', 'examples/unpause.yml', '--format', 'json', 'examples/rfcs']);
for (const [file, script] of loaded) writeFileSync(`${file}.bytecode`, script.createCachedData());
process.exitCode = 0;
