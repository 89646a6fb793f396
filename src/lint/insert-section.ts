/** Where a missing section goes: after the one before it in the order asked for, else before the one after it. */
import { Document } from './document.ts';
import { newlineOf } from './insert-field.ts';
import type { Edit } from './report.ts';
import { readSections, type FoundSection } from './sections.ts';

interface Wanted {
  title: string;
  titles: readonly string[];
}

/**
 * The edit that inserts a section with a placeholder, which is then reported until somebody fills it in. Null where it
 * would not become a section: after a fence or a comment that never ends.
 */
export function insertSection(document: Document, found: readonly FoundSection[], wanted: Wanted): Edit | null {
  const edit = placeSection(document, found, wanted);
  const text = document.text.slice(0, edit.start) + edit.text + document.text.slice(edit.end);
  const [section] = readSections(new Document({ ...document.source, text }), [wanted.title], new Set());
  return section === undefined ? null : edit;
}

function placeSection(document: Document, found: readonly FoundSection[], { title, titles }: Wanted): Edit {
  const { text } = document;
  const newline = newlineOf(text);
  const rank = titles.indexOf(title);
  const before = found.findLast((section) => titles.indexOf(section.title) < rank);
  const after = found.find((section) => titles.indexOf(section.title) > rank);
  const depth = (before ?? after)?.depth ?? 2;
  const section = [`${'#'.repeat(depth)} ${title}`, '', 'TBD'].join(newline);
  const at = before?.sectionEnd ?? after?.start ?? text.length;
  if (at < text.length) return { start: at, end: at, text: `${section}${newline}${newline}` };
  const last = text.trimEnd().length;
  const gap = last === 0 ? '' : newline + newline;
  return { start: last, end: text.length, text: `${gap}${section}${newline}` };
}
