/** Reads the fields of front matter, or of a document that is metadata as a whole. */
import { ParseBudget } from './complexity.ts';
import type { Document } from './document.ts';
import type { FieldMatch } from './field-match.ts';
import { readLooseValue } from './loose-metadata.ts';
import type { Metadata } from './metadata.ts';
import type { Terms } from './terms.ts';
import { readTomlFields } from './toml-fields.ts';
import { readYamlFields } from './yaml-fields.ts';

const deepest = 100;

/** Brackets nested so deep that a recursive parser would not survive them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

function refusal(text: string): string | null {
  return new ParseBudget().refusal(text) ?? (isTooDeep(text) ? `metadata nested over ${deepest} deep, expected less` : null);
}

/** What may be parsed: all of the metadata, or none where that is too much to judge. */
function affordable(metadata: Metadata, document: Document): Metadata | null {
  const reason = refusal(document.text.slice(metadata.start, metadata.contentEnd));
  if (reason === null) return metadata;
  document.refusals.push({ offset: metadata.start, reason });
  return null;
}

/** Every field in the metadata of a document, in order; a value that does not parse is read line by line. */
export function findMetadataFields(document: Document, terms: Terms): FieldMatch[] {
  const { text } = document;
  const metadata = document.metadata === null ? null : affordable(document.metadata, document);
  if (metadata === null) return [];
  const fields = metadata.language === 'yaml' ? readYamlFields(metadata, text, terms) : readTomlFields(metadata, text, terms);
  const read = fields.map(({ key, label, start, end, segments }): FieldMatch => {
    return { key, label, form: 'frontmatter', start, end, segments: segments ?? readLooseValue(metadata, text, end) };
  });
  return read.sort((a, b) => a.start - b.start);
}
