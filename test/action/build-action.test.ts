import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildAction, removeFolders } from './run-action.ts';

const [one, two] = [buildAction(), buildAction()];

afterAll(() => {
  removeFolders(one, two);
});

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('build-action', () => {
  it.each(['index.js', 'loop.js', 'date-holidays.js', 'licenses.txt'])('makes the same %s every time', (name) => {
    // No diff of two bundles: nobody could read it.
    expect(read(one, name) === read(two, name)).toBe(true);
  });

  it('makes a bundle that is small, and holds no HTTP client of Actions', () => {
    const bundle = read(one, 'index.js');
    expect(Buffer.byteLength(bundle)).toBeLessThanOrEqual(500_000);
    expect(bundle).not.toMatch(/ACTIONS_ID_TOKEN_REQUEST|undici/);
    expect(bundle).not.toContain(process.cwd());
  });

  it('keeps the loop and the holidays out of the lint, and the database out of all', () => {
    expect(read(one, 'index.js')).not.toMatch(/unpause:record/);
    expect(read(one, 'loop.js')).toContain('unpause:record');
    expect(read(one, 'loop.js')).not.toMatch(/kysely|PGlite|postgres:/);
    for (const name of ['index.js', 'loop.js']) expect(read(one, name)).not.toContain('Neujahr');
    expect(read(one, 'date-holidays.js')).toContain('Neujahr');
  });

  it('names the licence of every package in it', () => {
    const licenses = read(one, 'licenses.txt');
    for (const name of ['@actions/core', '@octokit/core', 'date-holidays', 'picomatch', 'temporal-polyfill', 'yaml', 'zod']) expect(licenses).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(\\(?(?:MIT|ISC)`, 'm'));
    expect(licenses).not.toContain('no licence');
  });
});
