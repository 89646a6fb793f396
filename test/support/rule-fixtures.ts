import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseConfig } from '../../src/config/parse.ts';
import type { Config } from '../../src/config/schema.ts';
import { createLinter, type DocumentSource, type Linter } from '../../src/lib.ts';
import type { Finding, NotChecked, Owner } from '../../src/lint/report.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { judgeOwner, type OwnerLookUp } from '../../src/rules/decision-owner-known.ts';
import { rules } from '../../src/rules/registry.ts';

const root = fileURLToPath(new URL('../fixtures/rules/', import.meta.url));

/** What today is in every fixture. */
const now = new Date('2026-11-21T09:00:00Z');

/** The explicit marker of a clean document. */
export const nothingFound = '(no findings)\n';

/** One example of a rule: a document, what the rule says of it, and what it looks like once fixed. */
export interface RuleFixture {
  id: string;
  name: string;
  document: DocumentSource;
  expected: string;
  /** Null where there is no `.fixed.md`. */
  fixed: string | null;
  config: Config;
  templates: DocumentSource[];
  lookUps: Record<string, OwnerLookUp> | null;
}

/** The folders of fixtures there are, one for each rule. */
export function fixtureFolders(): string[] {
  return readdirSync(root).sort();
}

/** Every file of a rule's folder that no fixture reads. */
export function strayFiles(id: string): string[] {
  const known = ['md', 'txt', 'yml', 'fixed.md', 'template.md', 'look-up.json'];
  return readdirSync(`${root}${id}`).filter((file) => {
    const [name = '', ...rest] = file.split('.');
    return !known.includes(rest.join('.')) || !existsSync(`${root}${id}/${name}.md`);
  });
}

export function readFixtures(id: string): RuleFixture[] {
  const names = readdirSync(`${root}${id}`).filter((file) => /^[^.]+\.md$/.test(file));
  return names.sort().map((file) => readFixture(id, file.replace(/\.md$/, '')));
}

function readFixture(id: string, name: string): RuleFixture {
  const path = `${root}${id}/${name}`;
  const read = (kind: string): string | null => (existsSync(`${path}.${kind}`) ? readFileSync(`${path}.${kind}`, 'utf8') : null);
  const bytes = readFileSync(`${path}.md`);
  const template = read('template.md');
  const lookUps = read('look-up.json');
  return {
    id,
    name,
    document: { path: `${name}.md`, text: bytes.toString('utf8'), undecodable: !isUtf8(bytes) },
    expected: read('txt') ?? `test/fixtures/rules/${id}/${name}.txt is missing`,
    fixed: read('fixed.md'),
    config: onlyRule(id, readConfig(read('yml') ?? '', path)),
    templates: template === null ? [] : [{ path: `${name}.template.md`, text: template }],
    lookUps: lookUps === null ? null : (JSON.parse(lookUps) as Record<string, OwnerLookUp>),
  };
}

function readConfig(text: string, path: string): Config {
  const result = parseConfig(text, { rules });
  if (!result.ok) throw new Error(`${path}.yml: ${result.mistakes.map((mistake) => mistake.message).join('; ')}`);
  return result.config;
}

/** The config with every other rule off. */
function onlyRule(id: string, config: Config): Config {
  const others = rules.filter((rule) => rule.id !== id).map((rule) => [rule.id, 'off'] as const);
  return { ...config, lint: { ...config.lint, rules: { ...config.lint.rules, ...Object.fromEntries(others) } } };
}

/** What the rule says of a fixture's document, one finding a line. */
export function renderFindings(fixture: RuleFixture, rule: Rule): string {
  const { decision, findings } = linterOf(fixture).lint(fixture.document, { now });
  const all = rule.online ? judged(decision.owners, fixture) : findings;
  return all.length === 0 ? nothingFound : all.map((finding) => `${render(finding)}\n`).join('');
}

function judged(owners: readonly Owner[], { lookUps }: RuleFixture): (Finding | NotChecked)[] {
  return owners.flatMap((owner) => {
    const lookUp = lookUps?.[owner.login ?? ''];
    const result = lookUp === undefined ? null : judgeOwner(owner, lookUp, 'error');
    return result === null ? [] : [result];
  });
}

function render(finding: Finding | NotChecked): string {
  if ('reason' in finding) return `not checked: ${finding.reason}`;
  const { line, column, endLine, endColumn, severity, message } = finding;
  return `${line}:${column}-${endLine}:${endColumn} ${severity} ${message}`;
}

export function fix(fixture: RuleFixture): string {
  return linterOf(fixture).fix(fixture.document, { now });
}

function linterOf({ config, templates }: RuleFixture): Linter {
  return createLinter(config, { templates });
}
