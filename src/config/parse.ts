/**
 * A config file's text to a config, or to all its mistakes, each with its place. Pure: files, and the config that
 * `_extends` names, are read by the shell, which passes their texts in.
 */
import * as z from 'zod/mini';
import { checkRuleOptions, findUnknownRules, type KnownRule } from './check-rules.ts';
import { crossChecks } from './cross-checks.ts';
import { describeExpected, explainIssue, valueAt } from './explain-issue.ts';
import { mergeConfigData } from './extends.ts';
import { type DataMistake, type Mistake, type Path, renderMistake, renderPath, renderSeen } from './mistake.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { Config } from './schema.ts';

export interface ParseOptions {
  /** The rules there are; `lint.rules` is checked against them. */
  rules: readonly KnownRule[];
  /** The configs inherited from, the nearest first; `name` is how a mistake in one says where it is. */
  inherited?: readonly { name: string; text: string }[];
}

export type ParseResult = { ok: true; config: Config } | { ok: false; mistakes: Mistake[] };

/** More than anybody mends at once; a file that is no config at all has thousands. */
const maxMistakes = 100;

/**
 * Reads `.github/unpause.yml`. Never throws. An empty text is a config of defaults.
 * The mistakes come in the order of the file, those of inherited files after its own.
 */
export function parseConfig(text: string, { rules, inherited = [] }: ParseOptions): ParseResult {
  const files = [readYaml(text, null), ...inherited.map(({ name, text: content }) => readYaml(content, name))];
  const broken = files.flatMap((file) => [...file.mistakes, ...rootMistakes(file)]);
  const data = files.map((file) => (isMap(file.data) ? file.data : {})).reduceRight<unknown>((below, own) => mergeConfigData(below, own), {});
  const { config, mistakes } = resolve(data, rules);
  const placed = mistakes.slice(0, maxMistakes).map((mistake) => placeIn(files, mistake));
  if (config && broken.length + placed.length === 0) return { ok: true, config };
  const all = [...broken, ...placed.filter((mistake) => !broken.some((syntax) => onSameLine(syntax, mistake)))];
  return { ok: false, mistakes: inOrder(all, files).slice(0, maxMistakes) };
}

function rootMistakes(file: YamlFile): Mistake[] {
  if (file.data === null || isMap(file.data)) return [];
  const mistake = file.place({ path: [], at: 'value', seen: renderSeen(file.data), expected: 'a map of keys and values' });
  return mistake ? [mistake] : [];
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The config in the data, and what is wrong with it: the shape, then, of what has the right shape, the rest. */
function resolve(data: unknown, rules: readonly KnownRule[]): { config: Config | null; mistakes: DataMistake[] } {
  const first = z.safeParse(Config, data, { error: describeExpected });
  const mistakes = first.success ? [] : first.error.issues.flatMap((issue) => explainIssue(issue, data, []));
  if (mistakes.length > maxMistakes) return { config: null, mistakes };
  const sound = first.success ? first : z.safeParse(Config, without(data, mistakes));
  if (!sound.success) return { config: null, mistakes };
  const unread = (paths: readonly Path[]) => !paths.some((path) => mistakes.some((mistake) => startsWith(mistake.path, path)));
  const crossed = crossChecks.filter(({ reads }) => unread(reads)).flatMap((check) => check.find(sound.data, (path) => valueAt(data, path) !== undefined));
  const unknown = findUnknownRules(keysAt(data, ['lint', 'rules']), rules);
  const options = checkRuleOptions(sound.data.lint.rules, rules);
  return { config: sound.data, mistakes: [...mistakes, ...once(crossed, data), ...unknown, ...options] };
}

function keysAt(data: unknown, path: Path): string[] {
  const value = valueAt(data, path);
  return isMap(value) ? Object.keys(value) : [];
}

/** The data without what is wrong in it, so that the checks after the first have something to look at. */
function without(data: unknown, mistakes: readonly DataMistake[]): unknown {
  return mistakes.reduce((rest, { path, at }) => remove(rest, at === 'parent' ? path.slice(0, -1) : path), data);
}

/** A copy without the value at the path; of a list, nothing is left, as its other items would move. */
function remove(data: unknown, path: Path): unknown {
  const [name, ...inner] = path;
  if (name === undefined || typeof name === 'number' || !isMap(data)) return undefined;
  const { [name]: value, ...others } = data;
  const left = inner.length > 0 ? remove(value, inner) : undefined;
  return left === undefined ? others : { ...others, [name]: left };
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((step, index) => path[index] === step);
}

/** A value for all kinds of pause is one value in the file, and one mistake. */
function once(mistakes: readonly DataMistake[], data: unknown): DataMistake[] {
  const lifted = mistakes.map((mistake) => ({ ...mistake, path: existing(mistake.path, data) }));
  return lifted.filter(({ path }, index) => lifted.findIndex((other) => renderPath(other.path) === renderPath(path)) === index);
}

function existing(path: Path, data: unknown): Path {
  return path.length === 0 || valueAt(data, path) !== undefined ? path : existing(path.slice(0, -1), data);
}

/** In the first file that has such a path; else at the nearest place around it. */
function placeIn(files: readonly YamlFile[], mistake: DataMistake): Mistake {
  for (const file of files) {
    const placed = file.place(mistake);
    if (placed) return placed;
  }
  const { seen, expected } = mistake;
  return { path: renderPath(mistake.path), line: 1, column: 1, seen, expected, message: renderMistake(mistake), source: null };
}

function onSameLine(one: Mistake, other: Mistake): boolean {
  return one.line === other.line && one.source === other.source;
}

function inOrder(mistakes: readonly Mistake[], files: readonly YamlFile[]): Mistake[] {
  const rank = ({ source }: Mistake) => files.findIndex((file) => file.source === source);
  return [...mistakes].sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
