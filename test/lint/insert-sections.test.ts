import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../src/lint/apply-fixes.ts';
import { Document } from '../../src/lint/document.ts';
import { insertSections } from '../../src/lint/insert-sections.ts';
import type { Edit } from '../../src/lint/report.ts';
import { readSections } from '../../src/lint/sections.ts';
import { runs, seed } from '../support/property-runs.ts';

const titles = ['Summary', 'Motivation', 'Goals', 'Plan', 'Risks', 'Open questions'];

interface Wanted {
  /** As far as is wanted now; all of them are in order. */
  wanted?: readonly string[];
  all?: readonly string[];
}

function editsFor(text: string, { all = titles, wanted = all }: Wanted = {}): ReadonlyMap<string, Edit> {
  const document = new Document({ path: 'rfc.md', text });
  const found = readSections(document, all, new Set());
  const missing = wanted.filter((title) => !found.some((section) => section.title === title));
  return insertSections(document, found, { missing, titles: all });
}

function insertAll(text: string, wanted?: Wanted): string {
  return applyEdits(text, [...new Set(editsFor(text, wanted).values())]);
}

/** The first at each place, then the next, until all are there. */
function insertOneByOne(text: string): string {
  return titles.reduce((before) => applyEdits(before, titles.flatMap((title) => [...editsFor(before, { wanted: [title] }).values()])), text);
}

/** Headings of one level: inside one another, sections that are inserted later would see those inserted before them. */
const document = fc.integer({ min: 1, max: 3 }).chain((depth) => {
  const heading = fc.constantFrom(...titles, 'Notes').map((title) => `${'#'.repeat(depth)} ${title}`);
  const block = fc.oneof(heading, fc.constantFrom('Text.', '- a\n- b', '> quoted', '```\n# code\n```', '<!-- a comment -->', '    # code'));
  const blocks = fc.array(block, { maxLength: 8 });
  return fc.tuple(blocks, fc.constantFrom('\n\n', '\n'), fc.constantFrom('', '\n', '\n\n\n')).map(([texts, between, end]) => texts.join(between) + end);
});

describe('insertSections', () => {
  it('inserts all at once what it would insert one after the other', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(insertAll(text)).toBe(insertOneByOne(text));
      }),
      { seed, numRuns: runs({ desk: 60, ci: 200, long: 5_000 }) },
    );
  });

  it('has one edit for those that go to one place', () => {
    const edits = editsFor('# T\n\n## Goals\n\nLess.\n\n## Risks\n\nNone.\n');
    expect([...edits.keys()]).toEqual(['Summary', 'Motivation', 'Plan', 'Open questions']);
    expect(edits.get('Summary')).toBe(edits.get('Motivation'));
    expect(new Set(edits.values()).size).toBe(3);
    expect(edits.get('Plan')?.text).toBe('## Plan\n\nTBD\n\n');
  });

  it('has none for a title that no heading shows, and keeps the others together', () => {
    const edits = editsFor('# T\n', { all: ['Goals', 'The `plan`', 'Risks'] });
    expect([...edits.keys()]).toEqual(['Goals', 'Risks']);
    expect(edits.get('Goals')).toEqual({ start: 3, end: 4, text: '\n\n## Goals\n\nTBD\n\n## Risks\n\nTBD\n' });
    expect(edits.get('Risks')).toBe(edits.get('Goals'));
  });
});
