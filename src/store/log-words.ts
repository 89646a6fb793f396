/** What an entry of the decision log is found by: words and people, in the forms in which the database compares them. */
import type { LogEntry } from '../decision/log/entry.ts';
import type { Person } from '../decision/people.ts';

/** Longer than any word that somebody looks for. */
const longestWord = 60;

/** The words of a text, in lower case, each once. */
export function searchWords(text: string): string[] {
  const found = text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(found.map((word) => word.slice(0, longestWord).replace(/[\ud800-\udbff]$/, '')))];
}

/** As a `tsquery`: every one of the words, or the beginning of one. They are of letters and digits alone. */
export function wordsWanted(words: readonly string[]): string {
  return words.map((word) => `'${word}':*`).join(' & ');
}

/** Everything in an entry that somebody may remember of it. */
export function wordsIn(entry: LogEntry): string[] {
  const { repository, question, context, why, domain, topic, principles, objections, tensions, review, number } = entry;
  const reasons = [why, review?.why, ...objections.flatMap((objection) => [objection.why, objection.answered?.why, objection.setAside?.why]), ...tensions.map((tension) => tension.why)];
  const names = [domain, topic, ...principles, ...peopleIn(entry).map(({ login }) => login), repository.owner, repository.name, String(number)];
  return searchWords([question, context, ...reasons, ...names].filter((text) => typeof text === 'string').join(' '));
}

/** Everybody whom an entry names, each once. */
export function peopleIn({ by, owner, voices, objections, tensions, reopened, review }: LogEntry): Person[] {
  const objecting = objections.flatMap((objection) => [objection.by, objection.answered?.by, objection.setAside?.by]);
  const all = [by, owner, ...voices.map(({ person }) => person), ...objecting, ...tensions.map((tension) => tension.by), reopened?.by, review?.by];
  const people = all.filter((person) => person !== null && person !== undefined);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

export function personKey(id: number): string {
  return `#${id}`;
}

export function loginKey(login: string): string {
  return `@${login.replace(/^@/, '').toLowerCase().replaceAll('\0', '')}`;
}

/** An array as PostgreSQL reads it from a text; both drivers take a text in the same way. */
export function textArray(values: readonly string[]): string {
  const quoted = [...new Set(values)].map((value) => `"${value.replaceAll('\0', '').replace(/[\\"]/g, '\\$&')}"`);
  return `{${quoted.join(',')}}`;
}
