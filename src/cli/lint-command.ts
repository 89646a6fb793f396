/** `unpause lint`: from what was typed to a report and an exit status. */
import { resolve } from 'node:path';
import { createLinter, summarize } from '../lib.ts';
import type { DocumentSource } from '../lint/document-source.ts';
import type { Summary } from '../lint/report.ts';
import { countOf } from '../render/count-of.ts';
import { chooseDocuments } from './choose-documents.ts';
import { openStandardInput } from './document-reader.ts';
import { lintFiles, type LintedFiles, readTemplates } from './lint-files.ts';
import { checkFlags, type LintFlags } from './lint-flags.ts';
import { lintOne, type LintSession } from './lint-session.ts';
import { type LoadedConfig, loadConfig } from './load-config.ts';
import { productVersion } from '../product-version.ts';
import { createReportWriter } from './report-writer.ts';
import type { ResultCache } from './result-cache.ts';
import { say } from './standard-streams.ts';

/** 0: nothing of severity error; 1: something is, or too many warnings; 2: part of the work could not be done. */
export type ExitStatus = 0 | 1 | 2;

const unnamedInput = 'stdin.md';

/** Lints what was named, prints the report, and says how it went. */
export async function lintCommand(patterns: readonly string[], flags: LintFlags): Promise<ExitStatus> {
  checkFlags(flags, patterns);
  const now = new Date();
  const workingDirectory = process.cwd();
  const loaded = await loadConfig(flags.config, workingDirectory);
  const choice = chooseDocuments({ patterns, loaded, workingDirectory, errorOnUnmatched: flags.errorOnUnmatchedPattern && !flags.stdin });
  const files = flags.stdin ? [] : choice.files;
  const templates = readTemplates(choice.templates, files);
  const writer = createReportWriter(flags);
  const session: LintSession = {
    linter: createLinter(loaded.config, { templates }),
    now,
    fixes: fixesOf(flags),
    cache: flags.cache ? await openResultCache({ location: flags.cacheLocation, loaded, templates, now }) : null,
    witness: writer.witness,
  };
  const linted = flags.stdin ? await lintStandardInput(session, flags, workingDirectory) : await lintFiles(session, files);
  session.cache?.save();
  const summary = summarize(linted.results);
  await writer.write({ version: 1, results: linted.results, summary });
  return (choice.complete || flags.stdin) && linted.complete ? exitStatusOf(summary, flags.maxWarnings) : 2;
}

async function lintStandardInput(session: LintSession, { stdinFilename = unnamedInput }: LintFlags, workingDirectory: string): Promise<LintedFiles> {
  const document = await openStandardInput(stdinFilename, workingDirectory);
  const { result } = await lintOne(session, document);
  return { results: [result], complete: true };
}

function fixesOf({ fix, fixDryRun }: LintFlags): LintSession['fixes'] {
  if (fix) return 'write';
  return fixDryRun ? 'show' : 'no';
}

interface CacheRequest {
  location: string;
  loaded: LoadedConfig;
  templates: readonly DocumentSource[];
  now: Date;
}

async function openResultCache({ location, loaded, templates, now }: CacheRequest): Promise<ResultCache> {
  const { openCache } = await import('./result-cache.ts');
  const today = now.toISOString().slice(0, 10);
  const dependsOn = [productVersion, today, JSON.stringify(loaded.config), JSON.stringify(templates)];
  return openCache(resolve(location), location, dependsOn);
}

/** Advice never counts; warnings count from the limit on. */
function exitStatusOf({ errors, warnings }: Summary, maxWarnings = Infinity): ExitStatus {
  if (warnings > maxWarnings) say(`${countOf(warnings, 'warning')} found, expected at most ${maxWarnings} (--max-warnings); mend some, or raise the limit`);
  return errors > 0 || warnings > maxWarnings ? 1 : 0;
}
