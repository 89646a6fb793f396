/** Speed of the engine alone: the corpus from memory, warm, in MB of UTF-8 per second. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter, defaultConfig, type Config, type Linter } from '../src/lib.ts';
import { median } from './paired-runs.ts';

interface Source {
  documents: { path: string; text: string }[];
  owner: Linter;
  all: Linter;
}

interface Settings {
  preset: Config['lint']['preset'];
  aliases?: string[];
}

const otherRules = { 'decide-by': 'off', suppression: 'off', 'document-encoding': 'off' } as const;

function loadSource(folder: string, { preset, aliases = [] }: Settings): Source {
  const config: Config = structuredClone(defaultConfig);
  config.lint.preset = preset;
  config.lint.owner.aliases = aliases;
  const ownerOnly: Config = structuredClone(config);
  ownerOnly.lint.rules = otherRules;
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return {
    documents: names.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') })),
    owner: createLinter(ownerOnly, { fields: new Set(['owner']) }),
    all: createLinter(config),
  };
}

function megabytesPerSecond(sources: readonly Source[], which: 'owner' | 'all', megabytes: number): number {
  const now = new Date();
  const began = performance.now();
  for (const source of sources) for (const document of source.documents) source[which].lint(document, { now });
  return megabytes / ((performance.now() - began) / 1000);
}

/** The medians of nine rounds after two to warm up, with the presets that the corpus names for each source. */
export function benchInProcess(corpus: string): { owner: number; all: number } {
  const settings = JSON.parse(readFileSync(join(corpus, 'sources.json'), 'utf8')) as Record<string, Settings>;
  const sources = Object.entries(settings).map(([name, one]) => loadSource(join(corpus, 'documents', name), one));
  const bytes = sources.flatMap((source) => source.documents).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const measure = (which: 'owner' | 'all'): number => {
    const rounds = Array.from({ length: 11 }, () => megabytesPerSecond(sources, which, bytes / 1e6));
    return median(rounds.slice(2));
  };
  return { owner: measure('owner'), all: measure('all') };
}
