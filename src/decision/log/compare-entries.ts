/** Compares the log as it was kept with the log as it is made anew from GitHub. */
import { keyOfEntry, renderKey, type LogEntry, type LogKey } from './entry.ts';

/** `missing`: it was kept, and GitHub tells of it no more; `not-kept`: the other way round. */
export type LogDifference = (LogKey & { what: 'missing' | 'not-kept' }) | (LogKey & { what: 'differs'; fields: readonly string[] });

export function compareEntries(kept: readonly LogEntry[], anew: readonly LogEntry[]): LogDifference[] {
  const found = new Map(anew.map((entry) => [nameOf(entry), entry]));
  const known = new Set(kept.map(nameOf));
  const changed = kept.flatMap((entry): LogDifference[] => {
    const now = found.get(nameOf(entry));
    if (now === undefined) return [{ ...keyOfEntry(entry), what: 'missing' }];
    const fields = fieldsThatDiffer(entry, now);
    return fields.length === 0 ? [] : [{ ...keyOfEntry(entry), what: 'differs', fields }];
  });
  return [...changed, ...anew.filter((entry) => !known.has(nameOf(entry))).map((entry): LogDifference => ({ ...keyOfEntry(entry), what: 'not-kept' }))];
}

function fieldsThatDiffer(one: LogEntry, other: LogEntry): string[] {
  const before = new Map(Object.entries(one));
  return Object.entries(other).flatMap(([field, value]) => (JSON.stringify(value) === JSON.stringify(before.get(field)) ? [] : [field]));
}

function nameOf(entry: LogEntry): string {
  return renderKey(keyOfEntry(entry));
}
