import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changedDocuments } from '../../src/github/changed-documents.ts';
import { createClient } from '../../src/github/client.ts';
import { startServer, type AnsweringServer } from './a-server.ts';

let server: AnsweringServer;

const entry = (filename: string, parts: object = {}) => ({ filename, sha: `blob of ${filename}`, status: 'modified', patch: '@@ -1 +1,2 @@\n a\n+b', blob_url: `https://github.com/acme/rfcs/blob/h/${filename}`, contents_url: `https://api.github.com/repos/acme/rfcs/contents/${filename}?ref=h`, ...parts });

/** Thirty full pages, which is all that GitHub lists of a pull request, and a comparison that tells of one more. */
const listed = Array.from({ length: 3000 }, (_, index) => entry(index % 1000 === 0 ? `rfcs/${index}.md` : `src/${index}.ts`));

beforeAll(async () => {
  server = await startServer(({ path }) => {
    if (path.includes('/compare/')) return { status: 200, body: { merge_base_commit: { sha: 'm' }, files: [entry('rfcs/0.md'), entry('rfcs/late.md'), entry('src/late.ts')] } };
    if (path.includes('/pulls/2/')) return { status: 200, body: few };
    const page = Number(new URL(path, server.url).searchParams.get('page') ?? 1);
    const link = page < 30 ? { link: `<${server.url}/repos/acme/rfcs/pulls/1/files?per_page=100&page=${page + 1}>; rel="next"` } : {};
    return { status: 200, headers: link, body: listed.slice((page - 1) * 100, page * 100) };
  });
});

afterAll(async () => {
  await server.stop();
});

const few = [
  entry('rfcs/a.md'),
  entry('rfcs/large.md', { patch: undefined }),
  entry('rfcs/gone.md', { status: 'removed' }),
  entry('rfcs/moved.md', { status: 'renamed', previous_filename: 'rfcs/old.md' }),
  entry('rfcs/module.md', { sha: null }),
];

async function changed(number: number) {
  const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test' });
  return await changedDocuments(github, { owner: 'acme', name: 'rfcs', number, base: 'b', head: 'h' }, (path) => path.endsWith('.md'));
}

describe('changedDocuments', () => {
  it('goes beyond what GitHub lists', async () => {
    const { documents, paths } = await changed(1);
    expect([paths.length, paths.at(-1)]).toEqual([3002, 'src/late.ts']);
    expect(documents.map(({ path }) => path)).toEqual(['rfcs/0.md', 'rfcs/1000.md', 'rfcs/2000.md', 'rfcs/late.md']);
    expect(documents.at(0)).toMatchObject({ diff: [{ start: 1, end: 2 }], url: 'https://github.com/acme/rfcs/blob/h/rfcs/0.md' });
    expect(documents.at(-1)).toMatchObject({ path: 'rfcs/late.md', blob: 'blob of rfcs/late.md' });
  });

  it('leaves out what is gone or no file, and knows no diff where GitHub shows none', async () => {
    const { documents, paths } = await changed(2);
    expect(paths).toEqual(few.map(({ filename }) => filename));
    expect(documents.map(({ path, diff }) => [path, diff.length])).toEqual([['rfcs/a.md', 1], ['rfcs/large.md', 0], ['rfcs/moved.md', 1]]);
  });
});
