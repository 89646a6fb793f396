/** The lint API: texts, a config and the time in, a report out; no file system, network or clock. */
import type { Config } from './config/schema.ts';
import type { DocumentSource } from './lint/document-source.ts';
import type { DocumentResult, Report } from './lint/report.ts';

export interface LintOptions {
  now: Date;
}

/** Lints documents one at a time with one config; a linter keeps what it derived from the config. */
export interface Linter {
  lint(document: DocumentSource, options: LintOptions): DocumentResult;
  /** The text with every safe fix applied; the same text where there is nothing to mend. */
  fix(document: DocumentSource, options: LintOptions): string;
}

export declare function createLinter(config: Config): Linter;
export declare function summarize(results: readonly DocumentResult[]): Report['summary'];
export declare function lint(documents: readonly DocumentSource[], config: Config, options: LintOptions): Report;
