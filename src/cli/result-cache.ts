/**
 * `--cache`: results of earlier runs, by document and content. Everything else that a result depends on (config,
 * templates, version, today's date) is one key over the whole file: when it changes, nothing in it holds.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DocumentResult } from '../lint/report.ts';
import type { OpenDocument } from './document-reader.ts';
import { say } from './standard-streams.ts';
import { errorCode, reasonOf } from '../files/user-error.ts';
import { writeAtomically } from './write-atomically.ts';

interface Entry {
  content: string;
  result: DocumentResult;
}

interface CacheFile {
  key: string;
  entries: Record<string, Entry>;
}

export interface ResultCache {
  find(document: OpenDocument): DocumentResult | null;
  keep(document: OpenDocument, result: DocumentResult): void;
  /** Writes the file, where anything changed. */
  save(): void;
}

/** Opens a cache file; one that is missing, broken or of another day begins empty. */
export function openCache(location: string, shown: string, dependsOn: readonly string[]): ResultCache {
  const key = fingerprint(dependsOn.join('\0'));
  const entries = readEntries(location, shown, key);
  let changed = entries === null;
  const kept = new Map(Object.entries(entries ?? {}));
  return {
    find(document) {
      const entry = kept.get(document.source.path);
      return entry?.content === contentOf(document) ? entry.result : null;
    },
    keep(document, result) {
      const content = contentOf(document);
      if (kept.get(document.source.path)?.content === content) return;
      kept.set(document.source.path, { content, result });
      changed = true;
    },
    save() {
      if (changed) writeEntries(location, shown, { key, entries: Object.fromEntries(kept) });
    },
  };
}

function contentOf({ bytes, source }: OpenDocument): string {
  return fingerprint(bytes) + (source.carriedBy ?? '');
}

function fingerprint(data: string | Buffer): string {
  return hash('sha256', data, 'base64');
}

/** Null where there is nothing to go by. A broken file is said and forgotten: the run computes everything anew. */
function readEntries(location: string, shown: string, key: string): CacheFile['entries'] | null {
  try {
    const file: unknown = JSON.parse(readFileSync(location, 'utf8'));
    if (!isCacheFile(file)) throw new TypeError('it is no cache of Unpause');
    return file.key === key ? file.entries : null;
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is no JSON' : reasonOf(error);
    if (errorCode(error) !== 'ENOENT') say(`${shown}: the cache was not used (${why}); it is made anew`);
    return null;
  }
}

function isCacheFile(value: unknown): value is CacheFile {
  if (!isMap(value) || typeof value.key !== 'string' || !isMap(value.entries)) return false;
  return Object.values(value.entries).every((entry) => isMap(entry) && typeof entry.content === 'string' && isResult(entry.result));
}

function isResult(value: unknown): boolean {
  return isMap(value) && typeof value.path === 'string' && isMap(value.decision) && isMap(value.fields) && Array.isArray(value.findings) && Array.isArray(value.notChecked);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function writeEntries(location: string, shown: string, file: CacheFile): void {
  try {
    mkdirSync(dirname(location), { recursive: true });
    writeAtomically(location, JSON.stringify(file));
  } catch (error) {
    say(`${shown}: the cache could not be written (${reasonOf(error)}); the report is complete without it`);
  }
}
