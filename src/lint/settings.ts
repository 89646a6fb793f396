/** A config, made ready for linting: terms compiled, people indexed, each rule with its severity and options. */
import * as z from 'zod/mini';
import type { Config } from '../config/schema.ts';
import type { RuleSeverity, Severity } from '../config/severity.ts';
import { Document } from './document.ts';
import type { DocumentSource } from './document-source.ts';
import { readFacts, valueText } from './facts.ts';
import { compileDomains, type FitDomains } from './fit-domains.ts';
import { foldLabel } from './label.ts';
import type { PeopleBook } from './people.ts';
import { presets, type FieldKey, type Preset } from './presets.ts';
import type { Rule } from './rule.ts';
import { resolveTerms, type Terms } from './terms.ts';

export interface ActiveRule {
  rule: Rule;
  severity: Severity;
  options: unknown;
}

export interface Settings {
  config: Config;
  preset: Preset;
  terms: Terms;
  book: PeopleBook;
  /** Null where no domains are configured. */
  fitDomains: FitDomains | null;
  /** Rules that are on, in the order of the registry. */
  rules: readonly ActiveRule[];
  /** The ids of all rules, on or off. */
  known: ReadonlySet<string>;
}

const allFields: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'owner', 'decideBy', 'domain', 'rung', 'consulted', 'principles', 'topic', 'outcomeReview',
]);

function hasDomains(domains: Config['domains']): boolean {
  return Object.keys(domains).length > 0;
}

/** The severity and the options of a rule: the config's, else the preset's, else the rule's own. */
export function severityOf(rule: Pick<Rule, 'id' | 'severity' | 'withDomains'>, { lint, domains }: Config, preset: Preset): { severity: RuleSeverity; options: unknown } {
  const setting = lint.rules[rule.id];
  const [severity, options] = Array.isArray(setting) ? setting : [setting, {}];
  const own = hasDomains(domains) ? (rule.withDomains ?? rule.severity) : rule.severity;
  return { severity: severity ?? preset.severities[rule.id] ?? own, options };
}

function activate(rule: Rule, config: Config, preset: Preset): ActiveRule[] {
  const { severity, options } = severityOf(rule, config, preset);
  if (severity === 'off' || rule.online) return [];
  return [{ rule, severity, options: rule.options === null ? null : z.parse(rule.options, options) }];
}

function logins(people: Config['people']): Map<string, string> {
  return new Map(Object.entries(people).map(([name, login]) => [foldLabel(name), login.replace(/^@/, '')]));
}

/** What the owner fields of the templates say: in any other document it names nobody, unless it names a login. */
function templateTexts(templates: readonly DocumentSource[], terms: Terms): Set<string> {
  const book: PeopleBook = { logins: new Map(), templateTexts: new Set() };
  const texts = templates.flatMap((template) => {
    const { owners } = readFacts(new Document(template), terms, book);
    const nameless = owners.filter(({ people }) => people.every(({ login }) => login === null));
    return nameless.map(({ match }) => foldLabel(valueText(match)));
  });
  return new Set(texts);
}

/**
 * Prepares a config. The config must have been parsed with these rules, so that options fit; otherwise zod throws.
 * `fields` limits what is looked for, for a caller that wants no more than, say, the owner.
 */
export function prepare(
  config: Config,
  rules: readonly Rule[],
  { templates = [], fields = allFields }: { templates?: readonly DocumentSource[]; fields?: ReadonlySet<FieldKey> } = {},
): Settings {
  const preset: Preset = presets[config.lint.preset];
  const terms = resolveTerms(config.lint, fields);
  return {
    config,
    preset,
    terms,
    book: { logins: logins(config.people), templateTexts: templateTexts(templates, terms) },
    fitDomains: hasDomains(config.domains) ? compileDomains(config.domains) : null,
    rules: rules.flatMap((rule) => activate(rule, config, preset)),
    known: new Set(rules.map((rule) => rule.id)),
  };
}
