/** What is asked of a document: how its fields are called, and which rules hold. */
import * as z from 'zod/mini';
import { dictionary, key, list, section } from './schema-parts.ts';
import { RuleSeverity } from './severity.ts';

const presets = ['generic', 'madr', 'nixos', 'swift-evolution', 'kep', 'daci'] as const;

/** A severity, or a severity with the rule's options; whether the options fit, `check-rules` says. */
export type RuleSetting = RuleSeverity | [RuleSeverity, Record<string, unknown>];

const RuleOptions = z.record(z.string(), z.unknown(), 'a map of options');

const ruleExpected = `a severity (${RuleSeverity.options.join(', ')}), or a list of a severity and the rule's options`;

const RuleSettings = dictionary(
  z.string(),
  z.union([RuleSeverity, z.tuple([RuleSeverity, RuleOptions], ruleExpected)], ruleExpected),
  'a map from rules to severities',
);

const aliasExpected = 'the name of a field, with at least one letter or digit';

/** A label that is punctuation only would match every rule and table border. */
const Aliases = list(z.string(aliasExpected).check(z.regex(/[\p{L}\p{N}]/u, aliasExpected)), 'a list of names for a field');

function aliasesFor(field: string) {
  return key(Aliases, [], `More names for the field ${field}.`);
}

const Terms = section(
  {
    decideBy: aliasesFor('*Decide by*'),
    domain: aliasesFor('*Domain*'),
    rung: aliasesFor('*Rung*'),
    consulted: aliasesFor('*Consulted*'),
    principles: aliasesFor('*Principles*'),
    topic: aliasesFor('*Topic*'),
    outcomeReview: aliasesFor('*Outcome review*'),
  },
  "More names for a document's other fields, added to the preset's. The keys are those of `fields` in the JSON report.",
);

export const Lint = section(
  {
    preset: key(z.enum(presets), 'generic', 'The kind of document: sets the names of the fields and the severities of the rules.'),
    owner: section(
      { aliases: key(Aliases, [], "More names for the field *Decision Owner*, added to the preset's. Case and white space do not matter.") },
      'The field that names the Decision Owner.',
    ),
    terms: Terms,
    rules: key(
      RuleSettings,
      {},
      'The severity of a rule (`error`, `warning`, `advice`, `off`), or a list of a severity and the rule\'s options. What is left out is as the preset has it.',
    ),
    suppressions: key(
      z.enum(['default', 'all']),
      'default',
      'Which findings a document may suppress by a comment: `default`, all but those of the `decision-owner-*` rules; `all`, every one.',
    ),
  },
  'What is asked of a document.',
);
