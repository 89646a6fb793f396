/**
 * Builds `action/dist/`: the Action in one file, the loop and the holidays in files that are loaded only where they are
 * wanted, and the licences of what is in them. It is committed, as GitHub runs
 * it from the repository. `--check` builds in memory and fails where the committed bytes are others; `--out FOLDER`
 * writes elsewhere.
 */
import { builtinModules } from 'node:module';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { lazyPackages, readyConfig } from './build-plugins.ts';

const root = resolve(import.meta.dirname, '..');
const committed = join(root, 'action', 'dist');
/** In bytes; the runner parses all of it before the first line runs. The holidays are data, and loaded for one country or none. */
const largest: Readonly<Record<string, number>> = { 'index.js': 500_000, 'loop.js': 1_000_000, 'date-holidays.js': 2_000_000 };

/**
 * `@actions/core` can fetch OIDC tokens and look at the machine, which we never ask for. Its packages for that (an HTTP
 * client with all of undici, 400 kB and 50 ms of start-up) do not say that they are free of side effects; they are.
 */
const withoutOidc: Plugin = {
  name: 'without-oidc',
  setup(bundler) {
    bundler.onResolve({ filter: /^@actions\/(?:http-client|exec|io)(?:\/|$)/ }, async ({ path, pluginData, ...where }) => {
      if (pluginData === 'seen') return undefined;
      return { ...(await bundler.resolve(path, { ...where, pluginData: 'seen' })), sideEffects: false };
    });
  },
};

/** Node's modules are fetched from the process: importing them makes the module loader list all their exports. */
const quickBuiltins: Plugin = {
  name: 'quick-builtins',
  setup(bundler) {
    const names = new Set(builtinModules);
    bundler.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path }) => {
      const name = path.replace(/^node:/, '');
      return names.has(name) ? { path: `node:${name}`, namespace: 'builtin', sideEffects: false } : undefined;
    });
    bundler.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({ contents: `module.exports = process.getBuiltinModule('${path}');`, loader: 'js' }));
  },
};

/** Packages for front matter and configs: in the bundle, but not run before one of their exports is used. */
const lazyInside: Plugin = {
  name: 'lazy-inside',
  setup(bundler) {
    bundler.onResolve({ filter: new RegExp(`^(?:${lazyPackages.join('|')})$`) }, ({ path, namespace }) => (namespace === 'lazy' ? undefined : { path, namespace: 'lazy', sideEffects: false }));
    bundler.onLoad({ filter: /./, namespace: 'lazy' }, async ({ path }) => {
      const names = Object.keys((await import(path)) as object).filter((name) => name !== 'default' && name !== 'module.exports');
      const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
      return { contents: `let loaded; const load = () => loaded ??= require('${path}'); module.exports = { ${getters.join(', ')} };`, loader: 'js', resolveDir: root };
    });
  },
};

/**
 * Our own modules do nothing but export, so what nobody imports is left out, and what only that needs. The answer must
 * be the same whoever imports a module: where importers differ, the first one to be read decides, and no two builds
 * need be alike.
 */
const pureSources: Plugin = {
  name: 'pure-sources',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\.?\// }, async ({ path, importer, pluginData, ...where }) => {
      if (pluginData === 'seen' || importer.includes('node_modules')) return undefined;
      return { ...(await bundler.resolve(path, { importer, ...where, pluginData: 'seen' })), sideEffects: false };
    });
  },
};

/** Of our own manifest the bundle needs the version; the rest would make it stale with every change of a script. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (resolve(path) !== join(root, 'package.json')) return undefined;
      const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** What is loaded only in some runs lies beside the bundle that loads it. */
const besideBundle: Plugin = {
  name: 'beside-bundle',
  setup(bundler) {
    const files: Record<string, string> = { './loop.ts': './loop.js', 'date-holidays': './date-holidays.js' };
    bundler.onResolve({ filter: /^(?:\.\/loop\.ts|date-holidays)$/ }, ({ path, kind }) => (kind === 'dynamic-import' ? { path: files[path] ?? path, external: true } : undefined));
  },
};

