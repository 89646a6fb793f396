/** What a key from the queue means: which look it asks for. */
import type { LookKey } from './look-key.ts';
import { lookAtCommit } from './look-at-commit.ts';
import { lookAtGroup } from './look-at-group.ts';
import { lookAtRfc } from './look-at-rfc.ts';
import { openPlace, type Place, type PlaceParts } from './open-place.ts';
import type { AddLooks, Look } from './ports.ts';
import { leaveAlone } from './refuse-repository.ts';
import { sweepInstallation, sweepRepository } from './sweep.ts';

export interface LookParts extends PlaceParts {
  addLooks: AddLooks;
}

/** A look for the worker; it throws where GitHub does not answer, and is made again later. */
export function createLook(parts: LookParts): Look {
  const { connect, database, addLooks } = parts;
  return async (key, signal) => {
    if (key.kind === 'installation') {
      await sweepInstallation(key.installation, { github: await connect(key.installation), database, addLooks });
      return;
    }
    const opened = await openPlace(key, parts);
    if (opened.ok) await lookAt(key, opened.place, { addLooks, signal });
    else await leaveAlone(key, opened, parts);
  };
}

async function lookAt(key: Exclude<LookKey, { kind: 'installation' }>, place: Place, { addLooks, signal }: { addLooks: AddLooks; signal: AbortSignal }): Promise<void> {
  switch (key.kind) {
    case 'rfc':
      await lookAtRfc(key, place, signal);
      return;
    case 'merge-group':
      await lookAtGroup(key, place, signal);
      return;
    case 'repository':
      await sweepRepository(key, place, addLooks);
      return;
    case 'commit':
      await lookAtCommit(key, place, addLooks);
  }
}
