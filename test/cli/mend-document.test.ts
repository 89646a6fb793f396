import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeText } from '../../src/files/decode-text.ts';
import type { OpenDocument } from '../../src/cli/document-reader.ts';
import { mendDocument, writeMended } from '../../src/cli/mend-document.ts';
import { createLinter, defaultConfig, type Linter } from '../../src/lib.ts';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const now = new Date('2026-01-01T00:00:00Z');
const text = '# A\n\n**Decision Owner**: @alice\n**Decide by**: 12 June 2026\n';
const linter = createLinter(defaultConfig);

let place: Workplace;
beforeEach(() => {
  place = makeWorkplace({ 'a.md': text });
});
afterEach(() => {
  place.remove();
});

function open(): OpenDocument {
  const absolute = join(place.path, 'a.md');
  const bytes = Buffer.from(place.read('a.md'));
  const { text: decoded, encoding } = decodeText(bytes);
  return { source: { path: 'a.md', text: decoded }, bytes, encoding, file: { absolute, stats: statSync(absolute) } };
}

/** A linter whose fixes go wrong. */
function mendingTo(mended: string): Linter {
  return { ...linter, fix: () => mended };
}

describe('mendDocument', () => {
  it('gives the mended text with its result', () => {
    const document = open();
    const mended = mendDocument(linter, document, linter.lint(document.source, { now }), now);

    expect(mended).toMatchObject({ text: text.replace('12 June 2026', '2026-06-12'), result: { findings: [] } });
  });

  it('has nothing to give for a document without findings that can be mended', () => {
    place.write('a.md', '**Decision Owner**: @alice\n');
    const document = open();

    expect(mendDocument(linter, document, linter.lint(document.source, { now }), now)).toBeNull();
  });

  it.each([
    { what: 'loses the owner', mended: text.replace('@alice', '') },
    { what: 'names somebody else', mended: text.replace('@alice', '@bob') },
    { what: 'loses the field', mended: '# A\n' },
    { what: 'cannot be kept in its encoding', mended: `${text}\uD800` },
  ])('leaves a document alone whose mended text $what', ({ mended }) => {
    const document = open();
    const refused = mendDocument(mendingTo(mended), document, linter.lint(document.source, { now }), now);

    expect(refused).toEqual({ refused: 'a.md: left as it is by --fix (its mended text would not read as intended); mend it by hand' });
  });
});

describe('writeMended', () => {
  it('leaves a file alone that changed since it was read', () => {
    const document = open();
    place.write('a.md', `${text}Somebody wrote this meanwhile.\n`);

    expect(() => {
      writeMended(document, 'mended');
    }).toThrow('a.md: left as it is by --fix (it changed while it was read); run --fix again');
    expect(place.tree()).toEqual({ 'a.md': `${text}Somebody wrote this meanwhile.\n` });
  });

  it('leaves nothing beside the file', () => {
    writeMended(open(), 'mended\n');

    expect(place.tree()).toEqual({ 'a.md': 'mended\n' });
  });
});
