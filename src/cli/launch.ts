/**
 * Starts the command line from its bundle, with the bytecode that the build kept beside it: compiling the bundle at
 * every start would cost 25 ms. V8 refuses the bytecode of another Node, and compiles; nothing is ever written here.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

type Wrapper = (exports: object, require: (request: string) => unknown, module: { exports: unknown }) => void;

/** The bundles that were loaded so far, by file name; the build asks for their bytecode. */
export const loaded = new Map<string, Script>();

/** Runs one command; see `main.ts`, which the bundle begins with. */
export async function main(argv: readonly string[]): Promise<void> {
  const bundle = loadBundle('./cli.cjs') as typeof import('./main.ts');
  // From here, as a script that is run with bytecode cannot import a module.
  await bundle.main(argv, async () => await import('./server.ts'));
}

/** Loads a CommonJS bundle that lies beside this file, as `require` would. */
function loadBundle(request: string): unknown {
  const filename = join(import.meta.dirname, request);
  const bytecode = `${filename}.bytecode`;
  const script = new Script(`(function (exports, require, module) {${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    ...(existsSync(bytecode) && { cachedData: readFileSync(bytecode) }),
  });
  loaded.set(filename, script);
  const module = { exports: {} };
  (script.runInThisContext() as Wrapper)(module.exports, loadBundle, module);
  return module.exports;
}
