/**
 * Everything Unpause knows of one RFC's way to a decision: versioned data, kept in the status comment's last line.
 * Reading never throws and never guesses: a line that is not ours, or not whole, is no record.
 */
import * as z from 'zod/mini';
import { utf8Length } from '../lint/utf8-length.ts';
import { parseJson } from './parse-json.ts';
import { Record } from './record-schema.ts';
import { newestVersion, upgradeRecord } from './upgrade-record.ts';

export type { Record } from './record-schema.ts';

/**
 * What stands in the status comment's last line: a sound record, or why there is none. `unreadable` is no record that
 * the schema knows, `altered` one that Unpause did not sign; `copy` is the database's, where there is one. `newer` was
 * written by a later version of Unpause, and is not to be touched by this one. `unsealed` is whole, but anybody who may
 * edit the comment can have written it.
 */
export type ObservedRecord = { kind: 'sound'; record: Record } | { kind: 'unsealed'; record: Record } | { kind: 'none' | 'unreadable' | 'altered'; copy: Record | null } | { kind: 'newer'; version: number };

/** What is known of a record, seen or remembered; null where there is none that this version may read. */
export function recordOrCopy(observed: ObservedRecord): Record | null {
  if (observed.kind === 'newer') return null;
  return 'record' in observed ? observed.record : observed.copy;
}

/** Signs a text for one repository and one RFC; the key stays in the shell. */
export type Seal = (text: string) => string;

/** How the record's line begins. */
export const recordOpening = '<!-- unpause:record ';
const closing = ' -->';
/** `<`, `>` and `--` could end the comment; in JSON all three can be written otherwise. */
const dangerous = /[<>]|-(?=-)/g;
/** How a seal begins that was made without a key. */
export const openMark = 'open.';
/** Longer than any record may become: not worth parsing. */
const longest = 60_000;

const Line = z.strictObject({ record: z.looseObject({ version: z.int() }), seal: z.string() });

/** A record of which nothing is known yet but when the RFC was first seen. */
export function newRecord(firstSeenAt: string): Record {
  return Record.parse({ version: newestVersion, firstSeenAt });
}

/** The status comment's last line. The seal covers the record's JSON as it stands there. */
export function renderRecordLine(record: Record, seal: Seal): string {
  const json = recordJson(record);
  const line = `{"record":${json},"seal":${JSON.stringify(seal(json))}}`;
  return recordOpening + line.replace(dangerous, unicodeEscape) + closing;
}

/** How long the record's line would be, in bytes of UTF-8 after escaping. */
export function recordSize(record: Record): number {
  return utf8Length(recordJson(record).replace(dangerous, unicodeEscape));
}

/** Reads the record of a comment that is known to be Unpause's own. `copy` is what the database remembers. */
export function observeRecord(body: string, { seal, copy }: { seal: Seal; copy: Record | null }): ObservedRecord {
  const read = readLine(body);
  if (read === null) return { kind: 'unreadable', copy };
  const { record: found, seal: signature } = read;
  if (seal(JSON.stringify(found)) !== signature) return { kind: 'altered', copy };
  const upgraded = upgradeRecord(found);
  if (upgraded.kind === 'newer') return upgraded;
  const record = Record.safeParse(upgraded.data);
  if (!record.success) return { kind: 'unreadable', copy };
  if (isOutdated(record.data, copy)) return { kind: 'altered', copy };
  return { kind: signature.startsWith(openMark) ? 'unsealed' : 'sound', record: record.data };
}

/** The record as it stands in such a comment, whoever signed it; null where it is none that this version knows. */
export function recordAsItStands(body: string): Record | null {
  const read = readLine(body);
  return read === null ? null : decodeRecord(read.record);
}

function readLine(body: string): z.infer<typeof Line> | null {
  const line = body.slice(body.lastIndexOf('\n') + 1).trimEnd();
  if (!line.startsWith(recordOpening) || !line.endsWith(closing) || line.length > longest) return null;
  return Line.safeParse(parseJson(line.slice(recordOpening.length, -closing.length))).data ?? null;
}

/** A record that has read less than the copy is one of Unpause's own, put back by somebody. */
function isOutdated({ read }: Record, copy: Record | null): boolean {
  const known = copy?.read ?? null;
  return known !== null && (read === null || Date.parse(read.until) < Date.parse(known.until));
}

/** The record as data that JSON can hold, also for the database; what is null, empty or true is left out. */
export function encodeRecord(record: Record): unknown {
  return withoutEmpty(z.encode(Record, record));
}

/** Reads what `encodeRecord` wrote, in any version; null where it is no record that this version knows. */
export function decodeRecord(data: unknown): Record | null {
  const versioned = z.looseObject({ version: z.int() }).safeParse(data);
  if (!versioned.success) return null;
  const upgraded = upgradeRecord(versioned.data);
  return upgraded.kind === 'newer' ? null : (Record.safeParse(upgraded.data).data ?? null);
}

function recordJson(record: Record): string {
  return JSON.stringify(encodeRecord(record));
}

function withoutEmpty(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutEmpty);
  if (data === null || typeof data !== 'object') return data;
  const kept = Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== true && !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutEmpty(value)]));
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