/** Each of the bundles by its name, and what it begins with. */
const bundles: Readonly<Record<string, string>> = {
  'index.js': 'action/index.ts',
  'loop.js': 'action/loop.ts',
  'date-holidays.js': 'date-holidays',
};

interface Bundled {
  name: string;
  text: string;
  metafile: Metafile;
}

async function bundle(name: string, entry: string): Promise<Bundled> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `action/dist/${name}`,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [besideBundle, withoutOidc, quickBuiltins, lazyInside, readyConfig, pureSources, versionOnly],
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild made no file, expected action/dist/${name}`);
  return { name, metafile, text: `// Generated by scripts/build-action.ts from ${entry} - do not edit. Licences: licenses.txt\n${file.text}` };
}

/** The files of `action/dist/`, by name. The same sources and packages give the same bytes on every machine. */
export async function buildAction(): Promise<Map<string, string>> {
  const bundled = await Promise.all(Object.entries(bundles).map(async ([name, entry]) => await bundle(name, entry)));
  return new Map([...bundled.map(({ name, text }) => [name, text] as const), ['licenses.txt', licenses(bundled.map(({ metafile }) => metafile))]]);
}

/** The licence of every package that has a byte in a bundle. */
function licenses(metafiles: readonly Metafile[]): string {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs)).flatMap((output) => Object.entries(output.inputs));
  const folders = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).flatMap(([path]) => packageFolder(path));
  const texts = [...new Set(folders)].sort().map(licenseOf);
  return `Generated by scripts/build-action.ts - do not edit.\nThe bundles contain the packages below.\n\n${texts.join('\n')}`;
}

function packageFolder(path: string): string[] {
  const match = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path);
  return match ? [match[0]] : [];
}

function licenseOf(folder: string): string {
  const path = join(root, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, string>;
  const file = readdirSync(path).sort().find((entry) => /^licen[cs]e(?:\.md|\.txt)?$/i.test(entry));
  const text = file === undefined ? 'The package ships no licence text.' : readFileSync(join(path, file), 'utf8').replace(/\r\n/g, '\n').trim();
  return `${'-'.repeat(80)}\n${name} ${version} (${license ?? 'no licence named'})\n\n${text}\n`;
}

/** Names of files whose committed bytes are not those of a fresh build, and of files that no build makes. */
function staleFiles(files: ReadonlyMap<string, string>): string[] {
  const there = existsSync(committed) ? readdirSync(committed) : [];
  const differing = [...files].filter(([name, text]) => !there.includes(name) || readFileSync(join(committed, name), 'utf8') !== text).map(([name]) => name);
  return [...differing, ...there.filter((name) => !files.has(name))];
}

async function main(options: readonly string[]): Promise<number> {
  const files = await buildAction();
  const tooLarge = Object.entries(largest).flatMap(([name, limit]) => {
    const size = Buffer.byteLength(files.get(name) ?? '');
    return size > limit ? [`action/dist/${name} would have ${size} bytes, expected at most ${limit}; look at what was imported last`] : [];
  });
  if (tooLarge.length > 0) {
    for (const line of tooLarge) console.error(`build-action: ${line}`);
    return 1;
  }
  if (options.includes('--check')) {
    const stale = staleFiles(files);
    if (stale.length > 0) console.error(`build-action: action/dist is stale (${stale.join(', ')}); run \`node scripts/build-action.ts\` and commit what it writes`);
    return stale.length > 0 ? 1 : 0;
  }
  const folder = options[0] === '--out' && options[1] ? resolve(options[1]) : committed;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const sizes = Object.keys(bundles).map((name) => `${name} has ${(Buffer.byteLength(files.get(name) ?? '') / 1024).toFixed(0)} kB`);
  console.log(`build-action: ${folder} made, ${sizes.join(', ')}`);
  return 0;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
