/**
 * The document has the sections that your process asks for: each there, filled in, and in the order given.
 *
 * A template is a promise to readers about where they find what. A section that is missing, empty, or still says what
 * the template said, is easier to fill in by its author now than to ask for in review.
 *
 * Off until configured: `required-sections: [error, { sections: [Summary, Motivation, Alternatives] }]`. Headings of any
 * level count; case does not matter. `--fix` inserts what is missing with a `TBD`, which is then reported as a
 * placeholder until somebody writes it.
 */
import * as z from 'zod/mini';
import { flag, key, list, text } from '../config/schema-parts.ts';
import { titleSpan } from '../lint/insert-field.ts';
import { insertSections } from '../lint/insert-sections.ts';
import { distinctTitles, readSections, type FoundSection } from '../lint/sections.ts';
import { defineRule } from './define-rule.ts';

const Options = z.strictObject({
  sections: key(list(text('the title of a section'), 'a list of section titles'), [], 'The titles of the sections, in order.'),
  ordered: key(flag(), true, 'Whether the sections must come in the order given.'),
});

/** Sections that come before one that should precede them. */
function misplaced(found: readonly FoundSection[], titles: readonly string[]): [FoundSection, FoundSection][] {
  const rank = (section: FoundSection): number => titles.indexOf(section.title);
  return found.flatMap((section, index): [FoundSection, FoundSection][] => {
    const after = found.slice(0, index).find((earlier) => rank(earlier) > rank(section));
    return after === undefined ? [] : [[section, after]];
  });
}

export const requiredSections = defineRule({
  id: 'required-sections',
  summary: 'The document has the sections that your process asks for.',
  severity: 'off',
  fixable: true,
  online: false,
  options: Options,
  check({ document, options: { sections, ordered }, book, report }) {
    if (document.bodyStart >= document.text.length && document.metadata !== null) return;
    const titles = distinctTitles(sections);
    const found = readSections(document, titles, book.templateTexts);
    const missing = titles.filter((wanted) => !found.some(({ title }) => title === wanted));
    const fixes = insertSections(document, found, { missing, titles });
    for (const title of missing) {
      const fix = fixes.get(title) ?? null;
      report({ message: `Missing section \`${title}\`, expected a heading of that name with text below it`, ...titleSpan(document), fix });
    }
    for (const { title, start, end, content } of found) {
      if (content === 'empty') report({ message: `Unexpected empty section \`${title}\`, expected text below the heading`, start, end });
      if (content === 'placeholder') report({ message: `Unexpected placeholder in section \`${title}\`, expected its text`, start, end });
    }
    for (const [section, after] of ordered ? misplaced(found, titles) : []) {
      const { start, end, title } = section;
      report({ message: `Unexpected section \`${title}\` after \`${after.title}\`, expected it before: move it up`, start, end });
    }
  },
});
