/** Servers as processes of their own, to be killed; GitHub is in the test's process and goes on. */
import { resolve } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { startProcess, startScript, type ServerProcess } from '../app/a-process.ts';
import type { TestDatabase } from './databases.ts';
import { aTown, untilIdle, variablesOf, type Town } from './running-app.ts';

const impatient = resolve(import.meta.dirname, 'serve-impatiently.ts');

export interface CrashServers {
  town: () => Town;
  /**
   * Starts a server, and resolves when it listens: on an embedded database the built command, on a shared one a server
   * that takes over a dead one's looks sooner.
   */
  start: (database: TestDatabase, variables?: Record<string, string>) => Promise<ServerProcess>;
  /** `kill -9`, and resolves when it has ended. */
  kill: (server: ServerProcess) => Promise<void>;
  /** Resolves once the server that takes the webhooks says that no look waits or is under way anywhere. */
  idle: () => Promise<void>;
}

/** A town for each test, in which no sweep comes: what was lost stays lost, and is seen. */
export function useCrashServers(): CrashServers {
  let town: Town;
  let servers: ServerProcess[];

  beforeEach(async () => {
    servers = [];
    town = await aTown();
    town.standIn.faults.next({ match: { method: 'GET', template: '/app/installations' }, kind: 503, times: Infinity });
  });
  afterEach(async () => {
    for (const server of servers) await kill(server);
    await town.close();
  });

  return {
    town: () => town,
    async start(database, more = {}) {
      const variables = { ...variablesOf(town, database), ...more };
      const isEmbedded = database.options.databaseUrl === null;
      const server = isEmbedded ? startProcess(['serve'], variables) : startScript(['--disable-warning=ExperimentalWarning', impatient], variables);
      servers.push(server);
      await server.logged('listening');
      return server;
    },
    kill,
    idle: async () => {
      await untilIdle(town.standIn, `http://127.0.0.1:${town.port}`);
    },
  };
}

async function kill({ child, ended }: ServerProcess): Promise<void> {
  child.kill('SIGKILL');
  await ended;
}
