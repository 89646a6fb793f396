import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createClock } from '../../src/demo/github/clock.ts';
import type { Asked } from '../../src/demo/github/edge/faults.ts';
import { installationOf, sendSigned } from '../support/app-in-town.ts';
import { databasesOfStories, newFolder, useDatabase, type TestDatabase } from '../support/databases.ts';
import { beginStory, chapters, shownAfter } from '../support/essay-story.ts';
import { runs } from '../support/property-runs.ts';
import { shownOn, statusesIn, type Scene } from '../support/rfc-scene.ts';
import { aTown, untilIdle, variablesOf, type Town } from '../support/running-app.ts';
import { doublesIn } from '../support/shown.ts';
import { startScript, type ServerProcess } from './a-process.ts';

const script = resolve(import.meta.dirname, '../support/serve-in-time.ts');
/** In one story every chapter is killed at its first write, in another at its second, and so on. */
const stories = Array.from({ length: runs({ desk: 1, ci: 2, long: 6 }) }, (_, index) => index + 1);
/** More looks than a chapter needs. */
const mostRounds = 20;

/** A server that is killed, and started again, as often as it takes. */
class MortalServer {
  readonly town: Town;
  kills = 0;
  #server: ServerProcess | null = null;
  #writesLeft = Infinity;
  readonly #clockFile = join(newFolder(), 'clock');
  readonly #database: TestDatabase;

  constructor(town: Town, database: TestDatabase) {
    this.town = town;
    this.#database = database;
    // What was lost with a process stays lost until something happens: no sweep comes.
    town.standIn.faults.next({ match: { method: 'GET', template: '/app/installations' }, kind: 503, times: Infinity });
    town.standIn.faults.next({ match: { test: (asked) => this.#isLast(asked) }, kind: 'reset', moment: 'after', times: Infinity });
  }

  /** From now on the write of this number is its last: it is made, and the process is gone before it knows. */
  killAt(write: number): void {
    this.#writesLeft = write;
  }

  /** Has it look at the RFC until a look writes nothing more. */
  async settle(scene: Scene): Promise<void> {
    writeFileSync(this.#clockFile, String(this.town.standIn.clock.now().getTime()));
    for (let round = 0; round < mostRounds; round += 1) {
      const server = await this.#alive();
      const before = this.#writes();
      try {
        await this.#look(scene);
      } catch (error) {
        if (!isDead(server)) throw error;
      }
      if (!isDead(server) && this.#writes() === before) return;
    }
    throw new Error(`Every one of ${mostRounds} looks wrote something, expected it to come to rest`);
  }

  async kill(): Promise<void> {
    this.#server?.child.kill('SIGKILL');
    await this.#server?.ended;
    this.#server = null;
  }

  async #alive(): Promise<ServerProcess> {
    if (this.#server !== null && !isDead(this.#server)) return this.#server;
    await this.kill();
    const server = startScript(['--disable-warning=ExperimentalWarning', script], { ...variablesOf(this.town, this.#database), CLOCK_FILE: this.#clockFile });
    this.#server = server;
    await server.logged('listening');
    return server;
  }

  async #look({ repo, number }: Scene): Promise<void> {
    const [owner = '', name = ''] = repo.split('/');
    const payload = { action: 'edited', installation: { id: installationOf(this.town, repo) }, repository: { name, owner: { login: owner } }, pull_request: { number } };
    await sendSigned(this.town, { event: 'pull_request', payload });
    await untilIdle(this.town.standIn, `http://127.0.0.1:${this.town.port}`);
  }

  #writes(): number {
    return this.town.standIn.requests.filter(isWrite).length;
  }

  #isLast(asked: Asked): boolean {
    if (!isWrite(asked)) return false;
    this.#writesLeft -= 1;
    if (this.#writesLeft !== 0) return false;
    this.kills += 1;
    this.#server?.child.kill('SIGKILL');
    return true;
  }
}

function isWrite({ method, path }: Pick<Asked, 'method' | 'path'>): boolean {
  return method !== 'GET' && path.startsWith('/repos/');
}

function isDead({ child }: ServerProcess): boolean {
  return child.killed || child.exitCode !== null || child.signalCode !== null;
}

describe.each(databasesOfStories)('the story with a server that is killed in every chapter, on $name', (kind) => {
  const database = useDatabase(kind);
  let server: MortalServer | null = null;
  afterEach(async () => {
    await server?.kill();
    await server?.town.close();
  });

  it.each(stories)('comes to the same end, killed at write %d', async (write) => {
    const clock = createClock(new Date('2026-03-02T10:00:00Z'), { frozen: true });
    const town = await aTown({ clock, tokenClock: createClock(new Date()) });
    const mortal = (server = new MortalServer(town, database()));
    const scene = beginStory(town);
    mortal.killAt(write);
    await mortal.settle(scene);
    for (const [index, { what, at, act }] of chapters.entries()) {
      clock.advance(Date.parse(`2026-${at}:00Z`) - clock.now().getTime());
      mortal.killAt(write);
      act?.(scene);
      await mortal.settle(scene);
      expect({ what, ...shownOn(scene) }).toEqual({ what, ...shownAfter[index] });
    }
    expect(doublesIn(town, scene.repo)).toEqual([]);
    expect(statusesIn(scene)).toHaveLength(1);
    expect(mortal.kills).toBeGreaterThanOrEqual(4);
    town.assertClean();
  });
});
