import type { ReportFormat } from '../render/report/render-report.ts';
import { UserError } from '../files/user-error.ts';

/** What `unpause lint` can be told, as the argument parser reads it. */
export interface LintFlags {
  config?: string;
  format: ReportFormat;
  output?: string;
  fix?: true;
  fixDryRun?: true;
  quiet?: true;
  maxWarnings?: number;
  stdin?: true;
  stdinFilename?: string;
  cache?: true;
  cacheLocation: string;
  color?: boolean;
  errorOnUnmatchedPattern: boolean;
}

/** Refuses flags that contradict each other: doing half of what was asked would surprise more. */
export function checkFlags(flags: LintFlags, patterns: readonly string[]): void {
  if (flags.fix && flags.fixDryRun) {
    throw new UserError('--fix and --fix-dry-run: expected one of them; --fix writes the files, --fix-dry-run only reports what would be left');
  }
  if (!flags.stdin) {
    if (flags.stdinFilename === undefined) return;
    throw new UserError('--stdin-filename without --stdin: expected both; add --stdin to lint the text on standard input');
  }
  if (flags.fix) {
    throw new UserError('--fix and --stdin: expected one of them, as standard input is no file to write to; use --fix-dry-run to see what --fix would leave');
  }
  if (patterns.length > 0) {
    throw new UserError(`--stdin and ${patterns[0]}: expected standard input or paths, not both; name the text with --stdin-filename`);
  }
}

/** Reads the value of `--max-warnings`. */
export function parseMaxWarnings(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UserError(`--max-warnings ${value}: expected a whole number from 0 on, such as --max-warnings 0`);
  return Number(value);
}
