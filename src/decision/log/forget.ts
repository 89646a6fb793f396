/**
 * Replaces a person by "former participant", wherever data names them: as a person, as the author of a source, as an
 * owner's name, and by handle in what others wrote. It walks whatever it is given, so that no field can be overlooked.
 */
import type { Person } from '../people.ts';
import { formerParticipant, type LogEntry } from './entry.ts';

/** The same entry without them; the very same where it does not name them. */
export function forgetInEntry(entry: LogEntry, person: Person): LogEntry {
  return forgetIn(entry, person) as LogEntry;
}

/** The same data without them, records as they are encoded too; the very same where it does not name them. */
export function forgetIn(data: unknown, person: Person, key = ''): unknown {
  if (typeof data === 'string') return forgetInString(data, person, key);
  if (typeof data === 'number') return data === person.id && idKeys.has(key) ? formerParticipant.id : data;
  if (Array.isArray(data)) return sameOr(data, key === 'passed' ? data.filter((id) => id !== person.id) : data.map((each) => forgetIn(each, person, key)));
  return typeof data === 'object' && data !== null ? forgetInObject(data, person) : data;
}

/** By the id: a login can be another's by now. Where a repository is, is not who took part. */
function forgetInObject(data: object, person: Person): object {
  if ('id' in data && 'login' in data) return data.id === person.id ? { ...data, ...formerParticipant } : data;
  const entries = Object.entries(data).map(([name, value]): [string, unknown] => [name, name === 'repository' ? value : forgetIn(value, person, name)]);
  return changedOr(data, entries);
}

/** A text in which they are named by handle, with a mention that notifies or one that does not, or in an event's name. */
export function forgetInText(text: string, { id, login }: Person): string {
  if (!text.toLowerCase().includes(login.toLowerCase().split(/[^a-z0-9]/, 1)[0] ?? '')) return text;
  const name = escaped(login);
  // A zero-width space keeps a mention from notifying, and a backslash a name from being markup.
  const loose = Array.from(login, (character) => (/[A-Za-z0-9]/.test(character) ? character : `\\\\?${escaped(character)}`)).join('');
  return text
    .replace(new RegExp(`\\b${id}\\.${name}(?![A-Za-z0-9-])`, 'gi'), `${formerParticipant.id}.${formerParticipant.login}`)
    .replace(new RegExp(`@\\u200b?${loose}(?![A-Za-z0-9_/-])`, 'gi'), formerParticipant.login);
}

/** Under these, a number is somebody's id. */
const idKeys: ReadonlySet<string> = new Set(['by', 'holder', 'person', 'people', 'asked', 'waitsFor']);
/** Under these, a bare word is somebody's login. */
const loginKeys: ReadonlySet<string> = new Set(['login', 'logins', 'owners', 'ownersBefore', 'instead']);

/** As the record writes the author of a source: `c12.583231.0f1e2d3c4b5a6978`. */
const source = /^([cr]\d+)\.(\d+)\.([0-9a-f]*)$/;

function forgetInString(text: string, person: Person, key: string): string {
  const { id, login } = person;
  if (loginKeys.has(key) && text.toLowerCase() === login.toLowerCase()) return formerParticipant.login;
  // As the record writes a person.
  if (text.startsWith(`${id} `) && /^\d+ \S+$/.test(text)) return `${formerParticipant.id} ${formerParticipant.login}`;
  const [, words, by, hash] = source.exec(text) ?? [];
  return by === String(id) ? `${words ?? ''}.${formerParticipant.id}.${hash ?? ''}` : forgetInText(text, person);
}

function sameOr(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return before.length === after.length && after.every((each, index) => each === before[index]) ? before : after;
}

function changedOr(data: object, entries: readonly [string, unknown][]): object {
  const before = Object.values(data);
  return entries.every(([, value], index) => value === before[index]) ? data : Object.fromEntries(entries);
}

function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '\\$&');
}
