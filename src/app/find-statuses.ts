/**
 * Where the status comments of a repository stand. They tell of RFCs whose label is gone, and of those that had many
 * comments before Unpause came; what they say is read when their turn comes, so that a long log needs no more memory.
 */
import { statusMarker } from '../decision/markers.ts';
import { recordAsItStands, recordOpening } from '../decision/record.ts';
import { botOf, type AppIdentity } from '../github/app-identity.ts';
import type { GitHub, Repository, RfcAddress } from '../github/client.ts';
import { listComments, type CommentOf } from '../github/list-comments.ts';
import { readFirstComments } from '../github/read-first-comments.ts';
import { isSealedByServer } from './record-seal.ts';

/** A status comment with a record, by a bot: nobody but a bot writes one. */
export interface StatusPlace {
  id: number;
  /** Who keeps it. */
  app: AppIdentity;
  isSealed: boolean;
  /** Up to when its record has read the RFC, and when it was written last: milliseconds since 1970. */
  readUntil: number;
  updatedAt: number;
}

export interface FoundStatuses {
  /** By the number of their RFC: one for each. */
  places: ReadonlyMap<number, StatusPlace>;
  /** False: there are comments that are older than those that were gone through. */
  isWhole: boolean;
}

/** So many hundreds of comments are gone through, the newest first. */
const mostPages = 100;

export async function findStatuses(github: GitHub, repository: Repository): Promise<FoundStatuses> {
  const places = new Map<number, StatusPlace>();
  let seen = 0;
  for await (const comment of listComments(github, { ...repository, mostPages })) {
    seen += 1;
    const place = placeOf(comment);
    if (place !== null) places.set(comment.number, keptUp(place, places.get(comment.number)));
  }
  return { places, isWhole: seen < 100 * mostPages };
}

/** Among the first hundred comments of one RFC. */
export async function findStatus(github: GitHub, address: RfcAddress): Promise<StatusPlace | null> {
  const comments = await readFirstComments(github, address);
  const places = comments.flatMap(({ user, updatedAt, words }) => placeOf({ ...words, user, updatedAt }) ?? []);
  return places.reduce<StatusPlace | null>((best, place) => keptUp(place, best), null);
}

function placeOf({ id, user, body, updatedAt }: Pick<CommentOf, 'id' | 'user' | 'body' | 'updatedAt'>): StatusPlace | null {
  const app = botOf(user);
  if (app === null || !body.startsWith(statusMarker) || !body.includes(`\n${recordOpening}`)) return null;
  const until = recordAsItStands(body)?.read?.until ?? null;
  return { id, app, isSealed: isSealedByServer(body), readUntil: until === null ? 0 : Date.parse(until), updatedAt: Date.parse(updatedAt) };
}

/**
 * Where the App took over from the Action there are two, and the older one is kept up no more. A server's counts; of two
 * of a kind, the one that has read on; and where neither has, the one that was written last.
 */
function keptUp(one: StatusPlace, other: StatusPlace | null | undefined): StatusPlace {
  if (other === null || other === undefined) return one;
  if (one.isSealed !== other.isSealed) return one.isSealed ? one : other;
  if (one.readUntil !== other.readUntil) return one.readUntil > other.readUntil ? one : other;
  return one.updatedAt > other.updatedAt ? one : other;
}
