/** The config's JSON Schema, for editors; made from the same schema that `parseConfig` reads with. */
import * as z from 'zod/mini';
import type { KnownRule } from './check-rules.ts';
import { Config } from './schema.ts';
import { RuleSeverity } from './severity.ts';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const draft = 'https://json-schema.org/draft/2020-12/schema';

/**
 * JSON Schema, draft 2020-12. It accepts every config that `parseConfig` accepts, and a few more: what two values say
 * together it does not see. With `rules`, `lint.rules` takes their names and options only.
 */
export function configJsonSchema(rules: readonly KnownRule[] = []): JsonSchema {
  const schema: JsonSchema = z.toJSONSchema(Config, { io: 'input' });
  const settings = propertyAt(schema, ['lint', 'rules']);
  if (rules.length > 0) {
    delete settings.propertyNames;
    settings.properties = Object.fromEntries(rules.map((rule) => [rule.id, ruleJsonSchema(rule)]));
    settings.additionalProperties = false;
  }
  return {
    $schema: draft,
    $id: 'urn:unpause:config',
    title: 'Unpause: .github/unpause.yml',
    description: 'How Unpause keeps the RFC decisions of this repository moving. Every key has a default.',
    ...withoutDraft(schema),
  };
}

/** Only the whole says which draft it is written in. */
function withoutDraft(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== '$schema'));
}

function propertyAt(schema: JsonSchema, path: readonly string[]): JsonSchema {
  return path.reduce((around, name) => around.properties?.[name] as JsonSchema, schema);
}

function ruleJsonSchema({ options }: KnownRule): JsonSchema {
  const severity: JsonSchema = { title: 'severity', enum: [...RuleSeverity.options] };
  const given: JsonSchema = options ? withoutDraft(z.toJSONSchema(options, { io: 'input' })) : { type: 'object', maxProperties: 0 };
  const withOptions: JsonSchema = { type: 'array', prefixItems: [severity, given], items: false, minItems: 2, maxItems: 2 };
  return { anyOf: [severity, withOptions] };
}
