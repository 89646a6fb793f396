import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

interface CacheFile {
  key: string;
  entries: Record<string, { content: string; result: { findings: { message: string }[] } }>;
}

const unnamed = '# A\n\n**Decide by**: 2026-01-02\n';
const lint = ['lint', '--cache', '--format', 'json', 'a.md', 'b.md'];

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace({ 'a.md': unnamed, 'b.md': '**Decision Owner**: @alice\n' });
});
afterEach(() => {
  place.remove();
});

function readCache(path = '.unpausecache'): CacheFile {
  return JSON.parse(place.read(path)) as CacheFile;
}

/** Marks a kept result, so that a report tells whether it came from the cache. */
function markKept(): void {
  const cache = readCache();
  cache.entries['a.md']?.result.findings.forEach((finding) => (finding.message = 'kept'));
  place.write('.unpausecache', JSON.stringify(cache));
}

describe('lint --cache', () => {
  it('gives the same report with and without it', () => {
    const plain = place.run(['lint', '--format', 'json', 'a.md', 'b.md']);
    const [first, second] = [place.run(lint), place.run(lint)];

    expect([first.stdout, second.stdout]).toEqual([plain.stdout, plain.stdout]);
    expect([first.status, second.status, second.stderr]).toEqual([1, 1, '']);
  });

  it('takes the result of a document that has not changed', () => {
    place.run(lint);
    markKept();

    expect(place.run(lint).stdout).toContain('"message":"kept"');
  });

  it.each([
    { what: 'the document', change: () => { place.write('a.md', `${unnamed}\nMore.\n`); }, args: [] },
    { what: 'the config', change: () => { place.write('u.yml', 'lint:\n  rules:\n    decide-by: warning\n'); }, args: ['--config', 'u.yml'] },
  ])('lints anew when $what has changed', ({ change, args }) => {
    place.run(lint);
    markKept();
    change();

    expect(place.run([...lint, ...args]).stdout).not.toContain('"message":"kept"');
  });

  it('lints anew on another day', () => {
    place.run(lint);
    markKept();
    place.write('.unpausecache', JSON.stringify({ ...readCache(), key: 'of yesterday' }));
    const { stdout, stderr } = place.run(lint);

    expect(stdout).not.toContain('"message":"kept"');
    expect(stderr).toBe('');
  });

  it.each([
    { what: 'no JSON', content: '{"key":' },
    { what: 'something else', content: '[1, 2]' },
    { what: 'a broken entry', content: '{"key":"x","entries":{"a.md":{"content":"y","result":null}}}' },
    { what: 'empty', content: '' },
  ])('makes a cache anew that is $what, and says so', ({ content }) => {
    place.write('.unpausecache', content);
    const run = place.run(lint);

    expect(run.lines).toEqual([expect.stringMatching(/^unpause: \.unpausecache: the cache was not used \(.*\); it is made anew$/)]);
    expect(run.status).toBe(1);
    expect(Object.keys(readCache().entries)).toEqual(['a.md', 'b.md']);
  });

  it('keeps its file where it is told to', () => {
    place.run([...lint, '--cache-location', 'deep/down/cache.json']);

    expect(Object.keys(readCache('deep/down/cache.json').entries)).toEqual(['a.md', 'b.md']);
    expect(place.tree()).not.toHaveProperty(['.unpausecache']);
  });

  it('reports all the same when its file cannot be written', () => {
    const run = place.run([...lint, '--cache-location', 'a.md/cache']);

    expect(run.status).toBe(1);
    expect(run.stderr).toContain('the report is complete without it');
  });

  it('mends what it knows to be mendable', () => {
    place.run(lint);
    place.run([...lint, '--fix']);

    expect(place.read('a.md')).toContain('**Decision Owner**');
  });
});
