import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import { unified, type PluggableList } from 'unified';
import { VFile } from 'vfile';
import preset, { rulePlugins, unpauseRemark, type RemarkPreset } from '../src/remark.ts';
import { rules } from '../src/rules/registry.ts';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'unpause-remark-'));

interface Told {
  ruleId: string | undefined;
  source: string | undefined;
  fatal: boolean | null | undefined;
  place: string;
}

/** Runs plugins with a parser and a compiler that do nothing: the rules ask for the text alone. */
function run(plugins: PluggableList, file: VFile): VFile {
  const processor = unified();
  processor.parser = () => ({ type: 'root', children: [] });
  processor.compiler = () => '';
  return processor.use({ plugins }).processSync(file);
}

/** What some plugins say of a text, in one process. */
function told(plugins: RemarkPreset['plugins'], value: string, path = 'rfc.md'): Told[] {
  return run(plugins, new VFile({ value, path, cwd: folder })).messages.map(({ ruleId, source, fatal, line, column }) => ({ ruleId, source, fatal, place: `${line}:${column}` }));
}

/** Runs the real command in the temporary folder. */
function runRemark(name: string, config: string, flags: readonly string[] = []): { status: number | null; output: string } {
  writeFileSync(join(folder, `${name}.remarkrc.mjs`), config);
  const cli = join(root, 'node_modules', 'remark-cli', 'cli.js');
  const args = [cli, 'sample.md', '--no-config', '--rc-path', `${name}.remarkrc.mjs`, '--no-stdout', '--no-color', ...flags];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  return { status, output: stderr };
}

beforeAll(async () => {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'built'));
  const entryPoints = [join(root, 'src', 'remark.ts')];
  await build({ entryPoints, outdir: join(folder, 'built'), bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'error' });
  writeFileSync(join(folder, 'built', 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'sample.md'), '# One queue\n\n**Decision Owner**: @alice, @bob\n\n## Why\n\nWe have three.\n\n## Why\n\nWe have three.\n');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('remark with the preset', () => {
  const both = `import unpause from './built/remark.js';
    import duplicates from 'remark-lint-no-duplicate-headings';
    export default { plugins: [unpause, duplicates] };`;

  it('says what Unpause finds beside what remark-lint finds', () => {
    const { status, output } = runRemark('both', both);
    expect(output).toContain('3:21-3:33');
    expect(output).toContain('decision-owner-single');
    expect(output).toContain('unpause');
    expect(output).toContain('no-duplicate-headings');
    expect(status).toBe(0);
  });

  it('fails a frail run on a finding', () => {
    expect(runRemark('frail', both, ['--frail']).status).toBe(1);
  });

  it('passes a frail run on advice alone', () => {
    const { status, output } = runRemark('advice', "import { rulePlugins } from './built/remark.js'; export default { plugins: [rulePlugins['decide-by']] };", ['--frail']);
    expect(output).toContain('decide-by');
    expect(status).toBe(0);
  });

  it('fails any run on a rule that the remark config makes an error', () => {
    const config = "import { rulePlugins } from './built/remark.js'; export default { plugins: [[rulePlugins['decision-owner-single'], ['error']]] };";
    expect(runRemark('fatal', config).status).toBe(1);
  });
});

