/**
 * Who is asked for input by name: in the body of the RFC, or in a comment by its author or its Decision Owner. A name
 * in code, in a quotation, in a command, or on a line that says who is kept informed, asks nobody.
 */
import { isSpeech, type Addressee } from './acts.ts';
import type { Account, Snapshot } from './snapshot.ts';

/** Somebody is asked, at a moment; in ISO 8601 in UTC. */
export interface Naming {
  of: Addressee;
  at: string;
}

/** Everybody who is asked by name, as often as it happens, the earliest first. Only those whom the snapshot knows. */
export function askedByName(snapshot: Snapshot, owners: readonly Account[]): Naming[] {
  const { rfc, acts } = snapshot;
  const speakers = new Set([rfc.author, ...owners].map(({ id }) => id));
  const words = acts.filter(isSpeech).filter(({ by, isOwn }) => speakers.has(by.id) && !by.isBot && !isOwn);
  const texts = [{ at: rfc.createdAt, body: rfc.body }, ...words];
  return texts.flatMap(({ at, body }) => handlesIn(body).flatMap((handle) => addresseeOf(handle, snapshot)).map((of) => ({ of, at })));
}

/** The person or team that a handle such as `alice` or `acme/infra` means, if the snapshot knows it. */
export function addresseeOf(handle: string, { people, teams }: Pick<Snapshot, 'people' | 'teams'>): Addressee[] {
  const name = handle.toLowerCase();
  if (name.includes('/')) return teams.filter(({ team }) => team.toLowerCase() === name).map(({ team }) => ({ team }));
  return people.filter(({ account }) => account.login.toLowerCase() === name).map(({ account }) => account);
}

const handle = /(?<![A-Za-z0-9_@./`-])@([A-Za-z0-9](?:[A-Za-z0-9_-]{0,48})(?:\/[A-Za-z0-9][\w.-]{0,99})?)(?![\w/@-])/g;

/** The handles that a text mentions, without `@`, each once. Time is linear in the text. */
export function handlesIn(text: string): string[] {
  if (!text.includes('@')) return [];
  const lines = proseLines(withoutHtmlComments(text)).filter((line) => line.includes('@') && !asksNobody.test(line));
  const names = lines.flatMap((line) => Array.from(line.replace(codeSpan, ' ').matchAll(handle), ([, name = '']) => name.replace(/[.-]+$/, '')));
  return [...new Set(names)];
}

const codeSpan = /`+[^`]*`+/g;
/** A command, or a line such as `**Informed**: @dave` or `cc @dave`. */
const asksNobody = /^\s*(?:\/[a-z]|(?:[-*+]\s+)?[*_]{0,2}(?:keep\s+)?(?:informed?|fyi|cc|authors?|co-?authors?|co-authored-by|signed-off-by|contributors?)\b)/i;
const fenceMark = /^ {0,3}(`{3,}|~{3,})/;
const quotation = /^ {0,3}>/;
const indented = /^(?: {4}|\t)/;

/** The lines that are neither code nor a quotation. A list may be indented; code stands after an empty line. */
function proseLines(text: string): string[] {
  const lines = unfencedLines(text);
  return lines.filter((line, index) => !quotation.test(line) && !(indented.test(line) && (lines[index - 1] ?? '').trim() === ''));
}

/** The lines outside fenced code; a fence ends with a mark that is at least as long as the one it began with. */
function unfencedLines(text: string): string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of text.split('\n')) {
    const mark = fenceMark.exec(line)?.[1] ?? null;
    if (fence === null && mark === null) lines.push(line);
    else if (fence === null) fence = mark;
    else if (mark?.startsWith(fence) === true) fence = null;
  }
  return lines;
}

function withoutHtmlComments(text: string): string {
  const [first = '', ...rest] = text.split('<!--');
  return first + rest.map((part) => (part.includes('-->') ? part.slice(part.indexOf('-->') + 3) : '')).join('');
}
