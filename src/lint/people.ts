/** Recognises people in the value of a field: splits it into its parts and reads who each part is. */
import { foldLabel, invisible } from './label.ts';
import { isPlaceholder } from './placeholder.ts';
import { splitPeople } from './split-people.ts';
import { namesTeam } from './team.ts';
import { RunSlicer, sliceRuns, textOf, type Run, type Segment } from './value.ts';

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
const handle = /(?:^|[^\p{L}\p{N}@._/-])@([A-Za-z0-9](?:[A-Za-z0-9_-]{0,37}[A-Za-z0-9_])?)(?![A-Za-z0-9_/@]|\.[A-Za-z0-9])/gu;
const profile = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([A-Za-z0-9][A-Za-z0-9-]{0,38})\/?(?:[?#].*)?$/i;
const profileInText = /(?:^|[\s(<])((?:https?:\/\/)?(?:www\.)?github\.com\/[^\s()<>]+?)[.,;]?(?=$|[\s)>])/i;
const address = /[^\s<>()"',;@]{1,64}@[^\s<>()"',;@]{1,190}\.[A-Za-z]{2,24}/;
// Words in small letters that stand between names, or in them.
const nameWords = '(?!(?:and|or|and/or|van|von|de|der|den|da|dos|la|le|los|di|del)\\s)';
const proseBefore = new RegExp(`(?:^|\\s)${nameWords}\\p{Ll}+\\s+${nameWords}\\p{Ll}+(?=\\s|$)`, 'u');
const proseAfter = new RegExp(`^ ${nameWords}\\p{Ll}+ `, 'u');
const longestPerson = 400;
const zeroWidth = new RegExp(`[${invisible}]`, 'gu');
const decoration = /^(?:[\p{Extended_Pictographic}\uFE0F\u200D]+\s+)+|(?:\s+[\p{Extended_Pictographic}\uFE0F\u200D]+)+$/gu;

/** A part without what surrounds the person in it: quotes, template braces, stray dashes, final punctuation. */
function bare(text: string): string {
  const shown = text.replace(zeroWidth, '').replace(/\s+/g, ' ').trim();
  const inner = shown.replace(/^(?:[-–—*•→⇒]|->|=>)\s*(?=\S)/, '').replace(/[\s.,;:!?\\·•|]+$/, '');
  const unwrapped = inner.replace(/^(?:["'“‘«{<](.*)["'”’»}>]|\[([^[\]]*)\])$/, '$1$2').replace(/@\{([^{}]*)\}/, '@$1');
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
  return proseBefore.test(text.slice(0, first.index)) || proseAfter.test(text.slice(first.index + first[0].length));
}

function personAt(runs: readonly Run[], text: string, book: PeopleBook): Person {
  const login = loginOf(text, runs, book);
  const shown = runs.filter((run) => run.text.trim() !== '');
  const start = shown[0]?.start ?? 0;
  return { text, login, team: login === null && namesTeam(text), start, end: shown.at(-1)?.end ?? start };
}

function mentionedPeople(runs: readonly Run[], source: string): Person[] {
  const slicer = new RunSlicer(runs, source);
  return Array.from(textOf(runs).matchAll(handle), (match) => {
    const at = match.index + match[0].indexOf('@');
    const [login = ''] = match.slice(1);
    const [run] = slicer.slice(at, at + login.length + 1);
    return { text: `@${login}`, login, team: false, start: run?.start ?? 0, end: run?.end ?? 0 };
  });
}

/** A part too long for a name is shown as it is, with the first handle in it. */
function longPart(runs: readonly Run[], raw: string): Person {
  const shown = runs.filter((run) => run.text.trim() !== '');
  const start = shown[0]?.start ?? 0;
  return { text: raw.trim(), login: mentions(raw)[0] ?? null, team: false, start, end: shown.at(-1)?.end ?? start };
}

function readPart(runs: Run[], context: { book: PeopleBook; source: string }): Person | null {
  const raw = textOf(runs);
  if (raw.length > longestPerson) return isPlaceholder(raw, context.book.templateTexts) ? null : longPart(runs, raw);
  const text = bare(raw);
  if (isPlaceholder(text, context.book.templateTexts) || isPlaceholder(raw)) return null;
  const from = raw.indexOf(text);
  return personAt(from < 0 ? runs : sliceRuns(runs, from, from + text.length, context.source), text, context.book);
}

/** A list in template braces, `{@alice, @bob}`, without them. */
function unbraced(runs: Run[], source: string): Run[] {
  const text = textOf(runs);
  const [from, to] = [text.indexOf('{') + 1, text.lastIndexOf('}')];
  const inner = text.slice(from, to);
  const isList = text.trimStart().startsWith('{') && inner.includes(',') && !/[{}]/.test(inner);
  return isList && !/[^\s.,;:]/.test(text.slice(to + 1)) ? sliceRuns(runs, from, to, source) : runs;
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

/** Collects people, each once: by login where both have one, else by what is written. */
class Gathering {
  readonly people: Person[] = [];
  private readonly logins = new Set<string>();
  private readonly texts = new Set<string>();
  private readonly textsWithoutLogin = new Set<string>();

  add(person: Person): void {
    const text = foldLabel(person.text);
    const login = person.login?.toLowerCase();
    if (login === undefined ? this.texts.has(text) : this.logins.has(login) || this.textsWithoutLogin.has(text)) return;
    this.people.push(person);
    this.texts.add(text);
    if (login === undefined) this.textsWithoutLogin.add(text);
    else this.logins.add(login);
  }
}

/** The people that the segments of a value name, each once, in the order written. */
export function readPeople(segments: readonly Segment[], book: PeopleBook, source: string): People {
  const gathering = new Gathering();
  let placeholders = false;
  const shown = segments.filter((segment) => textOf(segment.runs).trim() !== '');
  for (const segment of shown) {
    const read = readSegment(segment, { book, source });
    placeholders ||= read.placeholders;
    for (const person of read.people) gathering.add(person);
  }
  const { people } = gathering;
  return { people, placeholders: placeholders || people.length === 0 };
}
