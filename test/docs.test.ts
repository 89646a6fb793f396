import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { parseConfig } from '../src/config/parse.ts';
import { defaultConfig } from '../src/config/schema.ts';
import { rules } from '../src/rules/registry.ts';

const root = join(import.meta.dirname, '..');
const pages = ['README.md', 'CONTRIBUTING.md', 'examples/README.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function blocks(path: string, language: string): string[] {
  return Array.from(read(path).matchAll(/^```(\w+)[^\n]*\n([\s\S]*?)^```$/gm)).filter(([, name]) => name === language).map(([, , text = '']) => text);
}

function isConfig(text: string): boolean {
  const data: unknown = parse(text);
  return typeof data === 'object' && data !== null && Object.keys(data).every((key) => key in defaultConfig);
}

/** The anchors of a page, as GitHub makes them. */
function anchors(path: string): Set<string> {
  const headings = Array.from(read(path).matchAll(/^#{1,6} (.+)$/gm), ([, text = '']) => text);
  return new Set(headings.map((text) => text.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-')));
}

const links = pages.flatMap((page) => {
  const prose = read(page).replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g), ...prose.matchAll(/(?:src|srcset)="([^"]+)"/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^https?:/.test(target)).map((target): [string, string] => [page, target]);
});

describe('the docs', () => {
  it.each(links)('%s leads somewhere with %s', (page, target) => {
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? page : join(dirname(page), file);
    expect(existsSync(join(root, path))).toBe(true);
    if (anchor !== undefined) expect([...anchors(path)]).toContain(anchor);
  });

  it('are all reached from the README', () => {
    const reached = new Set(['README.md', 'CONTRIBUTING.md', 'examples/README.md']);
    for (const page of reached) for (const [from, target] of links) if (from === page && /\.md(?:#|$)/.test(target)) reached.add(join(dirname(page), target.replace(/#.*/, '')));
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  const configs = pages.flatMap((page) => blocks(page, 'yaml').filter(isConfig).map((text): [string, string] => [page, text]));

  it('show configs', () => {
    expect(configs.length).toBeGreaterThan(2);
  });

  it.each(configs)('%s shows a config without mistakes', (_, text) => {
    const result = parseConfig(text, { rules });
    expect(result.ok ? [] : result.mistakes).toEqual([]);
  });

  it.each(pages.flatMap((page) => blocks(page, 'json').map((text): [string, string] => [page, text])))('%s shows JSON that parses', (_, text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });
});
