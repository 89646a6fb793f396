/** Which of the configured kinds of decision an RFC is: by what its documents say, else by its labels, else by its files. */
import picomatch from 'picomatch';
import type { Config } from '../config/schema.ts';
import { foldLabel } from './label.ts';

type Domain = Config['domains'][string];

/** What an RFC, or one document of it, shows of its kind. */
export interface DomainClues {
  /** The values of the field *Domain*. */
  fields: readonly string[];
  labels: readonly string[];
  paths: readonly string[];
}

export interface DomainFit {
  /** What tells; null where nothing does. */
  by: 'field' | 'label' | 'path' | null;
  /** The domains that fit by it, in the config's order: more than one where they overlap. */
  names: readonly string[];
  /** What the field says and no domain is called. */
  unknown: readonly string[];
}

export type FitDomains = (clues: DomainClues) => DomainFit;

interface Conditions {
  name: string;
  /** Folded, as the labels are. */
  words: readonly string[];
  labels: readonly string[];
  matches: (path: string) => boolean;
}

/** Makes the domains of a config ready to be told apart. */
export function compileDomains(domains: Config['domains']): FitDomains {
  const all = Object.entries(domains).map(([name, domain]) => conditionsOf(name, domain));
  const known = new Set(all.flatMap(({ words }) => words));
  return ({ fields, labels, paths }) => {
    const said = new Map(fields.flatMap((text) => wordsIn(text, known)).map((word) => [foldLabel(word), word]));
    const labelled = new Set(labels.map(foldLabel));
    const unknown = [...said].filter(([folded]) => !known.has(folded)).map(([, word]) => word);
    const ways: readonly [by: DomainFit['by'], fits: (domain: Conditions) => boolean][] = [
      ['field', (domain) => domain.words.some((word) => said.has(word))],
      ['label', (domain) => domain.labels.some((label) => labelled.has(label))],
      ['path', (domain) => paths.some(domain.matches)],
    ];
    for (const [by, fits] of ways) {
      const names = all.filter(fits).map(({ name }) => name);
      if (names.length > 0) return { by, names, unknown };
    }
    return { by: null, names: [], unknown };
  };
}

/**
 * Of the files that a pull request changes, one for each domain that such a file can tell: of thousands, those few tell
 * the same.
 */
export function tellingPaths(paths: readonly string[], domains: Config['domains']): string[] {
  const found = Object.values(domains).flatMap(({ when }) => paths.find(matcher(when.paths)) ?? []);
  return [...new Set(found)].sort();
}

function conditionsOf(name: string, { when }: Domain): Conditions {
  return { name, words: [name, ...when.field].map(foldLabel), labels: when.labels.map(foldLabel), matches: matcher(when.paths) };
}

function matcher(globs: string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const matches = picomatch(globs, { dot: true });
  return (path) => matches(path);
}

/** A value that no domain is called may be a list of them. */
function wordsIn(text: string, known: ReadonlySet<string>): string[] {
  const words = known.has(foldLabel(text)) ? [text] : text.split(/[,;]/);
  return words.map((word) => word.trim()).filter((word) => word !== '');
}
