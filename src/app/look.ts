/** What a key from the queue means: which look it asks for. */
import type { Database } from '../store/tables.ts';
import { databaseMemory } from './database-memory.ts';
import type { LookKey } from './look-key.ts';
import { lookAtCommit } from './look-at-commit.ts';
import { lookAtGroup } from './look-at-group.ts';
import { lookAtRfc } from './look-at-rfc.ts';
import { openPlace, type Place, type PlaceParts } from './open-place.ts';
import type { AddLooks, Look } from './ports.ts';
import { leaveAlone } from './refuse-repository.ts';
import { sweepInstallation, sweepRepository } from './sweep.ts';

export interface LookParts extends Omit<PlaceParts, 'memory'> {
  database: Database;
  addLooks: AddLooks;
}

/** A look for the worker; it throws where GitHub does not answer, and is made again later. */
export function createLook(parts: LookParts): Look {
  const { connect, database, addLooks, now } = parts;
  const memory = databaseMemory(database, now);
  return async (key, signal) => {
    if (key.kind === 'installation') {
      await sweepInstallation(key, { github: await connect(key.installation), database, addLooks });
      return;
    }
    const opened = await openPlace(key, { ...parts, memory });
    if (opened.ok) await lookAt(key, opened.place, { database, addLooks, signal });
    else await leaveAlone(key, opened, parts);
  };
}

interface LookTools {
  database: Database;
  addLooks: AddLooks;
  signal: AbortSignal;
}

async function lookAt(key: Exclude<LookKey, { kind: 'installation' }>, place: Place, tools: LookTools): Promise<void> {
  switch (key.kind) {
    case 'rfc':
      await lookAtRfc(key, place, tools.signal);
      return;
    case 'merge-group':
      await lookAtGroup(key, place, tools);
      return;
    case 'repository':
      await sweepRepository(key, place, tools);
      return;
    case 'commit':
      await lookAtCommit(key, place, tools);
  }
}
