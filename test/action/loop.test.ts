import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { workflowBot } from '../../src/github/app-identity.ts';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';
import { buildAction, removeFolders, runAction, type ActionRun } from './run-action.ts';

/** Somebody is at work at any time, so that it does not matter when the test runs. */
const config = 'calendar:\n  weekend: []\n  hours: 00:00-24:00\ndri:\n  pool: [carol]\nescalation:\n  path: [frida]\n';
const minute = 60_000;

let built = '';
let place: AWorkflow;

beforeAll(() => {
  built = buildAction();
});

beforeEach(async () => {
  // The Action goes by real time.
  place = await aWorkflow({ start: new Date(Date.now() - minute), files: { '.github/unpause.yml': config } });
});

afterEach(async () => {
  await place.close();
});

afterAll(() => {
  removeFolders(built);
});

async function run({ inputs = {}, ...parts }: Partial<ActionRun> & { event: string }) {
  const result = await runAction({ built, apiUrl: place.standIn.url, ...parts, inputs: { token: place.token, ...inputs } });
  const path = result.outputs.report;
  const commands = result.commands.filter((command) => !command.startsWith('::add-mask::'));
  return { ...result, commands, sweep: path === undefined ? null : (JSON.parse(readFileSync(path, 'utf8')) as SweepReport) };
}

/** An issue that is an RFC, by alice, of which bob is the owner. */
function anIssue(): number {
  const { world } = place.standIn;
  const { number } = world.openIssue({ repo: place.repo, by: 'alice', title: 'Rotate keys', body: '**Decision Owner**: @bob\n\nShall we?\n' });
  world.addLabels({ repo: place.repo, number, by: 'alice', labels: ['RFC'] });
  return number;
}

const own = (number: number): string[] => place.commentsBy(workflowBot, number);
const reactions = (number: number, id: number): string[] =>
  place.standIn.world.issue(place.repo, number).comments.filter((comment) => comment.id === id).flatMap((comment) => comment.reactions.map(({ content, by }) => `${content} ${by.login}`));

/** A status comment of the App's, as far as others can tell. */
const appStatus = '<!-- unpause:status -->\n**Who decides:** bob\n<!-- unpause:record {"record":{"version":2},"seal":"x"} -->';

async function appAtWork(): Promise<{ login: string }> {
  await place.tokenOf('unpause');
  return { login: 'unpause[bot]' };
}

const repository = { private: false, default_branch: 'main', full_name: 'acme/rfcs' };

