/** Reads the fields of front matter, or of a document that is metadata as a whole; each form in its own file. */
import type { Document } from './document.ts';
import type { FieldMatch } from './field-match.ts';
import { foldKey } from './label.ts';
import { readLooseFields } from './loose-metadata.ts';
import type { Metadata } from './metadata.ts';
import { ParseBudget } from './complexity.ts';
import type { Terms } from './terms.ts';
import { readTomlFields } from './toml-fields.ts';
import { readYamlFields } from './yaml-fields.ts';

const anyKey = /^[ \t]*["']?([\p{L}_][\p{L}\p{M}\p{N} _.()-]*)["']?[ \t]*[:=]/gmu;
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

/** Why metadata is too much to parse, or null. */
function refusal(text: string): string | null {
  return new ParseBudget().refusal(text) ?? (isTooDeep(text) ? `metadata nested over ${deepest} deep, expected less` : null);
}

/** Every field in the metadata of a document, in order; read line by line where it does not parse. */
export function findMetadataFields(document: Document, terms: Terms): FieldMatch[] {
  const { metadata, text } = document;
  if (metadata === null) return [];
  const content = text.slice(metadata.start, metadata.contentEnd);
  if (!Array.from(content.matchAll(anyKey)).some(([, key = '']) => terms.keys.has(foldKey(key)))) return [];
  const reason = refusal(content);
  if (reason !== null) document.refusals.push({ offset: metadata.start, reason });
  const parsed = reason === null ? readParsed(metadata, document, terms) : null;
  return (parsed ?? readLooseFields(metadata, text, terms)).sort((a, b) => a.start - b.start);
}

function readParsed(metadata: Metadata, document: Document, terms: Terms): FieldMatch[] | null {
  const read = metadata.language === 'yaml' ? readYamlFields : readTomlFields;
  return read(metadata, document.text, terms);
}
