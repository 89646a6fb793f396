/** What is believed of a record that nobody sealed: what it alone can know, as far as it can be true. */
import { newRecord } from './record.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';

/** The look that wrote the first comment began no longer before it. In milliseconds. */
const longestLook = 3_600_000;
/** Nobody on GitHub has this id. */
const nobody = 0;

/** `firstWordAt` is when Unpause first wrote something here. */
export function believedRecord(found: Record, snapshot: Pick<Snapshot, 'rfc' | 'people'>, { firstWordAt, now }: { firstWordAt: string; now: Date }): Record {
  const { rebuilt, read, owners, ownersAt, ownersBefore, wordings } = found;
  return {
    ...newRecord(firstSeenAt(found, firstWordAt)),
    rebuilt,
    read,
    heads: possibleHeads(found.heads, snapshot.rfc, now),
    owners,
    ownerIds: found.ownerIds.map((owner) => ({ ...owner, id: isSomebodyElse(owner, snapshot) ? nobody : owner.id })),
    ownersAt: ownersAt !== null && isPast(ownersAt, now) ? ownersAt : null,
    ownersBefore,
    // Whether one is editorial is said in a comment, and read there.
    wordings: wordings.filter(({ at }) => isPast(at, now)).map((wording) => ({ ...wording, editorial: null })),
  };
}

/** Those that were seen since there is an RFC, and not in the future. */
export function possibleHeads(heads: Record['heads'], { createdAt }: Pick<Snapshot['rfc'], 'createdAt'>, now: Date): Record['heads'] {
  return heads.filter(({ at }) => isPast(at, now) && Date.parse(at) >= Date.parse(createdAt));
}

/** It decides from when on commands are heard, where GitHub does not tell when Unpause was switched on. */
function firstSeenAt(found: Record, firstWordAt: string): string {
  const word = Date.parse(firstWordAt);
  const seen = Date.parse(found.firstSeenAt);
  // Two clocks are never quite the same.
  if (seen > word + longestLook) return firstWordAt;
  return seen < word - longestLook ? new Date(word - longestLook).toISOString() : found.firstSeenAt;
}

/** The name is another account's now: either it was registered anew, or the record was edited. Neither makes an owner. */
function isSomebodyElse({ id, login }: Record['ownerIds'][number], { people, rfc }: Pick<Snapshot, 'rfc' | 'people'>): boolean {
  const found = [...people.map(({ account }) => account), rfc.author].find((account) => account.login.toLowerCase() === login.toLowerCase());
  return found !== undefined && found.id !== id;
}

function isPast(at: string, now: Date): boolean {
  return Date.parse(at) <= now.getTime();
}
