/** From zod's issues to mistakes: which branch of a union was meant, what is missing, what was misspelt. */
import type * as z from 'zod/mini';
import { type DataMistake, type Path, renderSeen } from './mistake.ts';
import { nearestWord } from './nearest-word.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/**
 * What was expected, in words, where the schema itself does not say so; for `error` of a parse.
 * For an unknown key it is the list of the known ones.
 */
export function describeExpected(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'unrecognized_keys':
      return oneOf(keysOf(issue.inst));
    case 'too_small':
      return `at least ${issue.minimum}${countedIn(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${countedIn(issue.origin)}`;
    case 'invalid_format':
      return `text in the form ${issue.pattern ?? issue.format}`;
    default:
      return 'another value';
  }
}

const typeWords: Partial<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'nothing',
};

function countedIn(origin: string): string {
  const words: Partial<Record<string, string>> = { string: ' characters', array: ' in the list' };
  return words[origin] ?? '';
}

const listStart = 'one of ';

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : listStart + words.join(', ');
}

function keysOf(schema: unknown): string[] {
  const definition = (schema as z.core.$ZodType | undefined)?._zod.def;
  return definition && 'shape' in definition ? Object.keys(definition.shape as object) : [];
}

/**
 * The mistakes behind an issue: one for each unknown key, and for a union those of the branch that was meant.
 * `data` is what was parsed; `base` is the path to it.
 */
export function explainIssue(issue: Issue, data: unknown, base: Path): DataMistake[] {
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((name) => unknownKey(name, path, issue.message));
  if (issue.code === 'invalid_key') {
    return [{ path, at: 'key', seen: `key ${renderSeen(path.at(-1))}`, expected: issue.issues[0]?.message ?? issue.message }];
  }
  const value = valueAt(data, issue.path as Path);
  if (value === undefined) return [{ path, at: 'parent', seen: String(path.at(-1)), expected: issue.message }];
  const near = typeof value === 'string' ? nearestWord(value, allowedWords(issue)) : null;
  const meant = issue.code === 'invalid_union' && !near ? meantBranch(issue) : null;
  if (meant) return meant.flatMap((inner) => explainIssue(inner, value, path));
  return [{ path, at: 'value', seen: renderSeen(value), expected: issue.message, near }];
}

function unknownKey(name: string, path: Path, known: string): DataMistake {
  const near = nearestWord(name, known.replace(listStart, '').split(', '));
  return { path: [...path, name], at: 'key', seen: `key ${renderSeen(name)}`, expected: near ? 'a known key' : known, near };
}

/** The one branch whose kind of value is there, so that only something within it is wrong. */
function meantBranch({ errors }: z.core.$ZodIssueInvalidUnion): Issue[] | null {
  const fitting = errors.filter((branch) => !branch.some(({ code, path }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value')));
  return (fitting.length === 1 && fitting[0]) || null;
}

/** The words that would have been right, also those of a branch. */
function allowedWords(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(allowedWords) : [];
}

/** The value at a path in plain data; undefined where there is none. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<string | number, unknown>)[step];
  }, data);
}
