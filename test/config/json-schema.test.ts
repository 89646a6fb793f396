import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { configJsonSchema, type JsonSchema } from '../../src/config/json-schema.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { configExample } from '../../scripts/generate/config-example.ts';

const rules = [
  { id: 'decide-by', options: z.strictObject({ days: z._default(z.int(), 90) }) },
  { id: 'outcome-review', options: null },
];

function validator(schema: JsonSchema) {
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema as object);
}

const fits = validator(configJsonSchema());
const fitsWithRules = validator(configJsonSchema(rules));

const texts = [
  '{}',
  configExample,
  'pause: {term: 3}',
  'pause: {term: P2D}',
  'pause: {term: {contested: 36h}}',
  'pause: {term: {contest: 36h}}',
  'pause: {escalate-after: 2}',
  'pause: {escalate-after: 0}',
  'pause: soon',
  'labl: RFC',
  'label: 3',
  'documents: []',
  "commands: {wait: '@ann'}",
  'commands: {wait: ann}',
  'commands: {wiat: owner}',
  'dri: {pool: [a b]}',
  'calendar: {country: de}',
  'calendar: {weekend: [friday]}',
  'calendar: {hours: 8:00-24:00}',
  'calendar: {hours: 9-17}',
  'calendar: {weekend: friday}',
  "people: {Ann: '@ann'}",
  'people: {Ann: Ann Smith}',
  "lint: {owner: {aliases: ['**']}}",
  'lint: {terms: {domain: [Área]}}',
  'lint: {rules: {decide-by: eror}}',
  'lint: {rules: {decide-by: error}}',
  'domains: {API: {}}',
  'domains: {api: {owner: x}}',
  'principles: [{id: a}]',
  'values: [{id: a}]',
  'decision: {periods: {consent: {min: soon}}}',
  'stewards: {pool: [a b]}',
  'retrospective: {every: year}',
  'labels: {needs-decision-owner: false}',
  'labels: {needs-decision-owner: true}',
  'dry-run: yes',
  '_extends: acme/.github',
  'pause:',
];

describe('configJsonSchema', () => {
  it.each(texts)('judges as the parser does: %j', (text) => {
    expect([text, fits(parse(text))]).toEqual([text, parseConfig(text, { rules }).ok]);
  });

  it.each([
    ['lint: {rules: {decide-by: [error, {days: 3}]}}', true],
    ['lint: {rules: {decide-by: off, outcome-review: [error, {}]}}', true],
    ['lint: {rules: {decide-by: [error, {dayz: 3}]}}', false],
    ['lint: {rules: {outcome-review: [error, {a: 1}]}}', false],
    ['lint: {rules: {decide-bye: error}}', false],
  ])('knows the rules it is handed: %j', (text, ok) => {
    expect([parseConfig(text, { rules }).ok, fitsWithRules(parse(text))]).toEqual([ok, ok]);
  });

  it('says for every key what it means', () => {
    const silent = Object.entries(flatProperties(configJsonSchema(), '')).filter(([, schema]) => !schema.description);
    expect(silent.map(([path]) => path).filter((path) => !/^pause\.[\w-]+\./.test(path))).toEqual([]);
  });

  it('gives every key a default, but for the parts of a value and of a principle', () => {
    const without = Object.entries(flatProperties(configJsonSchema(), '')).filter(([, schema]) => schema.default === undefined);
    expect(without.map(([path]) => path)).toEqual(['values.id', 'values.text', 'principles.id', 'principles.text']);
  });

  it('names its draft, itself and its title', () => {
    expect(Object.keys(configJsonSchema()).slice(0, 4)).toEqual(['$schema', '$id', 'title', 'description']);
  });
});

/** Every key at any depth, by its path. */
function flatProperties(schema: JsonSchema, path: string): Record<string, JsonSchema> {
  const found: Record<string, JsonSchema> = {};
  for (const [name, value] of Object.entries({ ...schema.properties }) as [string, JsonSchema][]) {
    found[`${path}${name}`] = value;
    Object.assign(found, flatProperties(value, `${path}${name}.`));
  }
  for (const inner of [schema.additionalProperties, schema.items]) {
    if (typeof inner === 'object') Object.assign(found, flatProperties(inner as JsonSchema, path));
  }
  return found;
}
