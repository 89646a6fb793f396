import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { DocumentResult, Report } from '../lint/report.ts';
import { githubLineHash } from '../render/report/github-line-hash.ts';
import { renderReport } from '../render/report/render-report.ts';
import type { LintFlags } from './lint-flags.ts';
import { productUrl, productVersion } from '../product-version.ts';
import { isTerminal, printOut } from './standard-streams.ts';
import { useColour } from './use-colour.ts';
import { reasonOf, UserError } from '../files/user-error.ts';

/** Code scanning shows so many results of a file at most; hashing the lines of more would take long and help nobody. */
const mostHashes = 200;

/** Takes a report to where it was asked for. */
export interface ReportWriter {
  /** To be shown each text beside its result, where the format says more of a line than the report does. */
  witness: ((text: string, result: DocumentResult) => void) | null;
  write(report: Report): Promise<void>;
}

/** Standard output or `--output`, in the format asked for. */
export function createReportWriter(flags: LintFlags): ReportWriter {
  const hashes = new Map<string, string | null>();
  const witness = (text: string, { path, findings }: DocumentResult): void => {
    for (const { line } of findings.slice(0, mostHashes)) hashes.set(`${line} ${path}`, githubLineHash(text, line));
  };
  return {
    witness: flags.format === 'sarif' ? witness : null,
    async write(report) {
      const text = renderReport(report, flags.format, {
        color: useColour({ asked: flags.color, environment: process.env, terminal: () => flags.output === undefined && isTerminal(1) }),
        quiet: flags.quiet ?? false,
        tool: { version: productVersion, url: productUrl },
        rules: flags.format === 'sarif' ? (await import('../render/describe-rules.ts')).describeRules() : [],
        lineHash: (path, line) => hashes.get(`${line} ${path}`) ?? null,
      });
      if (flags.output === undefined) await printOut(text);
      else writeOutput(flags.output, text);
    },
  };
}

function writeOutput(output: string, text: string): void {
  const path = resolve(output);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UserError(`--output ${output}: the report cannot be written (${reasonOf(error)}); name a file in a folder you can write to`, { cause: error });
  }
}
