/** Where a missing section goes: after the one before it in the order asked for, else before the one after it. */
import type { Document } from './document.ts';
import { newlineOf } from './insert-field.ts';
import type { Edit } from './report.ts';
import type { FoundSection } from './sections.ts';

/** The edit that inserts a section with a placeholder, which is then reported until somebody fills it in. */
export function insertSection(
  document: Document,
  found: readonly FoundSection[],
  { title, titles }: { title: string; titles: readonly string[] },
): Edit {
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
