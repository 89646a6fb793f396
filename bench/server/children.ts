/** Processes of their own for what is measured and for what measures it, so that one does not slow the other. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';

/** A process that answers one question at a time. */
export interface Child {
  ask: <Answer>(question: object) => Promise<Answer>;
  stop: () => Promise<void>;
}

const root = join(import.meta.dirname, '..', '..');
const bundles = join(root, 'node_modules', '.cache', 'bench-server');

/** The servers run as they are installed: as bundles, without the memory that stripping types takes. */
export async function bundleServers(): Promise<void> {
  const entryPoints = ['app-server', 'bare-probot', 'probot-with-queue', 'wake-rows', 'look-worker', 'web-server'].map((name) => join(import.meta.dirname, `${name}.ts`));
  await build({ absWorkingDir: root, entryPoints, outdir: bundles, bundle: true, format: 'esm', platform: 'node', target: 'node22.13', packages: 'external', logLevel: 'error' });
}

/** Starts a bundle (`app-server`) and waits until it says that it is ready. */
export async function startBundle(name: string, options: object, nodeOptions: readonly string[] = []): Promise<Child> {
  return await start(join(bundles, `${name}.js`), options, nodeOptions);
}

/** Starts a script of this folder and waits until it says that it is ready. */
export async function startScript(name: string, options: object = {}): Promise<Child> {
  return await start(join(import.meta.dirname, `${name}.ts`), options);
}

async function start(path: string, options: object, nodeOptions: readonly string[] = []): Promise<Child> {
  const child = fork(path, [JSON.stringify(options)], {
    execArgv: ['--expose-gc', ...nodeOptions],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = once(child, 'exit');
  const failure = ended.then(([code]) => {
    throw new Error(`${path} ended with status ${String(code)} before it answered`);
  });
  failure.catch(() => undefined);
  const answer = async (): Promise<unknown> => {
    const [message] = (await Promise.race([once(child, 'message'), failure])) as [{ answer?: unknown; mistake?: string }];
    if (message.mistake !== undefined) throw new Error(message.mistake);
    return message.answer;
  };
  await answer();
  return {
    ask: async <Answer>(question: object) => {
      child.send(question);
      return (await answer()) as Answer;
    },
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
