import { spawn } from 'node:child_process';
import { createLogger, logLevels, type Logger } from '../app/log.ts';
import { stopSignal } from '../app/stop-signal.ts';
import { serveDemo } from '../demo/serve-demo.ts';
import { startDemo } from '../demo/start-demo.ts';
import { StoryMistake } from '../demo/story/stage.ts';
import { tellStory } from '../demo/story/tell-story.ts';
import { UserError } from '../files/user-error.ts';
import { isTerminal, printOut, say } from './standard-streams.ts';

export interface DemoFlags {
  port: string;
  check?: boolean;
  open: boolean;
}

const standardOutput = 1;

/** `unpause demo`: serves the page until it is told to stop, or tells the story; resolves with the exit status. */
export async function demoCommand(flags: DemoFlags, environment: Readonly<Record<string, string | undefined>>): Promise<number> {
  const log = await createLogger({ level: readLevel(environment.LOG_LEVEL), format: isTerminal(standardOutput) ? 'pretty' : 'json' });
  if (flags.check === true) return await check(log);
  await serve(readPort(flags.port), { log, mayOpen: flags.open && isTerminal(standardOutput) });
  return 0;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UserError(`Unexpected \`${text}\` for --port, expected a whole number from 0 (any free one) to 65535`);
  return port;
}

/** Quiet unless asked: the page and the story say what happens. */
function readLevel(text = 'error'): (typeof logLevels)[number] {
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw new UserError(`Unexpected \`${text}\` in LOG_LEVEL, expected one of: ${logLevels.join(', ')}`);
  return level;
}

async function serve(port: number, { log, mayOpen }: { log: Logger; mayOpen: boolean }): Promise<void> {
  // From here on, so that a signal while it starts leaves nothing behind either.
  const stopped = stopSignal();
  await printOut('Starting a GitHub of its own, and Unpause beside it …\n');
  const demo = await serveDemo({ port, log });
  try {
    await printOut(`\n  ${demo.url}\n\nOpen it in a browser. Nothing leaves this machine, and nothing is kept; Ctrl-C ends it.\n`);
    if (mayOpen) openBrowser(demo.url);
    await stopped;
  } finally {
    await demo.close();
  }
}

const openers: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Where it does not open, the address is on the screen. */
function openBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

async function check(log: Logger): Promise<number> {
  const stopped = stopSignal();
  const demo = await startDemo({ log });
  try {
    const interrupted = stopped.then((signal) => {
      throw new StoryMistake(`Unexpected ${signal}, expected the story to be told to its end`);
    });
    await Promise.race([interrupted, tellStory({ demo, say: (line) => void printOut(`${line}\n`) })]);
    await printOut('\nEverything is as told.\n');
    return 0;
  } catch (error) {
    if (!(error instanceof StoryMistake)) throw error;
    say(error.message);
    return 1;
  } finally {
    await demo.close();
  }
}
