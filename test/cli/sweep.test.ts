import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { startProcess } from '../app/a-process.ts';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';

let place: AWorkflow;
let number = 0;

beforeAll(async () => {
  // The command goes by real time.
  place = await aWorkflow({ start: new Date(Date.now() - 60_000) });
  const { world } = place.standIn;
  number = world.openIssue({ repo: place.repo, by: 'alice', title: 'Rotate \u001b[31mkeys', body: '**Decision Owner**: @bob\n' }).number;
  world.addLabels({ repo: place.repo, number, by: 'alice', labels: ['RFC'] });
});

afterAll(async () => {
  await place.close();
});

async function sweep(args: readonly string[], { token = place.token, repo = place.repo }: { token?: string; repo?: string } = {}) {
  const { ended, output } = startProcess(['sweep', ...(repo === '' ? [] : ['--repo', repo]), ...args], { GITHUB_TOKEN: token, GITHUB_API_URL: place.standIn.url });
  return { status: await ended, output: output() };
}

describe('sweep', () => {
  it('prints the plans with --dry-run, and writes nothing', async () => {
    const { status, output } = await sweep(['--dry-run']);
    expect(output).toMatch(new RegExp(
      `^acme/rfcs, as github-actions\\[bot\\]: a dry run, nothing is written\n\n#${number} Rotate \\\\u001b\\[31mkeys\n  why    rfc, open, \\w+, \\w+\n  would  bring the status comment up to date\n  next   \\S+Z\n\n1 RFC looked at with \\d+ requests\\.\n$`,
    ));
    expect(status).toBe(0);
    expect(place.writes()).toBe(0);
  });

  it('does what it says, and reports as JSON', async () => {
    const { status, output } = await sweep(['--format', 'json']);
    expect(JSON.parse(output) as SweepReport).toMatchObject({
      version: 1,
      repository: 'acme/rfcs',
      bot: 'github-actions[bot]',
      dryRun: false,
      rfcs: [{ number, outcome: 'done', reason: null, effects: ['bring the status comment up to date'], withheld: [] }],
      left: [],
      notes: [],
    });
    expect(status).toBe(0);
    expect(place.commentsBy('github-actions[bot]', number)).toHaveLength(1);
  });

  it.each([
    ['without a token', { token: '' }, /^unpause: Missing GITHUB_TOKEN, expected a token that may see the repository/],
    ['with a token that is none', { token: 'ghs_nobody' }, /^unpause: POST \/graphql was answered with 401 \(Bad credentials\)/],
    ['without a repository', { repo: '' }, /^unpause: required option '--repo <owner\/name>' not specified/],
    ['with half a name', { repo: 'rfcs' }, /^unpause: --repo: unexpected "rfcs", expected OWNER\/NAME, such as acme\/rfcs/],
    ['with a repository that is not there', { repo: 'acme/nowhere' }, /^unpause: GitHub does not show acme\/nowhere to this token \(missing\)/],
  ])('says what is missing %s', async (_case, parts, expected) => {
    const { status, output } = await sweep([], parts);
    expect(output).toMatch(expected);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });

  it('writes nothing in the name of a person', async () => {
    const { status, output } = await sweep([], { token: place.userToken('alice') });
    expect(output).toMatch(/^unpause: GITHUB_TOKEN is a token of alice, expected one of a bot .*--dry-run shows the plans/);
    expect(status).toBe(2);
  });
});
