/** schema/unpause.schema.json, from src/config and the rules. */
import { configJsonSchema } from '../../src/config/json-schema.ts';
import { rules } from '../../src/rules/registry.ts';

/** The config's JSON Schema as a file; it is what `unpause config schema` prints. */
export function generateJsonSchema(): { path: string; text: string } {
  return { path: 'schema/unpause.schema.json', text: `${JSON.stringify(configJsonSchema(rules), null, 2)}\n` };
}
