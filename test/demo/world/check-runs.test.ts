import { describe, expect, it } from '@jest/globals';
import { ask, listOf, repo, withPullRequest, type Json } from './a-world.ts';

const annotation = { path: 'rfcs/1.md', start_line: 3, end_line: 3, annotation_level: 'failure', message: 'Missing owner' };
const output = { title: 'Nobody decides', summary: 'One finding' };

function withHead() {
  const stage = withPullRequest();
  const head = stage.world.pullRequest(repo, stage.number).pull.head.sha;
  const run = (more: object = {}) => ask(stage.world, 'POST /check-runs', { body: { name: 'Unpause: document', head_sha: head, external_id: '1 abc', ...more } });
  return { ...stage, head, run };
}

describe('check runs', () => {
  it('gather annotations while they are in progress, and are completed last', () => {
    const { world, head, run, told, number } = withHead();
    const { body } = run({ status: 'in_progress', output: { ...output, annotations: Array.from({ length: 50 }, () => annotation) } });
    expect(body).toMatchObject({ status: 'in_progress', conclusion: null, external_id: '1 abc', pull_requests: [{ number }] });
    const path = `/check-runs/${String(body.id)}`;
    ask(world, `PATCH ${path}`, { body: { output: { ...output, annotations: [annotation, annotation] } } });
    expect(ask(world, `PATCH ${path}`, { body: { conclusion: 'failure' } }).body).toMatchObject({ status: 'completed', conclusion: 'failure', output: { annotations_count: 52 } });
    expect(listOf(ask(world, `GET ${path}/annotations?page=2&per_page=50`))).toHaveLength(2);
    expect(told().filter((name) => name.startsWith('check_'))).toEqual(['check_suite requested', 'check_run created', 'check_run completed', 'check_suite completed']);
    expect(ask(world, `GET /commits/${head}/check-suites`).body).toMatchObject({ total_count: 1, check_suites: [{ conclusion: 'failure', head_branch: 'storage' }] });
  });

  it.each([
    { name: '51 annotations', more: { output: { ...output, annotations: Array.from({ length: 51 }, () => annotation) } } },
    { name: 'columns over several lines', more: { output: { ...output, annotations: [{ ...annotation, end_line: 4, start_column: 1 }] } } },
    { name: 'a summary that is too long in bytes', more: { output: { ...output, summary: 'é'.repeat(40_000) } } },
    { name: 'completed without a conclusion', more: { status: 'completed' } },
    { name: 'four buttons', more: { actions: Array.from({ length: 4 }, () => ({ label: 'Own', description: 'Own it', identifier: 'own' })) } },
    { name: 'a button with a long label', more: { actions: [{ label: 'x'.repeat(21), description: 'Own it', identifier: 'own' }] } },
    { name: 'a button with a long description', more: { actions: [{ label: 'Own', description: 'x'.repeat(41), identifier: 'own' }] } },
    { name: 'a button with a long identifier', more: { actions: [{ label: 'Own', description: 'Own it', identifier: 'x'.repeat(21) }] } },
    { name: 'an unknown commit', more: { head_sha: '0'.repeat(40) } },
  ])('refuse $name', ({ more }) => {
    const { run, world } = withHead();
    expect([run(more).status, world.repository(repo).checkRuns.length]).toEqual([422, 0]);
  });

  it('are listed by commit, the latest of each name', () => {
    const { world, run, head } = withHead();
    const [first, second] = [run(), run()];
    run({ name: 'Unpause: decision', conclusion: 'neutral' });
    const ids = (query: string): unknown[] => (ask(world, `GET /commits/${head}/check-runs?${query}`).body.check_runs as Json[]).map(({ id }) => id);
    expect(ids('check_name=Unpause: document')).toEqual([second.body.id]);
    expect(ids('check_name=Unpause: document&filter=all')).toEqual([second.body.id, first.body.id]);
    expect(ids('status=completed')).toHaveLength(1);
    expect(ids('app_id=1')).toEqual([]);
    expect(ask(world, 'GET /commits/nowhere/check-runs').status).toBe(422);
  });

  it('belong to the App that made them', () => {
    const { world, run, head } = withHead();
    const { body } = run();
    world.addApp({ slug: 'other', permissions: {}, events: [] });
    expect(ask(world, `PATCH /check-runs/${String(body.id)}`, { as: 'other[bot]', body: { conclusion: 'success' } }).status).toBe(403);
    expect(ask(world, 'POST /check-runs', { as: 'alice', body: { name: 'mine', head_sha: head } }).status).toBe(403);
  });

  it('name no pull request where it comes from a fork', () => {
    const { world } = withPullRequest();
    world.fork({ repo, by: 'carol' });
    const { sha } = world.push({ repo: 'carol/rfcs', branch: 'cache', by: 'carol', files: { 'rfcs/2.md': 'cache\n' } });
    world.openPullRequest({ repo, by: 'carol', title: 'Cache', head: 'carol:cache' });
    expect(ask(world, 'POST /check-runs', { body: { name: 'Unpause: document', head_sha: sha } }).body.pull_requests).toEqual([]);
    expect(listOf(ask(world, `GET /commits/${sha}/pulls`))).toHaveLength(1);
  });

  it('tell of buttons pressed and of runs asked for again', () => {
    const { world, run, lastTold, told } = withHead();
    const { body } = run({ conclusion: 'failure', actions: [{ label: 'Own it', description: 'Be the owner', identifier: 'own' }] });
    const checkRunId = Number(body.id);
    world.clickButton({ repo, checkRunId, identifier: 'own', by: 'alice' });
    expect(lastTold('check_run')).toMatchObject({ action: 'requested_action', requested_action: { identifier: 'own' }, sender: { login: 'alice' } });
    expect(() => {
      world.clickButton({ repo, checkRunId, identifier: 'own', by: 'carol' });
    }).toThrow('GitHub shows no button to others');
    world.rerequestCheckRun({ repo, checkRunId, by: 'alice' });
    world.rerequestCheckSuite({ repo, checkSuiteId: (body.check_suite as { id: number }).id, by: 'alice' });
    expect(told().slice(-2)).toEqual(['check_run rerequested', 'check_suite rerequested']);
  });
});
