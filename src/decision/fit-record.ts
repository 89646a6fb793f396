/**
 * Keeps the record small enough for its comment, whatever happens: what is over is folded into a count, the oldest
 * first and what matters least before the rest; what is open is never dropped, only its quotation is shortened, as the
 * words themselves stand where they were written.
 */
import { periodInForce } from './ladder/period.ts';
import { recordSize, type Record } from './record.ts';
import { withShortQuotes, withShortReasons } from './short-quotes.ts';

/** In bytes of UTF-8, after escaping. */
export const largestRecord = 40_000;

/** Heads before these are known to nobody's use. */
const keptHeads = 6;

type Folding = (record: Record) => Record | null;

/** From what matters least. Each step drops some of what is over, and answers null where nothing is left to drop. */
const foldings: readonly Folding[] = [
  folding('waits', ({ until }, { latest, periodFrom }) => until < latest && (periodFrom === null || until <= periodFrom), 0),
  folding('calls', () => true, 3),
  folding('objections', ({ withdrawnAt }) => withdrawnAt !== null, 0),
  folding('terms', ({ ended }) => ended !== null, 3),
  folding('escalations', ({ ended }) => ended !== null, 1),
  folding('tensions', () => true, 10),
  folding('objections', ({ setAside }) => setAside !== null, 3),
  folding('citations', () => true, 10),
  folding('decisions', () => true, 2),
  dropVoices(isAside),
  shorten((record) => withShortReasons(record, 80)),
  shorten((record) => withShortQuotes(record, 80)),
  shorten((record) => withShortReasons(record, 20)),
  shorten((record) => withShortQuotes(record, 20)),
  shorten((record) => withShortReasons(record, 0)),
  folding('objections', ({ setAside }) => setAside !== null, 0),
  folding('tensions', () => true, 1),
  folding('citations', () => true, 1),
  folding('terms', ({ ended }) => ended !== null, 1),
  folding('decisions', () => true, 1),
  shorten(withShortPeriod),
  folding('waits', ({ until }, { latest }) => until < latest, 0),
  dropVoices(() => true),
];

/** The same record where it is small enough. */
export function fitRecord(record: Record): Record {
  let fitted: Record = record.heads.length > keptHeads ? { ...record, heads: record.heads.slice(-keptHeads) } : record;
  if (isSurelySmall(fitted)) return fitted;
  for (const fold of foldings) {
    while (recordSize(fitted) > largestRecord) {
      const smaller = fold(fitted);
      if (smaller === null) break;
      fitted = smaller;
    }
  }
  return fitted;
}

/** Six bytes for a character is the most that escaping makes of it: most records need not be measured. */
function isSurelySmall(record: Record): boolean {
  return JSON.stringify(record).length * 6 <= largestRecord;
}

type Foldable = keyof Record['folded'];

interface Times {
  /** The last moment that the record knows of. */
  latest: string;
  /** When the period that counts began, whose end waits since then have put off; null without one. */
  periodFrom: string | null;
}

/** Drops the oldest quarter of what is over, but for the `kept` newest of all. */
function folding<Name extends Foldable>(name: Name, isOver: (entry: Record[Name][number], times: Times) => boolean, kept: number): Folding {
  return (record) => {
    const entries: readonly Record[Name][number][] = record[name];
    const times = { latest: record.read?.until ?? record.firstSeenAt, periodFrom: periodInForce(record)?.from ?? null };
    const over = entries.slice(0, Math.max(0, entries.length - kept)).filter((entry) => isOver(entry, times));
    if (over.length === 0) return null;
    const dropped = new Set(over.slice(0, Math.ceil(over.length / 4)));
    return { ...record, [name]: entries.filter((entry) => !dropped.has(entry)), folded: { ...record.folded, [name]: record.folded[name] + dropped.size } };
  };
}

/** That somebody was heard is still known from what they wrote; on which side they are is not. */
function dropVoices(mayGo: (voice: Record['voices'][number], record: Record) => boolean): Folding {
  return (record) => {
    const droppable = record.voices.filter((voice) => mayGo(voice, record));
    if (droppable.length === 0) return null;
    const dropped = new Set(droppable.slice(0, Math.ceil(droppable.length / 4)));
    return { ...record, voices: record.voices.filter((voice) => !dropped.has(voice)) };
  };
}

/** Nobody waits for the side of whom the period does not ask. */
function isAside({ by }: Record['voices'][number], record: Record): boolean {
  return periodInForce(record)?.entitled.some(({ id }) => id === by.id) !== true;
}

/** The call that began it has everybody's name, and each is known by their id; of what moved its end the last tells where it is. */
function withShortPeriod({ period, ...record }: Record): Record {
  return { ...record, period: period === null ? null : { ...period, entitled: period.entitled.map(({ id }) => ({ id, login: '?' })), extensions: period.extensions.slice(-1) } };
}

function shorten(short: (record: Record) => Record): Folding {
  return (record) => {
    const shorter = short(record);
    return recordSize(shorter) < recordSize(record) ? shorter : null;
  };
}
