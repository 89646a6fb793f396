import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const megabyte = 1024 * 1024;
const owner = '**Decision Owner**: @alice\n';

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace();
});
afterEach(() => {
  place.remove();
});

/** Each list refers to the one before nine times: 9^11 values, if anybody follows. */
function aliasBomb(last: string): string {
  const names = Array.from('abcdefghijk');
  const lines = names.map((name, index) => `${name}: &${name} [${Array(9).fill(index === 0 ? 'x' : `*${names[index - 1]}`).join(', ')}]`);
  return `${lines.join('\n')}\n${last}: *k\n`;
}

function nestedList(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `${' '.repeat(Math.min(level, 400) * 2)}- a\n`).join('');
}

describe('a document that is hard to read', () => {
  it.each([
    { what: 'empty', content: '', status: 1 },
    { what: 'one byte order mark', content: '\uFEFF', status: 1 },
    { what: 'nothing but line ends', content: '\r\n'.repeat(10_000), status: 1 },
    { what: 'one line without an end', content: 'a'.repeat(megabyte), status: 1 },
    { what: 'binary', content: Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256)), status: 1 },
    { what: 'nothing but zeros', content: Buffer.alloc(100_000), status: 1 },
    { what: '5 MB of prose', content: owner + 'Some *prose* of [an RFC](x).\n\n- a\n- b\n\n'.repeat((5 * megabyte) / 40), status: 0 },
    { what: '50 MB, just', content: owner.padEnd(50 * megabyte, '\nlorem ipsum dolor sit amet consectetur'), status: 0 },
    { what: '10,000 quotes deep', content: `${'>'.repeat(10_000)} ${owner}`, status: 1 },
    { what: '10,000 list marks deep', content: `${'- '.repeat(10_000)}${owner}`, status: 1 },
    { what: 'a list that goes on inwards', content: nestedList(10_000), status: 1 },
    { what: '10,000 brackets deep', content: `${'['.repeat(10_000)}x${']'.repeat(10_000)}\n\n${owner}`, status: null },
    { what: '10,000 emphases deep', content: `${'*a _b '.repeat(10_000)}\n\n${owner}`, status: null },
    { what: '10,000 HTML elements deep', content: `${'<div><b>'.repeat(10_000)}\n\n${owner}`, status: null },
    { what: 'front matter of aliases that explode', content: `---\n${aliasBomb('decision-owner')}---\n# X\n`, status: null },
    { what: 'front matter without an end', content: `---\n${'a: b\n'.repeat(50_000)}`, status: null },
    { what: 'a label that goes on and on', content: `Decision${' '.repeat(50_000)}Owner${'\t '.repeat(20_000)}: @a\n`, status: null },
    { what: 'handles without an end', content: `**Decision Owner**: ${'@a/'.repeat(30_000)}\n`, status: null },
    { what: 'a name without an end', content: `**Decision Owner**: ${'a'.repeat(50_000)}!\n`, status: null },
  ])('is judged, or said to be too much: $what', ({ content, status }) => {
    place.write('x.md', content);
    const run = place.run(['lint', '--format', 'json', 'x.md']);

    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toMatchObject({ results: [{ path: 'x.md' }], summary: { documents: 1 } });
    expect(status === null ? [0, 1] : [status]).toContain(run.status);
  });

  it.each([
    { what: 'bytes that are no UTF-8', content: Buffer.concat([Buffer.from(owner), Buffer.from([0xc3, 0x28, 0x0a])]), undecodable: true },
    { what: 'UTF-16, little end first', content: Buffer.from(`\uFEFF${owner}`, 'utf16le'), undecodable: false },
    { what: 'UTF-16, big end first', content: Buffer.from(`\uFEFF${owner}`, 'utf16le').swap16(), undecodable: false },
    { what: 'UTF-16 with half a character', content: Buffer.from(`\uFEFF${owner}\uD800`, 'utf16le'), undecodable: true },
    { what: 'UTF-16 with half a unit', content: Buffer.concat([Buffer.from(`\uFEFF${owner}`, 'utf16le'), Buffer.from([0x61])]), undecodable: true },
  ])('is read as far as it goes: $what', ({ content, undecodable }) => {
    place.write('x.md', content);
    const { results } = place.report(['x.md']);

    expect(results[0]?.decision.owners).toMatchObject([{ login: 'alice', line: 1 }]);
    expect(results[0]?.findings.some(({ rule }) => rule === 'document-encoding')).toBe(undecodable);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    { what: 'over 50 MB', make: (path: string) => { place.write(path, Buffer.alloc(50 * megabyte + 1, 'a')); }, says: 'found over 50 MB, expected less; split it, or leave it out of the paths' },
    { what: 'a pipe', make: (path: string) => spawnSync('mkfifo', [join(place.path, path)]), says: 'found a pipe, socket or device, expected a file; pipe its text in with --stdin instead' },
  ])('is said, and the others are reported: $what', ({ make, says }) => {
    place.write('good.md', owner);
    make('odd.md');
    const run = place.run(['lint', '--format', 'json', 'odd.md', 'good.md']);

    expect(run.status).toBe(2);
    expect(run.lines).toEqual([`unpause: odd.md: ${says}`]);
    expect(JSON.parse(run.stdout)).toMatchObject({ results: [{ path: 'good.md' }] });
  });

  it('is said also beneath a folder', () => {
    place.write('d/good.md', owner);
    spawnSync('mkfifo', [join(place.path, 'd', 'odd.md')]);
    const run = place.run(['lint', 'd']);

    expect(run.status).toBe(2);
    expect(run.lines).toEqual(['unpause: d/odd.md: found a pipe, socket or device, expected a file']);
  });

  it('is one line for a name too long for any file', () => {
    const run = place.run(['lint', `${'n'.repeat(300)}.md`]);

    expect(run.status).toBe(2);
    expect(run.lines).toEqual([expect.stringMatching(/cannot be opened \(the name is too long for this file system\)$/)]);
  });

  it('is one line for a file without permission, for whom permissions hold', () => {
    place.write('closed.md', owner);
    chmodSync(join(place.path, 'closed.md'), 0);
    const run = place.run(['lint', 'closed.md']);
    const root = process.getuid?.() === 0;

    expect(run.status).toBe(root ? 0 : 2);
    expect(run.stderr).toBe(root ? '' : 'unpause: closed.md: cannot be read (permission denied); make it readable, or leave it out\n');
  });

  it('is one line on a terminal-safe name', () => {
    const run = place.run(['lint', 'evil\u001b[2J\n::error::x.md']);

    expect(run.lines).toHaveLength(1);
    expect(run.stderr).not.toContain('\u001b');
  });
});

describe('standard input that is hard to read', () => {
  it('is refused over 50 MB', () => {
    const run = place.run(['lint', '--stdin'], { input: Buffer.alloc(50 * megabyte + 1, 'a') });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.lines).toEqual(['unpause: stdin.md: found over 50 MB, expected less; split it, or leave it out of the paths']);
  });

  it('is decoded like a file', () => {
    const { results } = place.report(['--stdin'], { input: Buffer.from(`\uFEFF${owner}`, 'utf16le') });

    expect(results[0]?.decision.owners).toMatchObject([{ login: 'alice' }]);
  });
});

describe('a config that is hard to read', () => {
  it.each([
    { what: 'aliases that explode', content: aliasBomb('label') },
    { what: 'deep nesting', content: `lint: ${'['.repeat(10_000)}` },
    { what: 'binary', content: Buffer.from(Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 256)) },
    { what: 'a list', content: '- a\n- b\n' },
  ])('is refused with places: $what', ({ content }) => {
    place.write('u.yml', content);
    const run = place.run(['config', 'check', 'u.yml']);

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.lines.length).toBeGreaterThan(0);
    for (const line of run.lines) expect(line).toMatch(/^u\.yml:\d+:\d+: /);
  });
});
