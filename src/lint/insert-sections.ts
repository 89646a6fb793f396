/** Where missing sections go: after the one before them in the order asked for, else before the one after them. */
import { applyEdits } from './apply-fixes.ts';
import { Document } from './document.ts';
import { newlineOf } from './insert-field.ts';
import type { Edit } from './report.ts';
import { readSections, type FoundSection } from './sections.ts';

interface Wanted {
  missing: readonly string[];
  /** All the titles, in the order asked for; no two are the same to a reader. */
  titles: readonly string[];
}

/**
 * The edits that insert sections with a placeholder, which is then reported until somebody fills it in, by their
 * titles. Those that go to one place have one edit, which inserts them all. A title has none where it would not become
 * a section: after a fence or a comment that never ends.
 */
export function insertSections(document: Document, found: readonly FoundSection[], { missing, titles }: Wanted): ReadonlyMap<string, Edit> {
  const insert = (some: readonly string[]) => insertTogether(document, found, { missing: some, titles });
  const all = insert(missing);
  if (all !== null) return all;
  const single = new Map(missing.flatMap((title) => [...(insert([title]) ?? [])]));
  return insert([...single.keys()]) ?? single;
}

/** Null where they would not all become sections, which one reading of the document tells, however many they are. */
function insertTogether(document: Document, found: readonly FoundSection[], wanted: Wanted): ReadonlyMap<string, Edit> | null {
  const places = findPlaces(document, found, wanted);
  const insertions = places.map((place) => ({ edit: insertAt(document.text, place), titles: place.titles }));
  const text = applyEdits(document.text, insertions.map(({ edit }) => edit));
  const titles = places.flatMap((place) => place.titles);
  const sections = readSections(new Document({ ...document.source, text }), titles, new Set());
  if (sections.length < titles.length) return null;
  return new Map(insertions.flatMap((insertion) => insertion.titles.map((title) => [title, insertion.edit])));
}

interface Place {
  at: number;
  /** The first section there says how deep those after it are. */
  depth: number;
  titles: string[];
}

function findPlaces(document: Document, found: readonly FoundSection[], { missing, titles }: Wanted): Place[] {
  const places = new Map<number, Place>();
  for (const title of missing) {
    const { at, depth } = findPlace(document, found, { title, titles });
    const place = places.get(at) ?? { at, depth, titles: [] };
    place.titles.push(title);
    places.set(at, place);
  }
  return [...places.values()];
}

function findPlace({ text }: Document, found: readonly FoundSection[], { title, titles }: { title: string; titles: readonly string[] }): Omit<Place, 'titles'> {
  const rank = titles.indexOf(title);
  const before = found.findLast((section) => titles.indexOf(section.title) < rank);
  const after = found.find((section) => titles.indexOf(section.title) > rank);
  return { at: before?.sectionEnd ?? after?.start ?? text.length, depth: (before ?? after)?.depth ?? 2 };
}

function insertAt(text: string, { at, depth, titles }: Place): Edit {
  const newline = newlineOf(text);
  const blankLine = newline + newline;
  const sections = titles.map((title) => `${'#'.repeat(depth)} ${title}${blankLine}TBD`).join(blankLine);
  if (at < text.length) return { start: at, end: at, text: sections + blankLine };
  const last = text.trimEnd().length;
  return { start: last, end: text.length, text: `${last === 0 ? '' : blankLine}${sections}${newline}` };
}
