/** Lints the documents of one RFC as its head commit has them; what is known of the same bytes is not read again. */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Config } from '../config/schema.ts';
import type { LineRange, ObservedDocument } from '../decision/snapshot.ts';
import type { Encoding } from '../files/decode-text.ts';
import { mendText, type ToMend } from '../files/mend-text.ts';
import { readSource } from '../files/read-source.ts';
import { checkOwnersKnown } from '../github/check-owners-known.ts';
import { GitHubError } from '../github/github-error.ts';
import { inParallel } from '../github/in-parallel.ts';
import type { LookUp } from '../github/owner-look-up.ts';
import { createLinter, type Linter } from '../lib.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import { productVersion } from '../product-version.ts';
import { domainsTogether } from '../lint/domains-together.ts';
import { decisionDomain } from '../rules/decision-domain.ts';
import type { KnownDocument } from '../store/tables.ts';

/** A document as it was found: a file of the commit, or a body, whose text is at hand. */
export interface FoundDocument {
  path: string;
  url: string | null;
  diff: readonly LineRange[];
  content: { blob: string } | { text: string };
  carriedBy?: string;
}

/** What was found out about bytes that were read before, under the same settings. */
export interface ReportCache {
  read: (blob: string, settings: string) => Promise<KnownDocument | null>;
  keep: (blob: string, settings: string, known: KnownDocument) => Promise<void>;
}

export interface LintRequest {
  config: Config;
  templates: readonly DocumentSource[];
  readBlob: (blob: string) => Promise<Uint8Array>;
  reports: ReportCache;
  lookUp: LookUp;
  now: Date;
  /** A button asks for the texts and what mends them. */
  withTexts: boolean;
  /** Of the RFC. */
  labels: readonly string[];
  /** Files that its pull request changes, as far as they can tell a domain. */
  changed: readonly string[];
}

/** Requests at once. */
const atOnce = 8;

/** One entry per document, in the same order. Fails where GitHub does not answer: the look is made again later. */
export async function lintDocuments(found: readonly FoundDocument[], request: LintRequest): Promise<ObservedDocument[]> {
  const linter = createLinter(request.config, { templates: request.templates });
  const settings = settingsOf(request);
  const linted = await inParallel(found, atOnce, async (document) => await lintOne(document, { ...request, linter, settings }));
  const read = linted.flatMap(({ document, source }) => (document.result === null ? [] : [{ result: document.result, source }]));
  const results = await checkOwnersKnown({
    results: read.map(({ result }) => result),
    sources: read.map(({ source, result }) => source ?? { path: result.path, text: '' }),
    config: request.config,
    lookUp: request.lookUp,
  });
  const rest = domainsTogether(results, { ...request, rule: decisionDomain }).values();
  return linted.map(({ document }) => (document.result === null ? document : { ...document, result: rest.next().value ?? document.result }));
}

interface OneRequest extends LintRequest {
  linter: Linter;
  settings: string;
}

interface Linted {
  document: ObservedDocument;
  /** Null where a kept report spared reading it. */
  source: DocumentSource | null;
}

async function lintOne(found: FoundDocument, { linter, now, withTexts, ...request }: OneRequest): Promise<Linted> {
  const { path, url, diff, content } = found;
  const blob = 'blob' in content ? content.blob : null;
  const bare: ObservedDocument = { path, blob, url, diff, result: null, unread: null, wording: null, texts: null };
  const settings = `${request.settings} ${path} ${found.carriedBy ?? ''}`;
  // A document may suppress what is known of its owner only where its text is at hand.
  const mayReuse = blob !== null && !withTexts && request.config.lint.suppressions !== 'all';
  const known = mayReuse ? await request.reports.read(blob, settings) : null;
  if (known !== null) return { document: { ...bare, ...known }, source: null };
  const read = await sourceOf(found, request);
  if ('unread' in read) return { document: { ...bare, unread: read.unread }, source: null };
  const { source } = read;
  const result = linter.lint(source, { now });
  const wording = wordingOf(source.text);
  if (mayReuse) await request.reports.keep(blob, settings, { result, wording });
  const texts = withTexts ? textsOf(linter, { ...read, before: result }, now) : null;
  return { document: { ...bare, result, wording, texts }, source };
}

/** The same for texts that differ in white space alone: such a change changes nothing that anybody said of them. */
function wordingOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/gu, '')).digest('hex').slice(0, 16);
}

/** Null where there is nothing to suggest: where `--fix` would leave the document alone, the button does. */
function textsOf(linter: Linter, document: ToMend, now: Date): ObservedDocument['texts'] {
  const mended = mendText(linter, document, now);
  return mended === null || typeof mended === 'string' ? null : { now: document.source.text, mended: mended.text };
}

/** What GitHub gives as text. */
const ofBodies: Encoding = { name: 'utf8', mark: false };

async function sourceOf({ path, content, carriedBy }: FoundDocument, { readBlob, labels, changed }: Pick<LintRequest, 'readBlob' | 'labels' | 'changed'>): Promise<{ source: DocumentSource; encoding: Encoding } | { unread: string }> {
  const carried = carriedBy === undefined ? {} : { carriedBy };
  if ('text' in content) return { source: { path, text: content.text, labels, changed, ...carried }, encoding: ofBodies };
  try {
    const read = readSource(Buffer.from(await readBlob(content.blob)), { path, ...carried });
    return read.ok ? { ...read, source: { ...read.source, labels, changed } } : { unread: read.reason };
  } catch (error) {
    if (error instanceof GitHubError && error.kind === 'missing') return { unread: error.seen };
    throw new Error(`while reading ${path}`, { cause: error });
  }
}

/** What that knowledge depends on besides the bytes: its shape, the day, as a date is near or far from there; labels and changed files only where they can tell a domain. */
function settingsOf({ config, templates, now, labels, changed }: LintRequest): string {
  const day = now.toISOString().slice(0, 10);
  const telling = Object.keys(config.domains).length > 0 ? { labels, changed } : {};
  return createHash('sha256').update(JSON.stringify(['with wording and people to consult', productVersion, day, config, templates, telling])).digest('hex');
}
