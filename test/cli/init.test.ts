import { describe, expect, it } from '@jest/globals';
import { isMap, parse, parseDocument } from 'yaml';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

const written = ['.github/unpause.yml', '.github/workflows/unpause.yml', 'rfcs/0000-template.md'];

function withPlace<T>(files: Record<string, string>, use: (place: Workplace) => T): T {
  const place = makeWorkplace(files);
  try {
    return use(place);
  } finally {
    place.remove();
  }
}

function filesOf(place: Workplace): string[] {
  return Object.entries(place.tree()).flatMap(([path, content]) => (content === 'no file' ? [] : [path]));
}

describe('init', () => {
  it('writes a config, a template and a workflow, and says so', () => {
    withPlace({}, (place) => {
      const run = place.run(['init']);

      expect(run).toMatchObject({ status: 0, stderr: '' });
      expect(filesOf(place)).toEqual(written);
      for (const path of written) expect(run.stdout).toContain(`wrote       ${path}`);
    });
  });

  it('writes a config without mistakes', () => {
    withPlace({}, (place) => {
      place.run(['init']);

      expect(place.run(['config', 'check'])).toMatchObject({ status: 0, stderr: '' });
    });
  });

  it('leaves lint with nothing to say until there is an RFC', () => {
    withPlace({}, (place) => {
      place.run(['init']);
      const template = place.read('rfcs/0000-template.md');

      expect(place.run(['lint'])).toMatchObject({ status: 0, stdout: 'No documents to look at.\n', stderr: '' });
      place.write('rfcs/0001-first.md', template);
      expect(place.report([]).results).toMatchObject([{ path: 'rfcs/0001-first.md', decision: { placeholder: true } }]);
      expect(place.run(['lint']).status).toBe(1);
      place.write('rfcs/0001-first.md', template.replace('[Name here]', '@alice'));
      expect(place.run(['lint']).status).toBe(0);
    });
  });

  it('writes a workflow whose lint only reads, and whose loop writes no code and is never cut off', () => {
    withPlace({}, (place) => {
      place.run(['init']);
      const workflow = parseDocument(place.read('.github/workflows/unpause.yml'));

      expect(workflow.errors).toEqual([]);
      expect(isMap(workflow.get('on')) && workflow.toJS()).toMatchObject({
        on: { pull_request: {}, merge_group: null, push: {}, issues: {}, issue_comment: {}, pull_request_review: {}, schedule: [{}], workflow_dispatch: null },
        permissions: {},
        jobs: {
          lint: { permissions: { contents: 'read', 'pull-requests': 'read' }, steps: [{ with: { 'persist-credentials': false } }, { with: { mode: 'lint' } }] },
          loop: {
            permissions: { checks: 'write', contents: 'read', issues: 'write', 'pull-requests': 'write' },
            concurrency: { group: 'unpause-loop', 'cancel-in-progress': false },
            steps: [{ uses: 'unpause/unpause@v0' }],
          },
        },
      });
    });
  });

  it('guards the loop by the label or a command, and keeps forks out of it', () => {
    withPlace({}, (place) => {
      place.run(['init']);
      const { jobs } = parse(place.read('.github/workflows/unpause.yml')) as { jobs: { loop: { if: string } } };

      for (const guard of ["labels.*.name, 'RFC'", "startsWith(github.event.comment.body, '/')", "user.type != 'Bot'", 'head.repo.full_name == github.repository']) expect(jobs.loop.if).toContain(guard);
    });
  });

  it('leaves alone what is there', () => {
    withPlace({ 'rfcs/0000-template.md': 'ours\n' }, (place) => {
      const run = place.run(['init']);

      expect(run.status).toBe(0);
      expect(run.stdout).toContain('left alone  rfcs/0000-template.md');
      expect(place.read('rfcs/0000-template.md')).toBe('ours\n');
      expect(filesOf(place)).toEqual(written);
    });
  });

  it('writes anew with --force', () => {
    withPlace({ 'rfcs/0000-template.md': 'ours\n' }, (place) => {
      expect(place.run(['init', '--force']).status).toBe(0);
      expect(place.read('rfcs/0000-template.md')).toContain('**Decision Owner**: [Name here]');
    });
  });

  it('writes at the root of the repository', () => {
    withPlace({ '.git/HEAD': 'ref: refs/heads/main\n', 'src/deep/x.txt': '' }, (place) => {
      const run = place.run(['init'], { from: 'src/deep' });

      expect(run.stdout).toContain('../../.github/unpause.yml');
      expect(filesOf(place)).toEqual(expect.arrayContaining(written));
    });
  });

  it('says what is in its way', () => {
    withPlace({ rfcs: 'a file\n' }, (place) => {
      const run = place.run(['init']);

      expect(run.status).toBe(2);
      expect(run.lines).toEqual([expect.stringMatching(/^unpause: rfcs\/0000-template\.md: cannot be written/)]);
    });
  });
});
