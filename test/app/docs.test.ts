import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { commonManifest } from '../../src/app/app-manifest.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { Variables } from '../../src/app/variables.ts';

function page(name: string): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'docs', name), 'utf8');
}

function spoken(permission: string): string {
  const words = permission.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

describe('the docs of the App', () => {
  it('explain every permission, with its access, and no other', () => {
    const rows = [...page('permissions.md').matchAll(/^\| ([A-Z][a-z ]+) \| (read|write) \|/gm)].map(([, name, access]) => [name, access]);
    const asked = Object.entries(commonManifest.default_permissions).map(([name, access]) => [spoken(name), access]);
    expect(rows.sort()).toEqual(asked.sort());
  });

  it('list every request by which the App writes, and no other', () => {
    const root = join(import.meta.dirname, '..', '..');
    const sources = globSync('src/{app,github,store,web,cli}/**/*.ts', { cwd: root }).map((path) => readFileSync(join(root, path), 'utf8'));
    const sent = sources.flatMap((text) => text.match(/(?<=['"`])(?:POST|PUT|PATCH|DELETE) \/[^'"`]+/g) ?? []).filter((request) => request !== 'POST /graphql');
    const listed = [...page('permissions.md').matchAll(/^\| `([A-Z]+ [^`]+)` \|/gm)].map(([, request = '']) => request);
    expect([...new Set(sent)].sort()).toEqual(listed.sort());
    expect(sources.filter((text) => /\bmutation\b.*\{/.test(text))).toEqual([]);
  });

  it('list the events that the App asks for', () => {
    const [, list = ''] = /^## Events\n\n([^]*?)\. GitHub sends/m.exec(page('permissions.md')) ?? [];
    expect([...list.matchAll(/`(\w+)`/g)].map(([, event]) => event)).toEqual(commonManifest.default_events);
  });

  it('name every environment variable, and no other', () => {
    const table = page('run-it-yourself.md').split('\n').filter((line) => line.startsWith('| `'));
    const named = table.flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? ''));
    expect(named.sort()).toEqual(Object.keys(Variables.shape).sort());
  });

  it('speak of metrics that there are', async () => {
    const metrics = createMetrics(async () => await Promise.resolve({ queued: 0, active: 0, failed: 0 }));
    const { text } = await metrics.render();
    const named = [...page('operations.md').matchAll(/`(unpause_\w+)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(2);
    for (const name of named) expect(text).toContain(`# TYPE ${name} `);
  });
});
