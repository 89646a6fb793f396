/** OpenAPI's schemas as plain JSON Schemas: no prose, no `nullable`, and only those that are referred to. */
import { correct, isListOfEvents, isOwnerOfEitherKind } from './corrections.ts';
import type { Content, OpenApi, Schema } from './open-api.ts';

const kept = ['type', 'enum', 'required', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minimum', 'maximum', 'minProperties'];
/** The formats that tell something; the others are sizes of numbers and the like. */
const formats = ['date-time', 'uri'];

/** The same in JSON Schema. Further fields are allowed, as GitHub adds some all the time. */
export function simplify(schema: Schema): Schema {
  if (schema.$ref !== undefined) return { $ref: schema.$ref.replace('#/components/schemas/', '#/definitions/') };
  const simple: Schema = Object.fromEntries(kept.filter((keyword) => keyword in schema).map((keyword) => [keyword, schema[keyword]]));
  if (isListOfEvents(schema)) delete simple.enum;
  if (schema.format !== undefined && formats.includes(schema.format)) simple.format = schema.format;
  const whole = { ...simple, ...innerSchemas(schema), ...combinations(schema) };
  return schema.nullable === true ? orNull(whole) : whole;
}

function innerSchemas({ properties, additionalProperties, items }: Schema): Schema {
  return {
    ...(properties ? { properties: mapValues(properties, simplify) } : {}),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: simplify(additionalProperties) } : {}),
    ...(items ? { items: simplify(items) } : {}),
  };
}

/** GitHub's alternatives overlap: more than one of `oneOf` often fits. */
function combinations(schema: Schema): Schema {
  const isChoice = isOwnerOfEitherKind(schema);
  const alternatives = schema.anyOf ?? schema.oneOf ?? (isChoice ? schema.allOf : undefined);
  return {
    ...(schema.allOf && !isChoice ? { allOf: schema.allOf.map(simplify) } : {}),
    ...(alternatives ? { anyOf: alternatives.map(simplify) } : {}),
  };
}

function orNull(schema: Schema): Schema {
  if (typeof schema.type !== 'string' || schema.allOf || schema.anyOf) return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [schema.type, 'null'], ...(schema.enum ? { enum: [...new Set([...schema.enum, null])] } : {}) };
}

/** For requests: GitHub passes over a field that it does not know, which hides a slip of the pen. */
export function refuseUnknown(schema: Schema): Schema {
  const inner: Schema = { ...schema };
  if (schema.items) inner.items = refuseUnknown(schema.items);
  if (schema.anyOf && !schema.properties) inner.anyOf = schema.anyOf.map(refuseUnknown);
  if (!schema.properties) return inner;
  inner.properties = mapValues(schema.properties, refuseUnknown);
  return { additionalProperties: false, ...inner };
}

/** Every schema that these lead to, by name. */
export function definitionsFor(roots: unknown, { components }: OpenApi): Record<string, Schema> {
  const found = new Map<string, Schema>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { $ref } = value as Schema;
    if (typeof $ref === 'string') define($ref.replace('#/definitions/', ''));
    for (const part of Object.values(value)) visit(part);
  };
  const define = (name: string): void => {
    if (found.has(name)) return;
    const schema = components.schemas[name];
    if (!schema) throw new Error(`Missing schema ${name}, expected it among the components of the description`);
    const simple = correct(name, simplify(schema));
    found.set(name, simple);
    visit(simple);
  };
  visit(roots);
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function jsonOf({ content = {} }: Content): Schema | null {
  return content['application/json']?.schema ?? null;
}

export function mapValues<Value, Other>(object: Record<string, Value>, map: (value: Value) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, map(value)]));
}
