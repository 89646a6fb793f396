/** What the build does for a quick start of the command line. Each plugin says what it saves. */
import { builtinModules } from 'node:module';
import type { Plugin } from 'esbuild';

/** Packages that few runs need: the front matter's and the config's languages. */
export const lazyPackages = ['yaml', 'smol-toml'] as const;

/**
 * Modules of Node are fetched when one of their exports is first used. An `import` of one makes the module loader
 * read all its exports, and some of these load half of Node: 5 to 15 ms of start-up. It also spares bundled CommonJS
 * packages a `require`.
 */
export const quickBuiltins: Plugin = {
  name: 'quick-builtins',
  setup(build) {
    const names = new Set(builtinModules);
    build.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      const suffix = kind === 'require-call' ? '?required' : '';
      return names.has(name) ? { path: `node:${name}`, suffix, namespace: 'builtin', sideEffects: false } : undefined;
    });
    build.onLoad({ filter: /./, namespace: 'builtin' }, async ({ path, suffix }) => {
      // Its properties are also set, so no copy will do; and it is always loaded.
      if (path === 'node:process') return { contents: `${suffix === '' ? 'export default' : 'module.exports ='} process;`, loader: 'js' };
      return { contents: await lazyExports(path, `process.getBuiltinModule('${path}')`), loader: 'js' };
    });
  },
};

/** A module whose exports are those of another one, which is loaded when the first of them is asked for. */
async function lazyExports(path: string, load: string): Promise<string> {
  const names = Object.keys((await import(path)) as object).filter((name) => name !== 'default' && name !== 'module.exports');
  const getters = names.map((name) => `get ${name}() { return load().${name}; }`);
  return `let loaded; const load = () => loaded ??= ${load}; module.exports = { ${getters.join(', ')} };`;
}

/**
 * The default config as data: computing the same object from its schema at every start costs 14 ms. Nothing else of
 * the schema is wanted where the command line and the lint API it calls import it.
 */
export const readyConfig: Plugin = {
  name: 'ready-config',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/config\/schema\.ts$/ }, ({ path, importer }) => {
      const wanted = /[\\/]src[\\/](?:lib|cli[\\/](?:load-config|template-matcher))\.ts$/.test(importer);
      return wanted ? { path, namespace: 'ready-config', sideEffects: false } : undefined;
    });
    build.onLoad({ filter: /./, namespace: 'ready-config' }, async () => {
      const { defaultConfig } = await import('../src/config/schema.ts');
      return { contents: `export const defaultConfig = ${JSON.stringify(defaultConfig)};`, loader: 'js' };
    });
  },
};

/** Our own modules do nothing but export, so what nobody imports from one is left out, and what only that needs. */
export const pureSources: Plugin = {
  name: 'pure-sources',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, async ({ path, pluginData, ...where }) => {
      if (pluginData === resolvedHere || !/[\\/]src(?:[\\/]|$)/.test(where.resolveDir)) return undefined;
      const { importer, namespace, resolveDir, kind, with: attributes } = where;
      const result = await build.resolve(path, { importer, namespace, resolveDir, kind, with: attributes, pluginData: resolvedHere });
      return { ...result, sideEffects: false };
    });
  },
};

const resolvedHere = Symbol('resolved by pure-sources');

/**
 * `yaml` alone takes 10 ms to load, and is needed only once a document has front matter. The engine is synchronous,
 * so no `import()` can wait for it: the package becomes a bundle of its own, required when one of its exports is
 * first used.
 */
export const lazilyRequired: Plugin = {
  name: 'lazily-required',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${lazyPackages.join('|')})$`) }, ({ path }) => ({ path, namespace: 'lazy' }));
    build.onResolve({ filter: /^\.\/.*\.cjs$/ }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: 'lazy' }, async ({ path }) => {
      return { contents: await lazyExports(path, `require('./${path}.cjs')`), loader: 'js' };
    });
  },
};

/** The App is a bundle of its own, imported by the launcher when a command runs it. */
export const besideServer: Plugin = {
  name: 'beside-server',
  setup(build) {
    build.onResolve({ filter: /^\.\/server\.ts$/ }, () => ({ path: './server.js', external: true }));
  },
};
