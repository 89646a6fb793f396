/**
 * Every format a report can be read in. Pure: a report and options in, the whole text out,
 * with one line ending at its end (or nothing at all, where a format has nothing to say).
 */
import type { Report } from '../../lint/report.ts';
import { errorsOnly } from './errors-only.ts';
import { renderGithub } from './github.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import type { RenderOptions } from './render-options.ts';
import { renderSarif } from './sarif.ts';
import { renderStylish } from './stylish.ts';

const renderers = {
  stylish: renderStylish,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  junit: renderJunit,
} as const satisfies Record<string, (report: Report, options: RenderOptions) => string>;

export type ReportFormat = keyof typeof renderers;

/** The names that `--format` takes. */
export const reportFormats = Object.keys(renderers) as readonly ReportFormat[];

/** The report in one format; with `quiet`, its errors only. */
export function renderReport(report: Report, format: ReportFormat, options: RenderOptions): string {
  return renderers[format](options.quiet ? errorsOnly(report) : report, options);
}
