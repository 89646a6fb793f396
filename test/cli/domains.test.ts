import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeWorkplace, type Workplace } from '../support/run-cli.ts';

let place: Workplace;
beforeAll(() => {
  place = makeWorkplace({
    'repo/.git/HEAD': 'ref: refs/heads/main\n',
    'repo/.github/unpause.yml': 'domains:\n  api: {owners: [alice], rung: consent}\n',
    'other.yml': 'domains:\n  hiring: {rung: delegate}\n',
    'broken.yml': 'domains:\n  api: {rung: vote}\n',
  });
});
afterAll(() => {
  place.remove();
});

describe('unpause domains', () => {
  it('prints who decides what, as the repository has it', () => {
    const run = place.run(['domains'], { from: 'repo' });
    expect(run).toMatchObject({ status: 0, lines: [] });
    expect(run.stdout).toContain('## api\n\n- **Who may own a decision:** `@alice`\n- **How:** `consent`: ');
  });

  it('prints it as JSON', () => {
    const run = place.run(['domains', '--config', 'other.yml', '--format', 'json']);
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ version: 1, domains: [{ name: 'hiring', rung: 'delegate', period: null }] });
  });

  it('prints nothing of a config with mistakes', () => {
    expect(place.run(['domains', '--config', 'broken.yml'])).toMatchObject({ status: 2, stdout: '' });
  });
});
