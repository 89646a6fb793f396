import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describeRules } from '../src/render/describe-rules.ts';
import { productUrl, productVersion } from '../src/product-version.ts';
import { reasonOf } from '../src/files/user-error.ts';
import { summarize } from '../src/lib.ts';
import type { DocumentSource } from '../src/lint/document-source.ts';
import type { Report } from '../src/lint/report.ts';
import { plainText } from '../src/render/plain-text.ts';
import { githubLineHash } from '../src/render/report/github-line-hash.ts';
import type { RenderOptions } from '../src/render/report/render-options.ts';
import { renderReport } from '../src/render/report/render-report.ts';
import type { Job } from './event.ts';
import type { Inputs } from './inputs.ts';
import { JobError } from './job-error.ts';
import type { Outcome } from './outcome.ts';
import type { ReportFiles } from './outputs.ts';

/** Code scanning shows so many results of a file at most; hashing more lines would take long and help nobody. */
const mostHashes = 200;

const options: RenderOptions = { color: false, quiet: false, tool: { version: productVersion, url: productUrl }, rules: [] };

/** The report for people who read the log, and the notes below it. */
export function renderLog({ report, notes }: Outcome): string {
  const lines = notes.map(({ text }) => plainText(text));
  return [renderReport(report, 'stylish', options).trim(), ...lines].filter((line) => line !== '').join('\n');
}

/** Writes the JSON report, and SARIF where it was asked for. */
export async function writeReports({ temp, workspace }: Job, { sarifFile }: Inputs, { outcome, isFile }: { outcome: Outcome; isFile: (path: string) => boolean }): Promise<ReportFiles> {
  const { report, sources } = outcome;
  // A folder of its own: the Action may run twice in a job.
  const path = join(await mkdtemp(join(temp, 'unpause-')), 'report.json');
  await writeFile(path, renderReport(report, 'json', options));
  if (sarifFile === '') return { report: path, sarif: '' };
  const sarif = resolve(workspace, sarifFile);
  await writeSarif(sarif, renderReport(onlyFiles(report, isFile), 'sarif', { ...options, rules: describeRules(), lineHash: hashesOf(report, sources) }));
  return { report: path, sarif };
}

function hashesOf({ results }: Report, sources: readonly DocumentSource[]): NonNullable<RenderOptions['lineHash']> {
  const texts = new Map(sources.map((source) => [source.path, source.text]));
  const hashes = new Map<string, string | null>();
  for (const { path, findings } of results) {
    for (const { line } of findings.slice(0, mostHashes)) hashes.set(`${line} ${path}`, githubLineHash(texts.get(path) ?? '', line));
  }
  return (path, line) => hashes.get(`${line} ${path}`) ?? null;
}

/** Code scanning shows files; the description of a pull request is none. */
function onlyFiles(report: Report, isFile: (path: string) => boolean): Report {
  const results = report.results.filter(({ path }) => isFile(path));
  return { ...report, results, summary: summarize(results) };
}

async function writeSarif(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    throw new JobError(`The SARIF file ${path} cannot be written (${reasonOf(error)}). Name another place in \`sarif-file\`.`, { cause: error });
  }
}
