/** Recognises people in the value of a field: splits it into its parts and reads who each part is. */
import { foldLabel, invisible } from './label.ts';
import { isPlaceholder } from './placeholder.ts';
import { splitPeople } from './split-people.ts';
import { namesTeam } from './team.ts';
import { sliceRuns, textOf, type Run, type Segment } from './value.ts';

export interface Person {
  text: string;
  login: string | null;
  team: boolean;
  /** Where the person's text was written. */
  start: number;
  end: number;
}

export interface People {
  people: Person[];
  /** Some part, or the whole, was a placeholder; true for an empty value. */
  placeholders: boolean;
}

/** What the repository knows about people: logins by folded name or address, and the texts of its templates. */
export interface PeopleBook {
  logins: ReadonlyMap<string, string>;
  templateTexts: ReadonlySet<string>;
}

// A GitHub handle; `_` occurs in those of managed users. https://docs.github.com/en/enterprise-cloud@latest/admin
const handle = /(?:^|[^\p{L}\p{N}@._/-])@([A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9_])?)(?![A-Za-z0-9_/]|\.[A-Za-z0-9])/gu;
const profile = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([A-Za-z0-9][A-Za-z0-9-]{0,38})\/?(?:[?#].*)?$/i;
const profileInText = /(?:^|[\s(<])((?:https?:\/\/)?(?:www\.)?github\.com\/[^\s()<>]+?)[.,;]?(?=$|[\s)>])/i;
const address = /[^\s<>()"',;]+@[^\s<>()"',;]+\.[A-Za-z]{2,}/;
const zeroWidth = new RegExp(`[${invisible}]`, 'gu');
const decoration = /^(?:[\p{Extended_Pictographic}\uFE0F\u200D]+\s+)+|(?:\s+[\p{Extended_Pictographic}\uFE0F\u200D]+)+$/gu;

/** A part without what surrounds the person in it: quotes, template braces, stray dashes, final punctuation. */
function bare(text: string): string {
  const shown = text.replace(zeroWidth, '').replace(/\s+/g, ' ').trim();
  const inner = shown.replace(/^(?:[-–—*•→⇒]|->|=>)\s*(?=\S)/, '').replace(/[\s.,;:\\]+$/, '');
  const unwrapped = inner.replace(/^(?:["'“‘{<](.*)["'”’}>]|\[([^[\]]*)\])$/, '$1$2').replace(/@\{([^{}]*)\}/, '@$1');
  return unwrapped.replace(decoration, '').trim();
}

function mentions(text: string): string[] {
  return Array.from(text.matchAll(handle), ([, login = '']) => login);
}

/** The login of the GitHub profile that one of the runs links to, or that the text spells out. */
function linkedLogin(text: string, runs: readonly Run[]): string | undefined {
  const urls = [...runs.map((run) => run.url), profileInText.exec(text)?.[1]];
  return urls.map((url) => profile.exec(url ?? '')?.[1]).find((login) => login !== undefined);
}

function loginOf(text: string, runs: readonly Run[], book: PeopleBook): string | null {
  const outside = mentions(text.replace(/\([^)]*\)/g, ' '));
  const login = outside[0] ?? mentions(text)[0] ?? linkedLogin(text, runs);
  if (login !== undefined) return login;
  const names = [text, text.replace(/\s*\([^)]*\)/g, ''), address.exec(text)?.[0] ?? ''];
  return names.map((name) => book.logins.get(foldLabel(name))).find((mapped) => mapped !== undefined) ?? null;
}

/** In a sentence only the mentions are people: prose stands before one, or goes on after it. */
function isSentence(text: string): boolean {
  const [first] = text.matchAll(handle);
  if (first === undefined) return false;
  const before = text.slice(0, first.index).match(/(?:^|\s)\p{Ll}+(?=\s|$)/gu) ?? [];
  const after = text.slice(first.index + first[0].length);
  return before.length >= 2 || /^ \p{Ll}+ /u.test(after);
}

function personAt(runs: readonly Run[], text: string, book: PeopleBook): Person {
  const login = loginOf(text, runs, book);
  const shown = runs.filter((run) => run.text.trim() !== '');
  const start = shown[0]?.start ?? 0;
  return { text, login, team: login === null && namesTeam(text), start, end: shown.at(-1)?.end ?? start };
}

function mentionedPeople(runs: readonly Run[], source: string): Person[] {
  const text = textOf(runs);
  return Array.from(text.matchAll(handle), (match) => {
    const at = match.index + match[0].indexOf('@');
    const [login = ''] = match.slice(1);
    const [run] = sliceRuns(runs, at, at + login.length + 1, source);
    return { text: `@${login}`, login, team: false, start: run?.start ?? 0, end: run?.end ?? 0 };
  });
}

function readPart(runs: Run[], context: { book: PeopleBook; source: string }): Person | null {
  const raw = textOf(runs);
  const text = bare(raw);
  if (isPlaceholder(text, context.book.templateTexts) || isPlaceholder(raw)) return null;
  const from = raw.indexOf(text);
  return personAt(from < 0 ? runs : sliceRuns(runs, from, from + text.length, context.source), text, context.book);
}

/** A list in template braces, `{@alice, @bob}`, without them. */
function unbraced(runs: Run[], source: string): Run[] {
  const text = textOf(runs);
  const [, before = '', inner] = /^(\s*\{)([^{}]*,[^{}]*)\}[\s.,;:]*$/.exec(text) ?? [];
  return inner === undefined ? runs : sliceRuns(runs, before.length, before.length + inner.length, source);
}

function readSegment(segment: Segment, context: { book: PeopleBook; source: string }): People {
  const runs = unbraced(segment.runs.filter((run) => !run.struck), context.source);
  const text = textOf(runs);
  if (isPlaceholder(text, context.book.templateTexts)) return { people: [], placeholders: true };
  if (!segment.whole && isSentence(text)) return { people: mentionedPeople(runs, context.source), placeholders: false };
  const parts = segment.whole ? [runs] : splitPeople(runs, context.source);
  const people = parts.map((part) => readPart(part, context));
  return { people: people.filter((person) => person !== null), placeholders: people.includes(null) };
}

function isSame(a: Person, b: Person): boolean {
  if (a.login !== null && b.login !== null) return a.login.toLowerCase() === b.login.toLowerCase();
  return foldLabel(a.text) === foldLabel(b.text);
}

/** The people that the segments of a value name, each once, in the order written. */
export function readPeople(segments: readonly Segment[], book: PeopleBook, source: string): People {
  const people: Person[] = [];
  let placeholders = false;
  const shown = segments.filter((segment) => textOf(segment.runs).trim() !== '');
  for (const segment of shown) {
    const read = readSegment(segment, { book, source });
    placeholders ||= read.placeholders;
    for (const person of read.people) if (!people.some((known) => isSame(known, person))) people.push(person);
  }
  return { people, placeholders: placeholders || people.length === 0 };
}
