/** What each person said about a decision, as the rungs weigh it: the last word of each, and the last that takes a side. */
import { isSpeech, keyOfWords, type Act } from '../acts.ts';
import { timeOf } from '../activity.ts';
import type { Account } from '../account.ts';
import { openObjections } from '../open-objections.ts';
import type { Objection, Record } from '../record-schema.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordsIn } from '../voices.ts';

export type Side = 'support' | 'abstain';

/** Something that somebody said. */
export interface Saying {
  by: Account;
  /** ISO 8601 in UTC. */
  at: string;
  /** Null where it is not there any more. */
  url: string | null;
  side: Side | null;
}

export interface Spoken {
  person: Account;
  first: Saying;
  last: Saying;
  /** The side that they are on: what they said last of it, unless they objected or asked for changes since. */
  side: Saying | null;
  /** The first of their objections that is neither withdrawn nor set aside: where and when. */
  objection: Pick<Saying, 'at' | 'url'> | null;
}

/** Somebody's words, and whether they take back a side that was taken before. */
interface Word extends Saying {
  isAgainst: boolean;
}

/** Everybody who said something, by their id, in the order in which they first spoke. */
export function spokenOn(snapshot: Snapshot, record: Record): Map<number, Spoken> {
  const spoken = new Map<number, Spoken>();
  for (const word of inOrder(wordsOf(snapshot, record))) {
    spoken.set(word.by.id, after(spoken.get(word.by.id), word));
  }
  const open = openObjections(record).reverse();
  const urls = urlsIn(snapshot, open);
  for (const { by, at, source } of open) {
    const known = spoken.get(by.id);
    if (known !== undefined) spoken.set(by.id, { ...known, objection: { at, url: urls.get(keyOfWords(source)) ?? null } });
  }
  return spoken;
}

/** What is written down of a comment is of the same moment, and comes after it. */
function inOrder(words: readonly Word[]): Word[] {
  const timed = words.map((word) => ({ word, time: timeOf(word) }));
  return timed.sort((one, other) => one.time - other.time).map(({ word }) => word);
}

/** What somebody has said once they have said this too. */
function after(before: Spoken | undefined, { isAgainst, ...saying }: Word): Spoken {
  const kept = isAgainst ? null : (before?.side ?? null);
  return { person: saying.by, first: before?.first ?? saying, last: saying, side: saying.side === null ? kept : saying, objection: null };
}

/** The record remembers also what was deleted since. */
function wordsOf(snapshot: Snapshot, record: Record): Word[] {
  const sides = new Map(record.voices.map(({ source, stance }) => [keyOfWords(source), stance]));
  const urls = urlsIn(snapshot, [...record.voices, ...record.objections]);
  const kept = ({ by, at, source }: Pick<Objection, 'by' | 'at' | 'source'>) => ({ by: { ...by, isBot: false }, at, url: urls.get(keyOfWords(source)) ?? null });
  return [
    ...wordsIn(snapshot, record).map((act) => ({ by: act.by, at: act.at, url: act.url, side: sideIn(act, sides), isAgainst: act.kind === 'review' && act.state === 'changes-requested' })),
    ...record.voices.map((voice) => ({ ...kept(voice), side: voice.stance, isAgainst: false })),
    ...record.objections.map((objection) => ({ ...kept(objection), side: null, isAgainst: true })),
  ];
}

/** An approval is support, unless the words with it say otherwise. */
function sideIn(act: Act, sides: ReadonlyMap<number, Side>): Side | null {
  if (!isSpeech(act)) return null;
  return sides.get(keyOfWords({ in: act.kind, id: act.id })) ?? (act.kind === 'review' && act.state === 'approved' ? 'support' : null);
}

/** Where these can be read. */
function urlsIn({ acts }: Snapshot, said: readonly Pick<Objection, 'source'>[]): Map<number, string> {
  if (said.length === 0) return new Map();
  return new Map(acts.filter(isSpeech).map((act) => [keyOfWords({ in: act.kind, id: act.id }), act.url]));
}
