import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const text = '**Decision Owner**: @alice\n';

let place: Workplace;
beforeAll(() => {
  const names = ['rfcs/b.md', 'rfcs/a.markdown', 'rfcs/notes.txt', 'rfcs/sub/c.md', 'rfcs/.hidden/d.md', 'rfcs/x.md/inside.md', 'rfcs/ignored/e.md', 'node_modules/pkg/README.md', '.git/refs/heads/topic.md', 'other/[odd].md', 'docs/adr/0000-Template.md', 'docs/adr/0001-x.md'];
  place = makeWorkplace({ ...Object.fromEntries(names.map((name) => [name, text])), '.gitignore': 'ignored/\n', 'deep/er/keep.txt': '' });
  symlinkSync('.', join(place.path, 'rfcs', 'loop'));
  symlinkSync('b.md', join(place.path, 'rfcs', 'linked.md'));
  symlinkSync('nowhere.md', join(place.path, 'rfcs', 'dangling.md'));
  symlinkSync('rfcs', join(place.path, 'rfcs-link'));
});
afterAll(() => {
  place.remove();
});

const beneathRfcs = ['rfcs/.hidden/d.md', 'rfcs/a.markdown', 'rfcs/b.md', 'rfcs/ignored/e.md', 'rfcs/sub/c.md', 'rfcs/x.md/inside.md'];

describe('paths of lint', () => {
  it.each([
    { what: 'a folder: every Markdown file beneath it, no symbolic link', args: ['rfcs'], paths: beneathRfcs },
    { what: 'a folder with a slash', args: ['rfcs/'], paths: beneathRfcs },
    { what: 'a folder named like a document', args: ['rfcs/x.md'], paths: ['rfcs/x.md/inside.md'] },
    { what: 'a file of any extension', args: ['rfcs/notes.txt'], paths: ['rfcs/notes.txt'] },
    { what: 'files twice, out of order', args: ['rfcs/sub', './rfcs/b.md', 'rfcs/b.md', 'rfcs/sub/c.md'], paths: ['rfcs/b.md', 'rfcs/sub/c.md'] },
    { what: 'a glob of one level', args: ['rfcs/*.md'], paths: ['rfcs/b.md'] },
    { what: 'a glob of every level', args: ['rfcs/**/*.md'], paths: ['rfcs/.hidden/d.md', 'rfcs/b.md', 'rfcs/ignored/e.md', 'rfcs/sub/c.md', 'rfcs/x.md/inside.md'] },
    { what: 'a glob that passes node_modules by', args: ['**/README.md', 'rfcs/b.md'], paths: ['rfcs/b.md'], status: 2 },
    { what: 'a glob that names node_modules', args: ['node_modules/*/README.md'], paths: ['node_modules/pkg/README.md'] },
    { what: 'braces', args: ['{rfcs/sub,other}/*.md'], paths: ['other/[odd].md', 'rfcs/sub/c.md'] },
    { what: 'a file whose name looks like a glob', args: ['other/[odd].md'], paths: ['other/[odd].md'] },
    { what: 'all but a folder', args: ['rfcs', '!rfcs/.hidden/', '!rfcs/x.md'], paths: ['rfcs/a.markdown', 'rfcs/b.md', 'rfcs/ignored/e.md', 'rfcs/sub/c.md'] },
    { what: 'all but a glob', args: ['rfcs', '!**/*.md'], paths: ['rfcs/a.markdown'] },
    { what: 'a symbolic link that is named', args: ['rfcs/linked.md'], paths: ['rfcs/linked.md'] },
    { what: 'a linked folder that is named', args: ['rfcs-link/sub'], paths: ['rfcs-link/sub/c.md'] },
    { what: 'every folder, also those of packages', args: ['node_modules'], paths: ['node_modules/pkg/README.md'] },
    { what: 'a template that is named', args: ['docs/adr/0000-Template.md'], paths: ['docs/adr/0000-Template.md'] },
  ])('takes $what', ({ args, paths, status }) => {
    const run = place.run(['lint', '--format', 'json', ...args]);
    const { results } = JSON.parse(run.stdout) as { results: { path: string }[] };

    expect(results.map(({ path }) => path)).toEqual(paths);
    expect(run.status === 2).toBe(status === 2);
  });

  it('leaves the files of git alone, and takes everything else', () => {
    const paths = place.report(['.']).results.map(({ path }) => path);

    expect(paths).toContain('node_modules/pkg/README.md');
    expect(paths).not.toContain('.git/refs/heads/topic.md');
  });

  it.each([
    { typed: 'nothing/', says: "unpause: nothing/: matches no file; check the path, or allow it with --no-error-on-unmatched-pattern" },
    { typed: 'rfcs/*.mdx', says: 'unpause: rfcs/*.mdx: matches no file; check the path, or allow it with --no-error-on-unmatched-pattern' },
    { typed: 'none/**/*.md', says: 'unpause: none/**/*.md: matches no file; check the path, or allow it with --no-error-on-unmatched-pattern' },
    { typed: '', says: "unpause: '': matches no file; check the path, or allow it with --no-error-on-unmatched-pattern" },
    { typed: 'rfcs/dangling.md', says: 'unpause: rfcs/dangling.md: is a symbolic link to nothing' },
  ])('reports the others when $typed is not there', ({ typed, says }) => {
    const run = place.run(['lint', typed, 'rfcs/b.md', '--format', 'json']);

    expect(run.status).toBe(2);
    expect(run.lines).toEqual([says]);
    expect(JSON.parse(run.stdout)).toMatchObject({ results: [{ path: 'rfcs/b.md' }] });
  });
});

