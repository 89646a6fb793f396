/** Where the description is narrower than what GitHub sends. Each of these was seen to differ; none widens a request. */
import type { Schema } from './open-api.ts';

/** Properties that GitHub leaves empty: by schema, the way to each. */
const emptiable: Readonly<Record<string, readonly string[][]>> = {
  'pull-request-simple': [['labels', 'description']],
  'team-organization': [['name'], ['company'], ['blog'], ['location'], ['email']],
};

/** The schema of this name, as GitHub keeps to it. */
export function correct(name: string, schema: Schema): Schema {
  return (emptiable[name] ?? []).reduce(allowEmpty, schema);
}

/** Looks through lists on the way. */
function allowEmpty(schema: Schema, [property = '', ...rest]: readonly string[]): Schema {
  if (schema.items) return { ...schema, items: allowEmpty(schema.items, [property, ...rest]) };
  const inner = schema.properties?.[property];
  if (!inner) throw new Error(`Missing property ${property}, expected it where the description was found wrong`);
  return { ...schema, properties: { ...schema.properties, [property]: rest.length === 0 ? { type: ['string', 'null'] } : allowEmpty(inner, rest) } };
}

/** The names of events that an App can have: the list is years old, and lacks `merge_group`. */
export function isListOfEvents({ enum: names = [] }: Schema): boolean {
  return names.includes('branch_protection_rule') && names.includes('workflow_dispatch');
}

/** In one place an account is to be a person and an enterprise at once; everywhere else it is either. */
export function isOwnerOfEitherKind({ allOf = [] }: Schema): boolean {
  return ['Simple User', 'Enterprise'].every((title) => allOf.some((part) => part.title === title));
}
