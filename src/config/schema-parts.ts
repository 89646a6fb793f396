/**
 * The bricks of the schema. Every brick says in words what belongs in its place: that text is its `error`,
 * and a mistake shows it after "expected".
 */
import * as z from 'zod/mini';
import { parseCalendarDate } from './calendar-date.ts';

/** A key of a map: its schema, the value it has when it is left out, and what it means, for the docs. */
export function key<T extends z.ZodMiniType>(schema: T, fallback: z.input<T>, meaning: string) {
  return z.prefault(schema, fallback).check(z.describe(meaning));
}

/** A key that holds a map in which every key has a default. */
export function section<T extends z.core.$ZodLooseShape>(shape: T, meaning: string) {
  return z.prefault(z.strictObject(shape), {} as never).check(z.describe(meaning));
}

/** Text that holds more than white space. */
export function text(expected: string) {
  return z.string(expected).check(z.regex(/\S/, expected));
}

export function list<T extends z.ZodMiniType>(item: T, expected: string) {
  return z.array(item, expected);
}

/** One value, or a list of them; always read as a list. */
export function oneOrMore<T extends z.ZodMiniType<unknown, string>>(item: T, expected: string) {
  const one = z.pipe(item, z.transform((value: z.output<T>) => [value]));
  return z.union([one, z.array(item, expected)], expected);
}

export function flag() {
  return z.boolean('true or false');
}

export function wholeNumber(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return z.int(expected).check(z.gte(least, expected), z.lte(most, expected));
}

/** A map with names chosen by the team. It has no prototype, so that a person called `constructor` is not found by accident. */
export function dictionary<V extends z.ZodMiniType>(name: z.ZodMiniString, value: V, expected: string) {
  return z.pipe(
    z.record(name, value, expected),
    z.transform((entries: Record<string, z.output<V>>) => Object.assign(Object.create(null) as typeof entries, entries)),
  );
}

/** The name of a kind of value, for the docs and for editors. */
export function named<T extends z.ZodMiniType>(schema: T, title: string): T {
  return schema.check(z.meta({ title }));
}

/** Which files: globs relative to the root of the repository. */
export function globs() {
  return list(named(text('a glob such as `rfcs/**/*.md`'), 'glob'), 'a list of globs');
}

/** `api`, `developer-experience`: letters and digits with hyphens, so that it can stand in a command. */
export function slug(expected: string) {
  return z.string(expected).check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, expected));
}

const dateExpected = 'a day of the calendar such as `2026-12-24`';

export const CalendarDateText = z.pipe(
  named(z.string(dateExpected).check(z.regex(/^\d{4}-\d{2}-\d{2}$/, dateExpected)), 'date'),
  z.transform((text, context) => {
    if (!parseCalendarDate(text)) context.issues.push({ code: 'custom', message: dateExpected, input: text });
    return text;
  }),
);
