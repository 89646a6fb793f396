import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeMadr, writeSite } from '../../src/app/write-log.ts';
import type { LogEntry } from '../../src/decision/log/entry.ts';
import { aLogEntry } from '../support/a-log-entry.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unpause-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `ends: false`: it cannot be read to its end. */
function log(entries: readonly LogEntry[], { repositoryId = 1, ends = true } = {}) {
  async function* read() {
    yield* await Promise.resolve(entries);
    if (!ends) throw new Error('GitHub does not answer');
  }
  return { head: { name: 'acme/rfcs', url: null }, repositoryId, entries: read(), reviews: async () => await Promise.resolve([]) };
}

function names(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((file) => (file.isDirectory() ? [] : [join(file.parentPath, file.name).slice(folder.length + 1)])).sort();
}

const other = aLogEntry({ number: 8, question: 'Retire search' });
const site = ['decisions/7-1.html', 'index.html', 'principles.html', 'style.css'];

describe('writing a log again into the same folder', () => {
  it('leaves one file of a decision that was given another title, and none of one that is gone', async () => {
    await writeMadr(log([aLogEntry(), other]), folder);
    expect(names()).toEqual(['0007-rotate-signing-keys.md', '0008-retire-search.md']);
    await writeMadr(log([aLogEntry({ question: 'Rotate all keys' })]), folder);
    expect(names()).toEqual(['0007-rotate-all-keys.md']);
    await writeMadr(log([]), folder);
    expect(names()).toEqual([]);
  });

  it('takes the page of a decision that is gone out of the site, and pages of an index that is shorter now', async () => {
    const many = Array.from({ length: 201 }, (_, index) => aLogEntry({ number: index + 1 }));
    await writeSite(log(many), folder);
    expect(names()).toContain('index-2.html');
    expect(names()).toContain('decisions/201-1.html');
    expect(await writeSite(log([aLogEntry()]), folder)).toBe(1);
    expect(names()).toEqual(site);
  });

  it('touches no file that it did not write for this log', async () => {
    await writeMadr(log([other], { repositoryId: 2 }), folder);
    await writeSite(log([other], { repositoryId: 2 }), folder);
    const mark = readFileSync(join(folder, '0008-retire-search.md'), 'utf8').split('\n').at(-2)?.replace('2', '1') ?? '';
    expect(mark).toMatch(/^<!-- .* -->$/);
    mkdirSync(join(folder, 'more'));
    const theirs: Record<string, string> = {
      '0001-use-postgresql.md': '# Use PostgreSQL\n',
      '0002-quotes-the-mark.md': `# Quotes\n\n${mark}\n\nand goes on\n`,
      '0003 spaces.md': `# Spaces\n\n${mark}\n`,
      'notes.md': `# Notes\n\n${mark}\n`,
      'index-two.html': `<p>\n${mark}\n`,
      'decisions/about.html': `<p>\n${mark}\n`,
      'more/0004-deeper.md': `# Deeper\n\n${mark}\n`,
    };
    for (const [name, text] of Object.entries(theirs)) writeFileSync(join(folder, name), text);
    const outside = join(folder, 'more', 'target.md');
    writeFileSync(outside, `# Elsewhere\n\n${mark}\n`);
    symlinkSync(outside, join(folder, '0005-a-link.md'));
    const before = names();
    await writeMadr(log([]), folder);
    await writeSite(log([]), folder);
    expect(names()).toEqual(before);
    for (const [name, text] of Object.entries(theirs)) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('removes nothing where the log could not be read to its end', async () => {
    await writeMadr(log([aLogEntry(), other]), folder);
    await expect(writeMadr(log([aLogEntry()], { ends: false }), folder)).rejects.toThrow('GitHub does not answer');
    expect(names()).toEqual(['0007-rotate-signing-keys.md', '0008-retire-search.md']);
  });
});