describe('the preset', () => {
  it('holds the offline rules that are on by default', () => {
    const on = rules.filter((rule) => !rule.online && rule.severity !== 'off').map((rule) => `unpause:${rule.id}`);
    expect(preset.plugins.map((plugin) => plugin.name)).toEqual(on);
  });

  it('says where, which rule and where it is explained', () => {
    const file = run(preset.plugins, new VFile('# T\n\nDecision Owner: 😀 @alice @bob\n'));
    const message = file.messages.find(({ ruleId }) => ruleId === 'decision-owner-single');
    expect(message).toMatchObject({ source: 'unpause', line: 3, column: 20, fatal: false });
    expect(message?.place).toEqual({ start: { line: 3, column: 20 }, end: { line: 3, column: 31 } });
    expect(message?.url).toMatch(/#decision-owner-single$/);
  });

  it('makes advice information, and what is worse a warning', () => {
    expect(told(preset.plugins, '# T\n')).toEqual([
      { ruleId: 'decision-owner-required', source: 'unpause', fatal: false, place: '1:1' },
      { ruleId: 'decide-by', source: 'unpause', fatal: undefined, place: '1:1' },
    ]);
  });

  it('reads front matter without a plugin for it', () => {
    expect(told(preset.plugins, '---\ndecision-owner: "@alice"\ndecide-by: 2026-12-01\n---\n')).toEqual([]);
  });

  it('says nothing of a file in which nothing is amiss, the next file aside', () => {
    const texts = ['**Decision Owner**: @alice\n**Decide by**: 1999-01-01\n', '# T\n'];
    expect(texts.map((text) => told(preset.plugins, text).length)).toEqual([0, 2]);
  });
});

describe('a rule as a plugin of its own', () => {
  const failing: Record<string, [text: string, options?: unknown]> = {
    'decision-owner-required': ['# T\n'],
    'decision-owner-filled': ['Decision Owner: TBD\n'],
    'decision-owner-single': ['Decision Owner: @alice, @bob\n'],
    'decision-owner-person': ['Decision Owner: everyone\n'],
    'decision-owner-handle': ['Decision Owner: Alice Smith\n'],
    'decide-by': ['Decide by: soon\n'],
    'decision-rung': ['Rung: consnt\n'],
    consulted: ['Rung: consult\n'],
    'required-sections': ['# T\n', { sections: ['Summary'] }],
    'outcome-review': ['# T\n'],
    suppression: ['<!-- unpause-disable decide-by -->\n'],
    'document-too-complex': [`${'>'.repeat(101)} Decision Owner: @alice\n`],
  };

  it.each(Object.entries(failing))('%s says what it finds, and nothing else', (id, [text, options]) => {
    const plugin = rulePlugins[id];
    const file = run(plugin === undefined ? [] : [[plugin, options]], new VFile(text));
    expect(file.messages.map(({ ruleId }) => ruleId)).toEqual([id]);
  });

  it('is there for every offline rule', () => {
    const offline = rules.filter((rule) => !rule.online).map((rule) => rule.id);
    expect(Object.keys(rulePlugins)).toEqual(offline);
    const elsewhere = ['document-encoding', 'decision-domain', 'principles'];
    expect(Object.keys(failing)).toEqual(offline.filter((id) => !elsewhere.includes(id)));
  });

  it('is silent when it is turned off', () => {
    const file = run([[rulePlugins['decision-owner-required'], ['off']]] as PluggableList, new VFile('# T\n'));
    expect(file.messages).toEqual([]);
  });

  it('says which option it does not take', () => {
    const file = run([[rulePlugins['required-sections'], { section: ['Summary'] }]] as PluggableList, new VFile('# T\n'));
    expect(file.messages.map(({ reason }) => reason)).toEqual([expect.stringContaining('section')]);
  });

  it('takes options with a severity', () => {
    const file = run([[rulePlugins['decide-by'], ['error', { within: '1 week' }]]] as PluggableList, new VFile('Decide by: 2998-01-01\n'));
    expect(file.messages.map(({ fatal, reason }) => [fatal, reason])).toEqual([[true, expect.stringContaining('1 week')]]);
  });
});

describe('unpauseRemark', () => {
  it('makes the preset for a config', () => {
    const { plugins } = unpauseRemark({ lint: { preset: 'daci', rules: { 'decide-by': 'off' } } });
    expect(told(plugins, '- **Approver:** @alice\n- **Driver:** @bob\n')).toEqual([]);
    expect(told(plugins, '- Nobody\n').map(({ ruleId }) => ruleId)).toEqual(['decision-owner-required']);
  });

  it('turns on what the config turns on', () => {
    const { plugins } = unpauseRemark({ lint: { rules: { 'outcome-review': 'error', 'decide-by': 'off' } } });
    expect(told(plugins, 'Decision Owner: @alice\n').map(({ ruleId }) => ruleId)).toEqual(['outcome-review']);
  });

  it('turns on what judges domains once there are some', () => {
    const rules = { 'decision-owner-required': 'off', 'decide-by': 'off' } as const;
    const { plugins } = unpauseRemark({ lint: { rules }, domains: { api: { zone: 'principle-check', rung: 'consent' } } });
    const said = told(plugins, 'Domain: api\nRung: consult\n').map(({ ruleId, fatal }) => [ruleId, fatal]);
    expect(said).toEqual([['decision-rung', false], ['consulted', false], ['principles', undefined]]);
    expect(told(plugins, 'Domain: apy\n').map(({ ruleId }) => ruleId)).toEqual(['decision-domain']);
  });

  it('says every mistake of the config at once', () => {
    const make = (): unknown => unpauseRemark({ label: '', lint: { rules: { 'decide-bye': 'error' } } });
    expect(make).toThrow(/label[\s\S]*decide-bye|decide-bye[\s\S]*label/);
  });

  it('looks for the kep.yaml beside a document', () => {
    const { plugins } = unpauseRemark({ lint: { preset: 'kep', rules: { 'decide-by': 'off' } } });
    expect(told(plugins, '# KEP\n', 'README.md').map(({ ruleId }) => ruleId)).toEqual(['decision-owner-required']);
    mkdirSync(join(folder, 'kep'), { recursive: true });
    writeFileSync(join(folder, 'kep', 'kep.yaml'), 'approvers: ["@alice"]\n');
    expect(told(plugins, '# KEP\n', 'kep/README.md')).toEqual([]);
  });
});
