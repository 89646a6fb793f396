/**
 * Builds `dist/`: the command line (a launcher, its bundles and their bytecode), the App, the lint API, the remark preset,
 * and their types. Run by `npm ci` through `prepare`, and by `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { BuildOptions } from 'esbuild';
import { besideServer, lazilyRequired, lazyPackages, pureSources, quickBuiltins, readyConfig } from './build-plugins.ts';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

const shared: BuildOptions = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.13',
  metafile: true,
  logLevel: 'warning',
};

/** The command line as one script, and beside it what it requires only in some runs. */
const bundles: readonly BuildOptions[] = [
  { ...shared, entryPoints: { cli: 'src/cli/main.ts' }, plugins: [lazilyRequired, quickBuiltins, readyConfig, pureSources] },
  { ...shared, entryPoints: [...lazyPackages], plugins: [quickBuiltins] },
].map((options) => ({ ...options, format: 'cjs', outExtension: { '.js': '.cjs' }, minify: true }));

const modules: readonly BuildOptions[] = [
  { ...shared, entryPoints: { cli: 'src/cli/launch.ts' }, plugins: [besideServer, quickBuiltins] },
  { ...shared, entryPoints: ['src/lib.ts', 'src/remark.ts'], packages: 'external', plugins: [pureSources] },
  // The App, for `unpause serve` and for `probot run`: they have most of it in common.
  { ...shared, entryPoints: { server: 'src/cli/server.ts', index: 'src/index.ts' }, packages: 'external', splitting: true, chunkNames: 'app-[hash]' },
];

/**
 * Bytecode is taken away before the bundles change: V8 tells bytecode that does not belong to a script by little
 * more than the script's length.
 */
async function buildAll(esbuild: typeof import('esbuild')): Promise<void> {
  removeFiles((path) => path.endsWith('.bytecode'));
  const results = await Promise.all([...bundles, ...modules].map((options) => esbuild.build(options)));
  const made = new Set(results.flatMap(({ metafile }) => Object.keys(metafile?.outputs ?? {})).map((path) => resolve(root, path)));
  removeFiles((path) => !made.has(path) && !relative(dist, path).startsWith('types'));
}

/** Takes away what an earlier build left behind. */
function removeFiles(unwanted: (path: string) => boolean): void {
  if (!existsSync(dist)) return;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && unwanted(path)) rmSync(path);
  }
}

function runNode(args: readonly string[], stdout: 'inherit' | 'ignore'): number {
  return spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] }).status ?? 1;
}

async function loadEsbuild(): Promise<typeof import('esbuild') | null> {
  try {
    return await import('esbuild');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw new Error('esbuild is installed but does not load', { cause: error });
  }
}

const esbuild = await loadEsbuild();
if (esbuild === null) {
  console.log('build: esbuild is not installed (development dependencies are left out), so dist/ stays as it is');
} else {
  const began = performance.now();
  await buildAll(esbuild);
  const kept = runNode(['scripts/keep-bytecode.ts'], 'ignore');
  const declared = runNode(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], 'inherit');
  process.exitCode = kept || declared;
  console.log(`build: dist/ made in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
