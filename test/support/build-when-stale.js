// Jest's globalSetup: the tests of the command line run the built one, so it must be what the sources say.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
// The bytecode is the last thing that a build writes.
const lastBuilt = join(root, 'dist', 'cli.cjs.bytecode');
const sources = ['package.json', 'scripts/build.ts', 'scripts/build-plugins.ts', 'scripts/keep-bytecode.ts'].map((path) => join(root, path));

/** Builds `dist/` where a source is younger than it. */
export default function buildWhenStale() {
  if (existsSync(lastBuilt) && newest([...sources, ...filesIn('src')]) <= timeOf(lastBuilt)) return;
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('dist/ is older than src/ and could not be built: run `npm run build` and see what it says');
}

function filesIn(folder) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function newest(paths) {
  return Math.max(...paths.map(timeOf));
}

function timeOf(path) {
  return statSync(path).mtimeMs;
}
