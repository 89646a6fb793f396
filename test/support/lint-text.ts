import { defaultConfig, type Config } from '../../src/config/schema.ts';
import { createLinter, type DocumentSource } from '../../src/lib.ts';
import type { DocumentResult } from '../../src/lint/report.ts';

/** What today is in the tests of the engine. */
const now = new Date('2026-11-21T09:00:00Z');

export interface Reading extends Partial<Omit<DocumentSource, 'text'>> {
  lint?: Partial<Config['lint']>;
  people?: Config['people'];
  templates?: readonly string[];
}

function linterFor({ lint = {}, people = {}, templates = [] }: Reading): ReturnType<typeof createLinter> {
  const config: Config = { ...defaultConfig, people, lint: { ...defaultConfig.lint, ...lint } };
  return createLinter(config, { templates: templates.map((text, index) => ({ path: `template-${index}.md`, text })) });
}

function sourceOf(text: string, reading: Reading): DocumentSource {
  return { path: 'rfc.md', ...reading, text };
}

/** Lints one text with the defaults, but for what a test states. */
export function read(text: string, reading: Reading = {}): DocumentResult {
  return linterFor(reading).lint(sourceOf(text, reading), { now });
}

/** The text with its fixes applied. */
export function fixed(text: string, reading: Reading = {}): string {
  return linterFor(reading).fix(sourceOf(text, reading), { now });
}

/** Who decides, as written; null where the document has no such field. */
export function owners(text: string, reading: Reading = {}): string[] | null {
  const { decision } = read(text, reading);
  return decision.present ? decision.owners.map((owner) => owner.text) : null;
}

/** `form line`, and who decides: the whole of a decision that most tests ask about. */
export function decided(text: string, reading: Reading = {}): string {
  const { decision } = read(text, reading);
  if (!decision.present) return 'absent';
  const who = decision.placeholder ? 'placeholder' : decision.owners.map((owner) => owner.text).join(' | ');
  return `${decision.form} ${decision.line}: ${who}`;
}

/** Owners with the place each points at: `@alice 3:21`. */
export function places(text: string, reading: Reading = {}): string[] {
  return read(text, reading).decision.owners.map(({ text: shown, line, column }) => `${shown} ${line}:${column}`);
}

/** The ids of the rules that found something, advice aside, with the severity: `decision-owner-single error`. */
export function found(text: string, reading: Reading = {}): string[] {
  const { findings } = read(text, reading);
  return findings.filter((finding) => finding.severity !== 'advice').map(({ rule, severity }) => `${rule} ${severity}`);
}
