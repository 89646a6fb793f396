import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { describeExpected, explainIssue, valueAt } from '../../src/config/explain-issue.ts';

/** The parts of each mistake that zod finds in data, as `parseConfig` asks it. */
function explain(schema: z.ZodMiniType, data: unknown) {
  const result = z.safeParse(schema, data, { error: describeExpected });
  return result.success ? [] : result.error.issues.flatMap((issue) => explainIssue(issue, data, []));
}

describe('explainIssue', () => {
  it.each<[z.ZodMiniType, unknown, object]>([
    [z.string(), 3, { seen: '3', expected: 'text' }],
    [z.number(), 'x', { seen: '"x"', expected: 'a number' }],
    [z.int(), 1.5, { seen: '1.5', expected: 'a whole number' }],
    [z.array(z.string()), {}, { seen: 'a map', expected: 'a list' }],
    [z.strictObject({ a: z.string() }), [], { seen: 'an empty list', expected: 'a map' }],
    [z.enum(['red', 'green']), 'gren', { seen: '"gren"', expected: 'one of red, green', near: 'green' }],
    [z.literal('red'), 'blue', { seen: '"blue"', expected: 'red', near: null }],
    [z.string().check(z.maxLength(2)), 'abc', { seen: '"abc"', expected: 'at most 2 characters' }],
    [z.array(z.string()).check(z.minLength(1)), [], { seen: 'an empty list', expected: 'at least 1 in the list' }],
    [z.int().check(z.gte(2)), 1, { seen: '1', expected: 'at least 2' }],
    [z.string().check(z.regex(/^a/)), 'b', { seen: '"b"', expected: 'text in the form /^a/' }],
    [z.email(), 'b', { seen: '"b"', expected: expect.stringContaining('text in the form') }],
    [z.strictObject({ a: z.string() }), {}, { seen: 'a', expected: 'text', at: 'parent', path: ['a'] }],
    [z.strictObject({ apple: z.optional(z.string()) }), { aple: 1 }, { seen: 'key "aple"', expected: 'a known key', near: 'apple', at: 'key' }],
    [z.strictObject({ apple: z.optional(z.string()), pear: z.optional(z.string()) }), { x: 1 }, { seen: 'key "x"', expected: 'one of apple, pear', near: null }],
    [z.union([z.string(), z.strictObject({ a: z.string() })], 'this or that'), { a: 1 }, { path: ['a'], seen: '1', expected: 'text' }],
    [z.union([z.string(), z.strictObject({ a: z.string() })], 'this or that'), 3, { path: [], seen: '3', expected: 'this or that' }],
    [z.record(z.string().check(z.minLength(2, 'a longer name')), z.string()), { a: 'x' }, { at: 'key', seen: 'key "a"', expected: 'a longer name' }],
    [z.date(), 3, { seen: '3', expected: 'date' }],
    [z.int().check(z.multipleOf(2)), 3, { seen: '3', expected: 'another value' }],
  ])('puts into words what %# finds', (schema, data, mistake) => {
    expect(explain(schema, data)).toEqual([expect.objectContaining(mistake)]);
  });
});

describe('valueAt', () => {
  it.each([
    [[], { a: [{ b: 1 }] }],
    [['a', 0, 'b'], 1],
    [['a', 1], undefined],
    [['constructor'], undefined],
    [['a', 0, 'b', 'c'], undefined],
  ])('finds at %j %j', (path, value) => {
    expect(valueAt({ a: [{ b: 1 }] }, path)).toEqual(value);
  });
});