describe('paths of lint by default', () => {
  it('are the documents of the config, without its templates', () => {
    const paths = place.report([]).results.map(({ path }) => path);

    expect(paths).toEqual(['docs/adr/0001-x.md', 'rfcs/.hidden/d.md', 'rfcs/b.md', 'rfcs/ignored/e.md', 'rfcs/sub/c.md', 'rfcs/x.md/inside.md']);
  });

  it('can leave some out', () => {
    expect(place.report(['!rfcs/**']).results.map(({ path }) => path)).toEqual(['docs/adr/0001-x.md']);
  });

  it('count from the root of the repository, and are shown from the working directory', () => {
    const paths = place.report(['!rfcs/**'], { from: 'deep/er' }).results.map(({ path }) => path);

    expect(paths).toEqual(['../../docs/adr/0001-x.md']);
  });

  it('say what would help where there are none', () => {
    const empty = makeWorkplace({ 'notes.md': text });
    const run = empty.run(['lint']);
    const allowed = empty.run(['lint', '--no-error-on-unmatched-pattern']);
    empty.remove();

    expect(run.status).toBe(2);
    expect(run.lines).toEqual([expect.stringMatching(/^unpause: the default `documents` .*match no file; name a path/)]);
    expect(allowed).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('documents with a kep.yaml', () => {
  let keps: Workplace;
  beforeAll(() => {
    keps = makeWorkplace({
      'unpause.yml': 'lint:\n  preset: kep\n',
      'keps/1/README.md': '# KEP 1\n',
      'keps/1/kep.yaml': 'approvers:\n  - "@alice"\n',
      'keps/2/README.md': '# KEP 2\n',
      'keps/3/kep.yaml': 'approvers: ["@bob"]\n',
    });
    mkdirSync(join(keps.path, 'keps/2/kep.yaml'));
  });
  afterAll(() => {
    keps.remove();
  });

  it.each([
    { named: 'keps', paths: ['keps/1/README.md', 'keps/1/kep.yaml', 'keps/2/README.md'], required: ['keps/2/README.md'] },
    { named: 'keps/1/README.md', paths: ['keps/1/README.md', 'keps/1/kep.yaml'], required: [] },
    { named: 'keps/*/*.md', paths: ['keps/1/README.md', 'keps/1/kep.yaml', 'keps/2/README.md'], required: ['keps/2/README.md'] },
  ])('have it read beside them in $named', ({ named, paths, required }) => {
    const { results } = keps.report(['--config', 'unpause.yml', named]);
    const without = results.filter(({ findings }) => findings.some(({ rule }) => rule === 'decision-owner-required'));

    expect(results.map(({ path }) => path)).toEqual(paths);
    expect(without.map(({ path }) => path)).toEqual(required);
  });

  it('have nothing beside them under another preset', () => {
    expect(keps.report(['keps/1']).results.map(({ path }) => path)).toEqual(['keps/1/README.md']);
  });
});
