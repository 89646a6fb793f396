/**
 * Replaces people by "former participant", wherever data names them: as a person, as the author of a source, as an
 * owner's name, and by handle in what others wrote. It walks whatever it is given, so that no field can be overlooked.
 */
import type { Person } from '../people.ts';
import { formerParticipant, type LogEntry } from './entry.ts';

/** Whom nothing is to name any more. Whoever is named by both goes by the id: a login can be another's by now. */
export interface Nameless {
  hasId: (id: number) => boolean;
  /** In any case. */
  hasLogin: (login: string) => boolean;
}

/** One person, by the name they go by, and by others that they went by. */
export function onePerson({ id, login }: Person, others: Iterable<string> = []): Nameless {
  const logins = new Set([login, ...others].map((each) => each.toLowerCase()));
  return { hasId: (other) => other === id, hasLogin: (other) => logins.has(other.toLowerCase()) };
}

/** The same people, also by the names under which data knows their ids: what was written before somebody was renamed. */
export function withNamesIn(data: unknown, nameless: Nameless): Nameless {
  const logins = new Set(namesIn(data, nameless).map((login) => login.toLowerCase()));
  return logins.size === 0 ? nameless : { ...nameless, hasLogin: (login) => logins.has(login.toLowerCase()) || nameless.hasLogin(login) };
}

/** Every login that stands beside an id of theirs. */
export function namesIn(data: unknown, nameless: Nameless): string[] {
  if (typeof data === 'string') {
    const [, id, login = ''] = recordedPerson.exec(data) ?? [];
    return id !== undefined && nameless.hasId(Number(id)) ? [login] : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  if (isPerson(data)) return nameless.hasId(data.id) ? [data.login] : [];
  return Object.values(data).flatMap((each) => namesIn(each, nameless));
}

/** The same entry without them; the very same where it does not name them. */
export function forgetInEntry(entry: LogEntry, nameless: Nameless): LogEntry {
  return forgetIn(entry, withNamesIn(entry, nameless)) as LogEntry;
}

/** The same data without them, records as they are encoded too; the very same where it does not name them. */
export function forgetIn(data: unknown, nameless: Nameless, key = ''): unknown {
  if (typeof data === 'string') return forgetInString(data, nameless, key);
  if (typeof data === 'number') return idKeys.has(key) && nameless.hasId(data) ? formerParticipant.id : data;
  if (Array.isArray(data)) return sameOr(data, key === 'passed' ? data.filter((id: unknown) => typeof id !== 'number' || !nameless.hasId(id)) : data.map((each) => forgetIn(each, nameless, key)));
  return typeof data === 'object' && data !== null ? forgetInObject(data, nameless) : data;
}

/** By the id: a login can be another's by now. Where a repository is, is not who took part. */
function forgetInObject(data: object, nameless: Nameless): object {
  if (isPerson(data)) return nameless.hasId(data.id) ? { ...data, ...formerParticipant } : data;
  const entries = Object.entries(data).map(([name, value]): [string, unknown] => [name, name === 'repository' ? value : forgetIn(value, nameless, name)]);
  return changedOr(data, entries);
}

function isPerson(data: object): data is Person {
  return 'id' in data && typeof data.id === 'number' && 'login' in data && typeof data.login === 'string';
}

/** A text in which they are named by handle, with a mention that notifies or one that does not, or in an event's name. */
export function forgetInText(text: string, nameless: Nameless): string {
  const mentioned = text.includes('@') ? text.replace(handle, (whole, written: string) => forgetHandle(whole, written, nameless)) : text;
  return mentioned.includes('.') ? mentioned.replace(dotted, (event) => forgetInEvent(event, nameless)) : mentioned;
}

/** A zero-width space keeps a mention from notifying, and a backslash a name from being markup. What goes on with a slash is a team. */
const handle = /@\u200b?([A-Za-z0-9](?:[A-Za-z0-9]|\\?[_-])*)(?!\\?[_-]|[A-Za-z0-9/])/g;

/** As GitHub reads `_thanks to @alice_`: what stands at its end can be markup. */
function forgetHandle(whole: string, written: string, { hasLogin }: Nameless): string {
  if (hasLogin(written.replaceAll('\\', ''))) return formerParticipant.login;
  const markup = /(?:\\?[_-])+$/.exec(written)?.[0] ?? '';
  return markup !== '' && hasLogin(written.slice(0, -markup.length).replaceAll('\\', '')) ? formerParticipant.login + markup : whole;
}

/** As the mark of a comment or an issue says what it is about: `dri.2.583231.octocat.drifting.pool`. */
const dotted = /[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+/g;

function forgetInEvent(event: string, { hasId, hasLogin }: Nameless): string {
  const parts = event.split('.');
  const at = parts.findIndex((part, index) => /^\d+$/.test(part) && hasId(Number(part)) && hasLogin(parts[index + 1] ?? ''));
  return at === -1 ? event : parts.with(at, String(formerParticipant.id)).with(at + 1, formerParticipant.login).join('.');
}

/** Under these, a number is somebody's id. */
const idKeys: ReadonlySet<string> = new Set(['by', 'holder', 'person', 'people', 'asked', 'waitsFor']);
/** Under these, a bare word is somebody's login. */
const loginKeys: ReadonlySet<string> = new Set(['login', 'logins', 'owners', 'ownersBefore', 'instead']);

/** As the record writes a person: `583231 octocat`. */
const recordedPerson = /^(\d+) (\S+)$/;
/** As the record writes the author of a source: `c12.583231.0f1e2d3c4b5a6978`. */
const source = /^([cr]\d+)\.(\d+)\.([0-9a-f]*)$/;

function forgetInString(text: string, nameless: Nameless, key: string): string {
  if (loginKeys.has(key) && nameless.hasLogin(text)) return formerParticipant.login;
  return forgetAsRecorded(text, nameless) ?? forgetInText(text, nameless);
}

/** Null for what is neither a person nor a source of theirs. */
function forgetAsRecorded(text: string, { hasId }: Nameless): string | null {
  const [, id] = recordedPerson.exec(text) ?? [];
  if (id !== undefined && hasId(Number(id))) return `${formerParticipant.id} ${formerParticipant.login}`;
  const [, words = '', by, hash = ''] = source.exec(text) ?? [];
  return by !== undefined && hasId(Number(by)) ? `${words}.${formerParticipant.id}.${hash}` : null;
}

function sameOr(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return before.length === after.length && after.every((each, index) => each === before[index]) ? before : after;
}

function changedOr(data: object, entries: readonly [string, unknown][]): object {
  const before = Object.values(data);
  return entries.every(([, value], index) => value === before[index]) ? data : Object.fromEntries(entries);
}
