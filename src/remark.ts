/**
 * Every offline rule as a remark-lint plugin, and all of them as a preset, for teams that lint their Markdown with
 * remark already. A rule judges the text of the file as it was read, not the tree: what other plugins change on the way
 * does not matter, and front matter needs no plugin of its own.
 *
 * Severities are remark's. Findings of severity `error` and `warning` are warnings, as those of other remark-lint rules
 * are: `remark --frail` fails on them. Advice stops nothing, so it is information, which `--frail` lets pass. A rule that
 * the remark config sets to `error` makes all its findings fatal.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Root } from 'mdast';
import type { Transformer } from 'unified';
import { lintRule, type Plugin } from 'unified-lint-rule';
import type { VFile } from 'vfile';
import type * as z from 'zod/mini';
import { checkRuleOptions } from './config/check-rules.ts';
import { renderMistake } from './config/mistake.ts';
import { parseConfig } from './config/parse.ts';
import { defaultConfig, type Config } from './config/schema.ts';
import { createLinter, metadataFileOf, type DocumentResult } from './lib.ts';
import { presets } from './lint/presets.ts';
import type { Rule } from './lint/rule.ts';
import { ruleUrl } from './lint/rule-url.ts';
import { severityOf } from './lint/settings.ts';
import { rules } from './rules/registry.ts';

/** A rule as a plugin; takes the rule's options, or `[severity, options]`, as every remark-lint rule does. */
export type RulePlugin = Plugin<Root>;

/** A preset, as `plugins` of a remark config takes it. */
export interface RemarkPreset {
  plugins: RulePlugin[];
}

type LintFile = (file: VFile) => DocumentResult;

/** Lints a file at most once, however many rules ask. */
function lintOnce(config: Config): LintFile {
  const linter = createLinter(config);
  const results = new WeakMap<VFile, DocumentResult>();
  return (file) => {
    const result = results.get(file) ?? linter.lint({ text: String(file), ...placeOf(file, config) }, { now: new Date() });
    results.set(file, result);
    return result;
  };
}

function placeOf(file: VFile, config: Config): { path: string; carriedBy?: string } {
  const path = file.path ?? '';
  const carrier = metadataFileOf(path, config);
  return carrier !== null && existsSync(resolve(file.cwd, carrier)) ? { path, carriedBy: carrier } : { path };
}

/** The config with one rule set, so that a rule may be switched on or given options in the remark config alone. */
function withRule(config: Config, rule: Rule, setting: Config['lint']['rules'][string]): Config {
  return { ...config, lint: { ...config.lint, rules: { ...config.lint.rules, [rule.id]: setting } } };
}

function isOff(rule: Rule, config: Config): boolean {
  return severityOf(rule, config, presets[config.lint.preset]).severity === 'off';
}

/** The config with the rule's options as the remark config has them; throws where they do not fit. */
function withOptions(config: Config, rule: Rule, options: unknown): Config {
  const configured = withRule(config, rule, ['warning', options as Record<string, unknown>]);
  const mistakes = checkRuleOptions(configured.lint.rules, [rule]);
  if (mistakes.length > 0) throw new Error(mistakes.map(renderMistake).join('; '));
  return configured;
}

/** `unified-lint-rule` knows warnings and errors; advice is made information once it has done its work. */
function softened(transformer: Transformer<Root>, advice: WeakSet<object>): ReturnType<RulePlugin> {
  return (tree, file, next) => {
    void transformer(tree, file, (error) => {
      for (const message of file.messages) if (advice.has(message) && message.fatal === false) message.fatal = undefined;
      return next(error);
    });
  };
}

/** How a rule lints under the options given to its plugin, each set of options prepared once. */
function lintWith(rule: Rule, config: Config, shared: LintFile): (options: unknown) => LintFile {
  const byDefault = isOff(rule, config) ? lintOnce(withRule(config, rule, 'warning')) : shared;
  const known = new Map<string, LintFile>();
  return (options) => {
    if (options === undefined || options === null) return byDefault;
    const key = JSON.stringify(options);
    const lint = known.get(key) ?? lintOnce(withOptions(config, rule, options));
    known.set(key, lint);
    return lint;
  };
}

function toPlugin(rule: Rule, config: Config, shared: LintFile): RulePlugin {
  const advice = new WeakSet<object>();
  const lintBy = lintWith(rule, config, shared);
  const plugin = lintRule<Root>({ origin: `unpause:${rule.id}`, url: ruleUrl(rule.id) }, (_, file, options) => {
    for (const { message, severity, line, column, endLine, endColumn, rule: id } of lintBy(options)(file).findings) {
      if (id !== rule.id) continue;
      const said = file.message(message, { place: { start: { line, column }, end: { line: endLine, column: endColumn } } });
      if (severity === 'advice') advice.add(said);
    }
  });
  const soft: RulePlugin = (options) => {
    const transformer = plugin(options);
    return transformer === undefined ? undefined : softened(transformer, advice);
  };
  return Object.defineProperty(soft, 'name', { value: `unpause:${rule.id}` });
}

function pluginsFor(config: Config): Map<string, RulePlugin> {
  const shared = lintOnce(config);
  return new Map(rules.filter((rule) => !rule.online).map((rule) => [rule.id, toPlugin(rule, config, shared)]));
}

/**
 * The preset for a config, given as `.github/unpause.yml` has it. Rules that are off in it are left out. Throws where the
 * config has mistakes.
 */
export function unpauseRemark(config: z.input<typeof Config>): RemarkPreset {
  const parsed = parseConfig(JSON.stringify(config), { rules });
  if (!parsed.ok) throw new Error(`unpause: ${parsed.mistakes.map(({ message }) => message).join('; ')}`);
  return presetFor(parsed.config, pluginsFor(parsed.config));
}

function presetFor(config: Config, among: ReadonlyMap<string, RulePlugin>): RemarkPreset {
  return { plugins: rules.filter((rule) => !isOff(rule, config)).flatMap((rule) => among.get(rule.id) ?? []) };
}

const standard = pluginsFor(defaultConfig);

/** Every rule as a plugin of its own, by rule id; a rule that is off by default is on when it is used. */
export const rulePlugins: Readonly<Record<string, RulePlugin>> = Object.fromEntries(standard);

/** All rules at their default severity. */
const preset: RemarkPreset = presetFor(defaultConfig, standard);
export default preset;
