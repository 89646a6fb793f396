/** The pages for people say what the code does: commands, messages, kinds, endings and defaults are those that there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { generateConfigDocs } from '../../scripts/generate/config-docs.ts';
import { pauseKinds } from '../../src/config/schema-pause.ts';
import { defaultConfig } from '../../src/config/schema.ts';
import { describeCommands } from '../../src/decision/commands/describe-commands.ts';
import { linesFor } from '../../src/decision/commands/run-commands.ts';
import { balanceAt } from '../../src/decision/dri-balance.ts';
import { termEndings } from '../../src/decision/record-schema.ts';
import { messageGroups } from '../../src/render/messages.ts';

const root = join(import.meta.dirname, '..', '..');

/** Who a page is for: the roles by which the config gives commands to them. */
const rolePages: readonly [string, readonly string[]][] = [
  ['for-authors.md', ['author']],
  ['for-decision-owners.md', ['owner']],
  ['for-temporary-dris.md', ['dri']],
  ['for-reviewers.md', ['asked']],
  ['for-stewards.md', ['triage', 'domain-owners']],
];
const pages = [...rolePages.map(([name]) => name), 'decision-ladder.md', 'how-it-works.md', 'how-the-choice-is-made.md', 'what-is-never-done.md', 'without-a-server.md', 'operations.md'];
const commands = describeCommands(defaultConfig);

function page(name: string): string {
  return readFileSync(join(root, 'docs', name), 'utf8');
}

/** The first cells of all rows whose first cell fits. */
function firstCells(text: string, shape: RegExp): string[] {
  return [...text.matchAll(/^\| (.+?)(?<!\\) \|/gm)].map(([, cell = '']) => cell.replaceAll('\\|', '|')).filter((cell) => shape.test(cell));
}

function codesIn(text: string): string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
}

/** The commands in a page's table. */
function listedIn(name: string): string[] {
  return firstCells(page(name), /^`\//).flatMap(codesIn);
}

describe.each(rolePages)('%s', (name, roles) => {
  it('lists commands that there are, as they are written', () => {
    const known = commands.map(({ usage }) => usage);
    expect(listedIn(name).filter((usage) => !known.includes(usage))).toEqual([]);
  });

  it('lists what they may use, and all that is for them', () => {
    const isFor = (wanted: readonly string[]) => commands.filter(({ who }) => who.some((role) => wanted.includes(role))).map(({ usage }) => usage);
    const listed = listedIn(name);
    expect(listed.filter((usage) => !isFor([...roles, 'members', 'anyone']).includes(usage))).toEqual([]);
    expect(isFor(roles).filter((usage) => !listed.includes(usage))).toEqual([]);
  });
});

describe('the pages of the roles', () => {
  it('list every command between them', () => {
    const listed = new Set(rolePages.flatMap(([name]) => listedIn(name)));
    expect(commands.map(({ usage }) => usage).filter((usage) => !listed.has(usage))).toEqual([]);
  });

  it('name every call that somebody can get, and no other', () => {
    const called = messageGroups().filter(({ title }) => title === 'Calls' || title === 'About a repository').flatMap(({ messages }) => messages);
    const named = rolePages.flatMap(([name]) => [...page(name).matchAll(/\[([\w.-]+)\]\(messages\.md#/g)].map(([, id = '']) => id));
    expect([...new Set(named)].sort()).toEqual(called.map(({ id }) => id).sort());
  });

  it('explain every way in which a term can end', () => {
    const [, endings = ''] = page('for-temporary-dris.md').split('## How a term ends');
    expect(firstCells(endings.split('\n## ')[0] ?? '', /^`/).flatMap(codesIn)).toEqual([...termEndings]);
  });
});

describe('how it works', () => {
  it('explains every kind of pause, in the order in which they are tried', () => {
    const [, kinds = ''] = page('how-it-works.md').split('## Whom an RFC waits for');
    expect(firstCells(kinds.split('\n## ')[0] ?? '', /^`/).flatMap(codesIn)).toEqual([...pauseKinds]);
  });
});

describe('what pages say of the config', () => {
  const rows = new Map([...generateConfigDocs().text.matchAll(/^\| `([^`]+)` \| [^|]+ \| ([^|]*) \|/gm)].map(([, key = '', value = '']) => [key, value.replaceAll('`', '')]));
  const sections = ['pause', 'dri', 'calendar', 'escalation', 'limits', 'decision', 'domains', 'lint', 'labels'];

  it.each(pages)('%s speaks of keys that there are', (name) => {
    const keys = codesIn(page(name)).filter((code) => /^[a-z]+(?:\.[\w-]+)+$/.test(code) && sections.includes(code.replace(/\..*/, '')));
    expect(keys.filter((key) => !rows.has(key))).toEqual([]);
  });

  it('names their defaults', () => {
    const texts = pages.map((name) => page(name).replace(/\s+/g, ' '));
    const said = texts.flatMap((text) => [...text.matchAll(/`([\w.-]+)`(?: \(|, )by default ([^),;]+)/g)].map(([, key = '', value = '']) => [key, value.replaceAll('`', '')]));
    const drawn = [...page('how-it-works.md').matchAll(/"([a-z]+\.[a-z-]+) \((\d+(?: working days)?)/g)].map(([, key = '', value = '']) => [key, value]);
    expect([said.length > 10, drawn.length]).toEqual([true, 3]);
    expect([...said, ...drawn]).toEqual([...said, ...drawn].map(([key = '']) => [key, rows.get(key)]));
  });
});

describe('what pages say of commands', () => {
  it.each(pages.filter((name) => name !== 'operations.md'))('%s shows commands that are commands', (name) => {
    const typed = codesIn(page(name)).map((code) => code.replaceAll('\\|', '|')).filter((code) => code.startsWith('/'));
    expect(typed.filter((code) => linesFor(code)[0]?.meaning.kind !== 'command')).toEqual([]);
  });
});

describe('how the choice is made', () => {
  it('weighs its examples as the code does', () => {
    const day = 86_400_000;
    const now = Date.parse('2026-03-31T10:00:00Z');
    const shown = [...page('how-the-choice-is-made.md').matchAll(/^\| that ended (?:just now|(\d+) days ago) \| ([\d.]+) days \|$/gm)].map(([, ago = '0', weight = '']) => [Number(ago), weight] as const);
    // Somebody else is asked so often that the pool goes round within two weeks.
    const busy = { id: 2, asked: Array.from({ length: 60 }, () => ({ from: now, until: now + day })), away: [] };
    const weighed = shown.map(([ago]) => [ago, balanceAt([{ id: 1, asked: [{ from: now - (ago + 3) * day, until: now - ago * day }], away: [] }, busy], now).get(1)?.toFixed(2)]);
    expect(shown.length).toBeGreaterThan(2);
    expect(shown).toEqual(weighed);
  });
});

describe('what is never done', () => {
  const text = page('what-is-never-done.md');
  const proofs = [...text.matchAll(/^- \[`(test\/[^`]+)`\]\(\.\.\/([^)]+)\): (.+)$/gm)].flatMap(([, shown = '', path = '', titles = '']) =>
    [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']): [string, string, string] => [title, shown, path]),
  );

  it('is held by tests, each promise by one at least', () => {
    const promises = text.split(/^\*\*It never/m).slice(1);
    expect(promises.length).toBeGreaterThan(10);
    expect(promises.filter((promise) => !promise.includes('\n- [`test/'))).toEqual([]);
  });

  it.each(proofs)('is held by “%s”', (title, shown, path) => {
    expect(path).toBe(shown);
    expect(readFileSync(join(root, path), 'utf8')).toContain(title);
  });
});
