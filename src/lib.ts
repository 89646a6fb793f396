/** The lint API: texts, a config and the time in, a report out; no file system, network or clock of its own. */
import picomatch from 'picomatch';
import type { Config } from './config/schema.ts';
import { applyFixes } from './lint/apply-fixes.ts';
import type { Parsing } from './lint/document.ts';
import type { DocumentSource } from './lint/document-source.ts';
import { lintDocument } from './lint/lint-document.ts';
import { presets, type FieldKey } from './lint/presets.ts';
import type { DocumentResult, Report } from './lint/report.ts';
import { prepare } from './lint/settings.ts';
import { mendable, summarize } from './lint/summarize.ts';
import { rules } from './rules/registry.ts';

export { defaultConfig, type Config } from './config/schema.ts';
export type { DocumentSource } from './lint/document-source.ts';
export type { Decision, DocumentResult, Edit, Finding, NotChecked, Owner, Report, Summary } from './lint/report.ts';
export { summarize } from './lint/summarize.ts';

export interface LintOptions {
  /** What today is: a decide-by date is near or far from here. */
  now: Date;
}

export interface LinterOptions {
  /** The documents that `templates` of the config matches: what they say in a field names nobody elsewhere. */
  templates?: readonly DocumentSource[];
  /** The fields to look for; all, where left out. */
  fields?: ReadonlySet<FieldKey>;
  /** `whole` parses every document in one go: the slow judge of the tests. */
  parsing?: Parsing;
}

/** Lints documents one at a time with one config; a linter keeps what it derived from the config. */
export interface Linter {
  lint: (document: DocumentSource, options: LintOptions) => DocumentResult;
  /** The text with every fix applied; the same text where there is nothing to mend. */
  fix: (document: DocumentSource, options: LintOptions) => string;
}

/** A linter for one config, which must have passed `parseConfig` or be `defaultConfig`. */
export function createLinter(config: Config, { parsing = 'sections', ...options }: LinterOptions = {}): Linter {
  const settings = prepare(config, rules, options);
  const lint: Linter['lint'] = (document, { now }) => lintDocument(document, settings, { now, parsing });
  return {
    lint,
    fix(document, when) {
      const mark = document.text.startsWith('\uFEFF') ? '\uFEFF' : '';
      let text = document.text.slice(mark.length);
      let { findings } = lint({ ...document, text }, when);
      const mended = new Set<string>();
      // A fix may make room for another one (a section in front of a section); one that mends nothing new is not made.
      while (mendable(findings).length > 0) {
        const fixed = applyFixes(text, findings);
        const result = lint({ ...document, text: fixed }, when);
        const left = mendable(result.findings);
        const gone = mendable(findings).filter((one) => !left.includes(one) && !mended.has(one));
        if (gone.length === 0) break;
        for (const one of gone) mended.add(one);
        text = fixed;
        findings = result.findings;
      }
      return mark + text;
    },
  };
}

/** The file beside a document that holds its fields under a preset, if the preset has such a thing. */
export function metadataFileOf(path: string, config: Config): string | null {
  const { metadataFile } = presets[config.lint.preset];
  if (metadataFile === null || !/\.(?:md|markdown)$/i.test(path)) return null;
  return path.replace(/[^/]*$/, metadataFile);
}

/** Lints documents together: those that `templates` matches say what a placeholder is, a `kep.yaml` speaks for its folder. */
export function lint(documents: readonly DocumentSource[], config: Config, options: LintOptions): Report {
  const paths = new Set(documents.map((document) => document.path));
  const isTemplate = picomatch(config.templates, { nocase: true, dot: true });
  const linter = createLinter(config, { templates: documents.filter((document) => isTemplate(document.path)) });
  const results = documents.map((document) => {
    const carrier = metadataFileOf(document.path, config);
    const carried = carrier !== null && paths.has(carrier);
    return linter.lint(carried ? { carriedBy: carrier, ...document } : document, options);
  });
  return { version: 1, results, summary: summarize(results) };
}
