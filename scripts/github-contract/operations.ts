import type { OpenApi, Operation, Parameter, Schema } from './open-api.ts';
import { definitionsFor, jsonOf, mapValues, refuseUnknown, simplify } from './schemas.ts';

/** What one route takes and answers. */
export interface ContractOperation {
  path: Schema;
  query: Schema;
  /** Null: it takes no body. */
  body: Schema | null;
  isBodyRequired: boolean;
  /** By status; null: no body, or one that is no JSON. */
  answers: Record<string, Schema | null>;
}

export interface ApiContract {
  operations: Record<string, ContractOperation>;
  definitions: Record<string, Schema>;
}

/** The operations of these routes; one that GitHub does not have is an error. */
export function pickOperations(description: OpenApi, routes: readonly { method: string; path: string }[]): ApiContract {
  const wanted = [...new Set(routes.map(({ method, path }) => `${method} ${path}`))].sort();
  const operations = Object.fromEntries(wanted.map((name) => [name, operationAt(name, description)]));
  const names = ['basic-error', 'validation-error', 'validation-error-simple'];
  const errors = names.map((name) => ({ $ref: `#/definitions/${name}` }));
  return { operations, definitions: definitionsFor([operations, errors], description) };
}

function operationAt(name: string, description: OpenApi): ContractOperation {
  const [method = '', path = ''] = name.split(' ');
  const operation = description.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`Unknown route ${name}, expected one that GitHub's description has, with its names of the placeholders`);
  const parameters = (operation.parameters ?? []).map((parameter) => resolve(parameter, description));
  const body = operation.requestBody ? jsonOf(operation.requestBody) : null;
  return {
    path: objectOf(parameters.filter((parameter) => parameter.in === 'path')),
    query: objectOf(parameters.filter((parameter) => parameter.in === 'query')),
    body: body && refuseUnknown(simplify(body)),
    isBodyRequired: operation.requestBody?.required ?? false,
    answers: answersOf(operation, description),
  };
}

function answersOf({ responses }: Operation, { components }: OpenApi): ContractOperation['answers'] {
  return mapValues(responses, (response) => {
    const name = response.$ref?.replace('#/components/responses/', '');
    const schema = jsonOf(name === undefined ? response : (components.responses[name] ?? {}));
    return schema && simplify(schema);
  });
}

function resolve(parameter: Parameter, { components }: OpenApi): Parameter {
  const name = parameter.$ref?.replace('#/components/parameters/', '');
  const found = name === undefined ? parameter : components.parameters[name];
  if (!found) throw new Error(`Missing parameter ${name}, expected it among the components of the description`);
  return found;
}

function objectOf(parameters: readonly Parameter[]): Schema {
  const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, simplify(schema)]));
  return { type: 'object', properties, required: parameters.filter(({ required }) => required).map(({ name }) => name), additionalProperties: false };
}
