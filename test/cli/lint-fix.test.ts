import { chmodSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const unnamed = '# A\n\n**Decide by**: 2026-01-02\n\nText.\n';
const dated = '# B\n\n**Decision Owner**: @alice\n**Decide by**: 12 June 2026\n';
const config = 'people:\n  Alice Smith: alice\n';

function withPlace<T>(files: Record<string, string | Buffer>, use: (place: Workplace) => T): T {
  const place = makeWorkplace(files);
  try {
    return use(place);
  } finally {
    place.remove();
  }
}

function utf16(text: string, bigEndian: boolean): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('lint --fix', () => {
  it('writes what is certain, says which files, and reports what is left', () => {
    withPlace({ 'a.md': unnamed, 'b.md': dated, 'c.md': '**Decision Owner**: Alice Smith\n**Decide by**: 2026-01-02\n', 'u.yml': config }, (place) => {
      const run = place.run(['lint', '--config', 'u.yml', '--fix', '--format', 'json', 'a.md', 'b.md', 'c.md']);

      expect(run.lines).toEqual(['unpause: a.md: mended', 'unpause: b.md: mended', 'unpause: c.md: mended']);
      expect(place.read('a.md')).toContain('**Decision Owner**: [Name here]\n');
      expect(place.read('b.md')).toBe(dated.replace('12 June 2026', '2026-06-12'));
      expect(place.read('c.md')).toContain('**Decision Owner**: @alice\n');
      expect(JSON.parse(run.stdout)).toMatchObject({ summary: { errors: 1, warnings: 0, fixable: 0 } });
      expect(run.status).toBe(1);
    });
  });

  it('changes nothing the second time', () => {
    withPlace({ 'a.md': unnamed, 'b.md': dated }, (place) => {
      place.run(['lint', '--fix', 'a.md', 'b.md']);
      const once = place.tree();
      const again = place.run(['lint', '--fix', 'a.md', 'b.md']);

      expect(place.tree()).toEqual(once);
      expect(again.stderr).toBe('');
    });
  });

  it.each([
    { what: 'line ends of Windows', bytes: Buffer.from(dated.replaceAll('\n', '\r\n')), mended: Buffer.from(dated.replaceAll('\n', '\r\n').replace('12 June 2026', '2026-06-12')) },
    { what: 'a byte order mark', bytes: Buffer.from(`\uFEFF${dated}`), mended: Buffer.from(`\uFEFF${dated.replace('12 June 2026', '2026-06-12')}`) },
    { what: 'UTF-16, little end first', bytes: utf16(dated, false), mended: utf16(dated.replace('12 June 2026', '2026-06-12'), false) },
    { what: 'UTF-16, big end first', bytes: utf16(dated, true), mended: utf16(dated.replace('12 June 2026', '2026-06-12'), true) },
    { what: 'no line end at the end', bytes: Buffer.from(dated.trimEnd()), mended: Buffer.from(dated.trimEnd().replace('12 June 2026', '2026-06-12')) },
  ])('keeps $what', ({ bytes, mended }) => {
    withPlace({ 'b.md': bytes }, (place) => {
      place.run(['lint', '--fix', 'b.md']);

      expect(place.tree()).toEqual({ 'b.md': mended.toString('latin1') });
    });
  });

  it('keeps the mode of the file', () => {
    withPlace({ 'b.md': dated }, (place) => {
      const file = join(place.path, 'b.md');
      chmodSync(file, 0o640);
      place.run(['lint', '--fix', 'b.md']);

      expect(place.read('b.md')).toContain('2026-06-12');
      expect(statSync(file).mode & 0o777).toBe(0o640);
    });
  });

  it('leaves bytes that are no text as they are, and says so', () => {
    withPlace({ 'b.md': Buffer.concat([Buffer.from(dated), Buffer.from([0x63, 0xe9, 0x0a])]) }, (place) => {
      const before = place.tree();
      const run = place.run(['lint', '--fix', 'b.md']);

      expect(place.tree()).toEqual(before);
      expect(run.lines).toEqual(['unpause: b.md: left as it is by --fix (some of its bytes are no text); save it as UTF-8 first']);
    });
  });

  it('writes through no symbolic link', () => {
    withPlace({ 'b.md': dated }, (place) => {
      symlinkSync('b.md', join(place.path, 'link.md'));
      const before = place.tree();
      const run = place.run(['lint', '--fix', 'link.md']);

      expect(place.tree()).toEqual(before);
      expect(run.status).toBe(2);
      expect(run.lines).toEqual(['unpause: link.md: left as it is by --fix (it is a symbolic link); name the file it leads to']);
    });
  });

  it('does not touch a file with nothing to mend', () => {
    withPlace({ 'a.md': '**Decision Owner**: @alice\n' }, (place) => {
      const before = statSync(join(place.path, 'a.md'));
      place.run(['lint', '--fix', 'a.md']);
      const after = statSync(join(place.path, 'a.md'));

      expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    });
  });
});

describe('lint --fix-dry-run', () => {
  it('reports what --fix would leave, and writes nothing', () => {
    const files = { 'a.md': unnamed, 'b.md': dated };
    const wet = withPlace(files, (place) => place.run(['lint', '--fix', '--format', 'json', 'a.md', 'b.md']).stdout);
    withPlace(files, (place) => {
      const before = place.tree();
      const dry = place.run(['lint', '--fix-dry-run', '--format', 'json', 'a.md', 'b.md']);

      expect(dry.stdout).toBe(wet);
      expect(dry.stderr).toBe('');
      expect(place.tree()).toEqual(before);
    });
  });
});