describe('the loop', () => {
  it('keeps a status comment on the RFC that the event is about', async () => {
    const number = anIssue();
    const { status, outputs, sweep, summary, commands } = await run({ event: 'issues', payload: { issue: { number }, repository } });
    expect({ status, commands }).toEqual({ status: 0, commands: [] });
    expect(outputs).toMatchObject({ conclusion: 'success', errors: '0', 'decision-owner': '' });
    expect(own(number)).toEqual([expect.stringContaining('<!-- unpause:status -->')]);
    expect(sweep?.rfcs).toMatchObject([{ number, outcome: 'done', effects: ['bring the status comment up to date'] }]);
    expect(summary).toContain('bring the status comment up to date');
  });

  it('runs a command once, and answers it', async () => {
    const number = anIssue();
    const payload = { issue: { number }, repository };
    const { id } = place.standIn.world.comment({ repo: place.repo, number, by: 'bob', body: '/decide accept It is time.' });
    await run({ event: 'issue_comment', payload });
    expect(own(number)).toEqual([expect.stringContaining('It is time.')]);
    expect(reactions(number, id)).toEqual([`+1 ${workflowBot}`]);
    const before = place.writes();
    expect((await run({ event: 'issue_comment', payload })).sweep?.rfcs).toMatchObject([{ number, effects: [] }]);
    expect(place.writes()).toBe(before);
  });

  it('looks at what changed lately at an event, and everything on a schedule', async () => {
    const old = anIssue();
    const { standIn } = place;
    standIn.world.issue(place.repo, old).updatedAt = new Date(Date.now() - 90 * minute).toISOString();
    const fresh = anIssue();
    const looked = async (event: string) => (await run({ event, payload: { issue: { number: fresh }, repository } })).sweep?.rfcs.map(({ number }) => number);
    expect(await looked('pull_request_review')).toEqual([fresh]);
    expect(await looked('schedule')).toEqual([old, fresh]);
  });

  it('reckons with the holidays of a country', async () => {
    const { world } = place.standIn;
    const repo = place.addRepository('de', { '.github/unpause.yml': 'calendar:\n  country: DE\n' });
    const { number } = world.openIssue({ repo, by: 'alice', title: 'Keys', body: '**Decision Owner**: @bob\n' });
    world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
    const { status, sweep } = await run({ event: 'workflow_dispatch', repository: repo });
    expect(status).toBe(0);
    expect(sweep?.rfcs).toMatchObject([{ number, outcome: 'done' }]);
  });

  it('steps back where the App is at work, and says so', async () => {
    const number = anIssue();
    place.standIn.world.comment({ repo: place.repo, number, by: (await appAtWork()).login, body: appStatus });
    const before = place.writes();
    const { status, outputs, commands, sweep } = await run({ event: 'schedule' });
    expect(place.writes()).toBe(before);
    expect({ status, conclusion: outputs.conclusion }).toEqual({ status: 0, conclusion: 'neutral' });
    expect(sweep?.rfcs).toMatchObject([{ number, outcome: 'stepped-back' }]);
    expect(commands).toEqual([expect.stringMatching(/^::warning title=Unpause::Stepped back: Unpause is at work in this repository as unpause\[bot\]/)]);
  });

  it.each([
    ['without a token', 'Missing `token`', () => ''],
    ['with a token that GitHub does not know', 'POST /graphql was answered with 401', () => 'ghs_nobody'],
    ['in the name of a person', 'GITHUB_TOKEN is a token of alice', () => place.userToken('alice')],
  ])('does nothing %s', async (_case, seen, token) => {
    anIssue();
    const { status, outputs, commands } = await run({ event: 'schedule', inputs: { token: token() } });
    expect({ status, outputs }).toEqual({ status: 1, outputs: { conclusion: 'failure' } });
    expect(commands.filter((line) => line.startsWith('::error'))).toEqual([expect.stringContaining(`::error title=Unpause::${seen}`)]);
    expect(place.writes()).toBe(0);
  });

  it('says where the config has mistakes, and does nothing', async () => {
    const repo = place.addRepository('broken', { '.github/unpause.yml': 'labl: RFC\n' });
    const { status, commands } = await run({ event: 'schedule', repository: repo });
    expect(status).toBe(1);
    expect(commands[0]).toMatch(/^::error title=Unpause::\.github\/unpause\.yml:1:1: /);
    expect(place.writes()).toBe(0);
  });

  it('says what its rights did not let it do, and does the rest', async () => {
    const number = anIssue();
    const token = await place.tokenOf('github-actions-less', { contents: 'read', issues: 'read', pull_requests: 'read' });
    const { status, commands } = await run({ event: 'issues', payload: { issue: { number }, repository }, inputs: { token } });
    expect(status).toBe(0);
    expect(commands).toEqual([expect.stringMatching(/^::warning title=Unpause::GitHub refused a write: acme\/rfcs#1, create-comment, .*403/)]);
  });

  it('is not needed for the lint', async () => {
    const lean = mkdtempSync(join(tmpdir(), 'unpause-lean-'));
    for (const name of ['index.js', 'package.json']) copyFileSync(join(built, name), join(lean, name));
    const { status, outputs } = await runAction({ built: lean, event: 'push', inputs: { token: '' }, checkout: { 'rfcs/1.md': '# A\n\n**Decision Owner**: @alice\n' } });
    removeFolders(lean);
    expect({ status, conclusion: outputs.conclusion }).toEqual({ status: 0, conclusion: 'success' });
  });
});
