/**
 * Replaces a person by "former participant", wherever data names them: as a person, as the author of a source, as an
 * owner's name, and by handle in what others wrote. It walks whatever it is given, so that no field can be overlooked.
 */
import type { Person } from '../people.ts';
import { formerParticipant, type LogEntry } from './entry.ts';
import type { Record } from '../record-schema.ts';

const longestLogin = 100;

/** The same entry without them; the very same where it does not name them. */
export function forgetInEntry(entry: LogEntry, person: Person): LogEntry {
  return replaced(entry, person) as LogEntry;
}

/** The same record without them; the very same where it does not name them. */
export function forgetInRecord(record: Record, person: Person): Record {
  const known = replaced(record, person) as Record;
  const passed = known.passed.filter((id) => id !== person.id);
  return passed.length === known.passed.length ? known : { ...known, passed };
}

/** A text in which they are named by handle, with a mention that notifies or one that does not, or by an event's name. */
export function forgetInText(text: string, { id, login }: Person): string {
  if (login.length > longestLogin || !text.toLowerCase().includes(login.toLowerCase())) return text;
  const name = login.replace(/[^A-Za-z0-9]/g, '\\$&');
  // A zero-width space keeps a mention from notifying, and a backslash a name from being markup.
  const loose = login.split('').map((character) => (/[A-Za-z0-9]/.test(character) ? character : `\\\\?\\${character}`)).join('');
  return text
    .replace(new RegExp(`\\b${id}\\.${name}(?![A-Za-z0-9-])`, 'gi'), `${formerParticipant.id}.${formerParticipant.login}`)
    .replace(new RegExp(`@\\u200b?${loose}(?![A-Za-z0-9_-])`, 'gi'), formerParticipant.login);
}

function replaced(data: unknown, person: Person): unknown {
  if (typeof data === 'string') return data.toLowerCase() === person.login.toLowerCase() ? formerParticipant.login : forgetInText(data, person);
  if (Array.isArray(data)) return sameOr(data, data.map((each) => replaced(each, person)));
  if (data === null || typeof data !== 'object') return data;
  if (isThem(data, person)) return { ...data, ...formerParticipant };
  const entries = Object.entries(data);
  const changed = entries.map(([key, value]) => (key === 'by' && value === person.id ? formerParticipant.id : replaced(value, person)));
  return changed.every((value, index) => value === entries[index]?.[1]) ? data : Object.fromEntries(entries.map(([key], index) => [key, changed[index]]));
}

/** By the id where they have one: a login can be another's by now. */
function isThem(data: object, person: Person): boolean {
  return 'id' in data && 'login' in data && data.id === person.id;
}

function sameOr(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.every((each, index) => each === before[index]) ? before : after;
}
