import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { lintDocuments, type ReportCache } from '../../src/app/lint-documents.ts';
import { mendDocument } from '../../src/cli/mend-document.ts';
import { decodeText } from '../../src/files/decode-text.ts';
import { createLinter, defaultConfig } from '../../src/lib.ts';
import type { KnownDocument } from '../../src/store/tables.ts';

const now = new Date('2026-01-01T00:00:00Z');
const path = 'rfcs/0001-keys.md';
const ownerless = '# Rotate keys\n\nLet us rotate the keys.\n';

/** What the button would suggest; null for nothing. */
async function suggestedFor(bytes: Buffer): Promise<string | null> {
  const [document] = await lintDocuments([{ path, url: null, diff: [], content: { blob: 'b1' } }], {
    config: defaultConfig,
    templates: [],
    labels: [],
    changed: [],
    readBlob: async () => await Promise.resolve(bytes),
    reports: { read: async () => await Promise.resolve(null), keep: async () => { await Promise.resolve(); } },
    lookUp: async () => await Promise.reject(new Error('nobody is to be looked up')),
    now,
    withTexts: true,
  });
  return document?.texts?.mended ?? null;
}

/** What `--fix` would write; null where it leaves the document alone. */
function fixedIn(bytes: Buffer): string | null {
  const linter = createLinter(defaultConfig);
  const { text, encoding, undecodable } = decodeText(bytes);
  const source = { path, text, undecodable };
  const mended = mendDocument(linter, { source, bytes, encoding, file: null }, linter.lint(source, { now }), now);
  return mended !== null && 'text' in mended ? mended.text : null;
}

describe('the button', () => {
  it.each<[string, Buffer, boolean]>([
    ['a document without an owner', Buffer.from(ownerless), true],
    ['a date that can be written clearer', Buffer.from('# A\n\n**Decision Owner**: [Name here]\n**Decide by**: 12 June 2026\n'), true],
    ['a document in UTF-16', Buffer.from(`\uFEFF${ownerless}`, 'utf16le'), true],
    ['nothing for what is in order', Buffer.from('# A\n\n**Decision Owner**: [Name here]\n'), false],
    ['nothing where some bytes are no text', Buffer.concat([Buffer.from(ownerless), Buffer.from([0xff, 0x0a])]), false],
  ])('suggests what --fix would write: %s', async (_, bytes, isMended) => {
    const suggested = await suggestedFor(bytes);
    expect(suggested).toBe(fixedIn(bytes));
    expect(suggested !== null).toBe(isMended);
  });
});

describe('the wording of a document', () => {
  /** What is known of the same bytes, as the store would keep it. */
  function aCache(): { reports: ReportCache; reads: () => number; readBlob: (blob: string) => Promise<Uint8Array> } {
    const kept = new Map<string, KnownDocument>();
    let reads = 0;
    return {
      reports: {
        read: async (blob, settings) => await Promise.resolve(kept.get(`${blob} ${settings}`) ?? null),
        keep: async (blob, settings, known) => { await Promise.resolve(kept.set(`${blob} ${settings}`, known)); },
      },
      reads: () => reads,
      readBlob: async (blob) => {
        reads += 1;
        return await Promise.resolve(Buffer.from(texts[blob] ?? ''));
      },
    };
  }

  const texts: Readonly<Record<string, string>> = { b1: '# Keys\n\nEvery year.\n', b2: '# Keys\n\n\nEvery\tyear.', b3: '# Keys\n\nEvery month.\n' };

  async function wordingsOf(blobs: readonly string[], { reports, readBlob }: Pick<ReturnType<typeof aCache>, 'reports' | 'readBlob'>): Promise<(string | null)[]> {
    const found = blobs.map((blob) => ({ path, url: null, diff: [], content: { blob } }));
    const documents = await lintDocuments(found, { config: defaultConfig, templates: [], labels: [], changed: [], readBlob, reports, lookUp: async () => await Promise.reject(new Error('nobody is to be looked up')), now, withTexts: false });
    return documents.map(({ wording }) => wording);
  }

  it('is the same where only white space is another', async () => {
    const [first, spaced, other] = await wordingsOf(['b1', 'b2', 'b3'], aCache());
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(spaced).toBe(first);
    expect(other).not.toBe(first);
  });

  it('is that of a body, too', async () => {
    const [document] = await lintDocuments([{ path: 'issue #7', url: null, diff: [], content: { text: '# Keys Every year.' } }], { config: defaultConfig, templates: [], labels: [], changed: [], ...aCache(), lookUp: async () => await Promise.reject(new Error('nobody is to be looked up')), now, withTexts: false });
    expect(document?.wording).toBe((await wordingsOf(['b1'], aCache()))[0]);
  });

  it('is known of the same bytes without reading them again', async () => {
    const cache = aCache();
    const first = await wordingsOf(['b1'], cache);
    expect(await wordingsOf(['b1'], cache)).toEqual(first);
    expect(cache.reads()).toBe(1);
  });
});
