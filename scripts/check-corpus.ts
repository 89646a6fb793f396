/**
 * Lints a corpus of real documents twice, in sections and parsed whole, and fails where the reports differ.
 * `node scripts/check-corpus.ts DIR`, where DIR holds `documents/<source>/*.md` and `sources.json`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createLinter, defaultConfig, type Config } from '../src/lib.ts';

interface Settings {
  preset: Config['lint']['preset'];
  aliases?: string[];
}

const [corpus = '../shared/corpus'] = process.argv.slice(2);
const sources = JSON.parse(readFileSync(join(corpus, 'sources.json'), 'utf8')) as Record<string, Settings>;
const sections = ['Summary', 'Abstract', 'Motivation', 'Drawbacks', 'Alternatives', 'Unresolved questions'];
const now = new Date('2026-11-21T12:00:00Z');
let documents = 0;
let different = 0;

for (const [source, { preset, aliases = [] }] of Object.entries(sources)) {
  const config: Config = structuredClone(defaultConfig);
  config.lint.preset = preset;
  config.lint.owner.aliases = aliases;
  // Every rule on, so that every way of asking for a piece is tried.
  config.lint.rules = { 'required-sections': ['error', { sections }], 'outcome-review': 'warning' };
  const inSections = createLinter(config);
  const whole = createLinter(config, { parsing: 'whole' });
  for (const name of readdirSync(join(corpus, 'documents', source)).filter((file) => file.endsWith('.md'))) {
    const document = { path: `${source}/${name}`, text: readFileSync(join(corpus, 'documents', source, name), 'utf8') };
    documents += 1;
    if (isDeepStrictEqual(inSections.lint(document, { now }), whole.lint(document, { now }))) continue;
    different += 1;
    process.stdout.write(`different: ${document.path}\n`);
  }
}
process.stdout.write(`${documents} documents in sections and parsed whole: ${different} different\n`);
process.exitCode = different === 0 ? 0 : 1;
