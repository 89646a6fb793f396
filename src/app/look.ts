/** What a key from the queue means: which look it asks for. */
import type { Database } from '../store/tables.ts';
import type { Chat } from './database-chat.ts';
import { databaseMemory } from './database-memory.ts';
import { databaseStewards } from './database-stewards.ts';
import type { LookKey } from './look-key.ts';
import { lookAtCommit } from './look-at-commit.ts';
import { lookAtGroup } from './look-at-group.ts';
import { lookAtRfc } from './look-at-rfc.ts';
import { lookAtStewardship } from './look-at-stewardship.ts';
import { openPlace, type Place, type PlaceParts } from './open-place.ts';
import type { AddLooks, Look } from './ports.ts';
import { leaveAlone } from './refuse-repository.ts';
import { stewardsLook, sweepInstallation, sweepRepository } from './sweep.ts';

export interface LookParts extends Omit<PlaceParts, 'memory'> {
  database: Database;
  addLooks: AddLooks;
  /** Where the digests go besides; null: nowhere. */
  chat: Chat | null;
}

/** A look for the worker; it throws where GitHub does not answer, and is made again later. */
export function createLook(parts: LookParts): Look {
  const { connect, database, addLooks, chat, now } = parts;
  const memory = databaseMemory(database, now);
  return async (key, signal) => {
    if (key.kind === 'installation') {
      await sweepInstallation(key, { ...parts, github: await connect(key.installation) });
      return;
    }
    const opened = await openPlace(key, { ...parts, memory });
    if (opened.ok) await lookAt(key, opened.place, { database, addLooks, chat, signal });
    else await leaveAlone(key, opened, parts);
  };
}

interface LookTools {
  database: Database;
  addLooks: AddLooks;
  chat: Chat | null;
  signal: AbortSignal;
}

async function lookAt(key: Exclude<LookKey, { kind: 'installation' }>, place: Place, tools: LookTools): Promise<void> {
  switch (key.kind) {
    case 'rfc': {
      const { reportsTension } = await lookAtRfc(key, place, tools.signal);
      if (reportsTension) await tools.addLooks([stewardsLook(key)]);
      return;
    }
    case 'merge-group':
      await lookAtGroup(key, place, tools);
      return;
    case 'repository':
      await sweepRepository(key, place, { ...tools, hasChat: tools.chat !== null });
      return;
    case 'stewards':
      await lookAtStewardship(place, databaseStewards(tools.database, place, { installation: key.installation, chat: tools.chat }), { isDryRun: false, signal: tools.signal });
      return;
    case 'commit':
      await lookAtCommit(key, place, tools);
  }
}
