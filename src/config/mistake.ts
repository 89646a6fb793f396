/** What is wrong with a config: where, what was seen there, and what was expected. */

/** The way to a value in the data: names of keys, and indexes of lists. */
export type Path = readonly (string | number)[];

/** One mistake, as people and programs read it. Line and column count from 1, columns in UTF-16 code units. */
export interface Mistake {
  /** `pause.nudge-after`, `dri.pool[0]`; empty for the file as a whole. */
  path: string;
  line: number;
  column: number;
  seen: string;
  expected: string;
  /** The sentence that says it all: *Unexpected X, expected Y*. */
  message: string;
  /** The name of the inherited file it is in; null: in the file itself. */
  source: string | null;
}

/** A mistake in the data, before it has a place in a file. */
export interface DataMistake {
  path: Path;
  /** Whether the place is that of the key, of its value, or, as the key is missing, that of the map around it. */
  at: 'key' | 'value' | 'parent';
  seen: string;
  expected: string;
  /** What was probably meant. */
  near?: string | null;
}

/** `pause.nudge-after`, `dri.pool[0]`, `people["a@b.example"]`. */
export function renderPath(path: Path): string {
  return path.map(renderStep).join('').replace(/^\./, '');
}

function renderStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\w-]+$/.test(step) ? `.${step}` : `[${renderSeen(step)}]`;
}

const maxSeen = 60;

/** A value as a mistake shows it: on one line, short, with nothing in it that a terminal would obey. */
export function renderSeen(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value !== 'string') return `${value as number | boolean}`;
  const shown = [...value.slice(0, 2 * (maxSeen + 1))];
  const short = shown.length > maxSeen ? `${shown.slice(0, maxSeen).join('')}…` : value;
  return JSON.stringify(short).replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The sentence for a mistake in the data. */
export function renderMistake({ path, at, seen, expected, near }: DataMistake): string {
  const around = renderPath(at === 'value' ? path : path.slice(0, -1));
  const where = around === '' ? '' : ` in ${around}`;
  const hint = near ? `; did you mean ${renderSeen(near)}?` : '';
  return `${at === 'parent' ? 'Missing' : 'Unexpected'} ${seen}${where}, expected ${expected}${hint}`;
}
