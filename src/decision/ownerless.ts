/** Whether nobody is named who makes the final call. */
import { ownersOf } from './owner.ts';
import type { Record } from './record-schema.ts';
import type { Snapshot } from './snapshot.ts';
import { ownershipOf } from './standing.ts';

/** An owner whom `/owner` named stands where the documents name none. */
export function isOwnerless(snapshot: Snapshot, record: Pick<Record, 'namedOwner' | 'ownerIds'>): boolean {
  return ownershipOf(snapshot.documents) === 'missing' && !isOverruled(snapshot, record);
}

/** Whether it is known who makes the final call: nobody is asked for input before that. */
export function isOwned(snapshot: Snapshot, record: Pick<Record, 'namedOwner' | 'ownerIds'>): boolean {
  return (ownershipOf(snapshot.documents) === 'named' && ownersOf(snapshot, record).length > 0) || isOverruled(snapshot, record);
}

function isOverruled(snapshot: Snapshot, { namedOwner, ownerIds }: Pick<Record, 'namedOwner' | 'ownerIds'>): boolean {
  const owners = ownersOf(snapshot, { namedOwner, ownerIds });
  return namedOwner !== null && owners.length === 1 && owners[0]?.id === namedOwner.person.id;
}
