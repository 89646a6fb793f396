import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createContract } from '../support/github-contract.ts';
import { Receiver } from './edge/a-receiver.ts';
import { ask, closeStages, installationToken, startStage, type Stage } from './edge/a-stand-in.ts';

const repo = '/repos/acme/rfcs';
const document = '# Storage\n\n**Decision Owner**: TBD\n\nWhere shall we keep it?\n';

/** Asks as the App, and wants a status. */
function asApp({ standIn }: Stage, token: string) {
  return async (asked: string, body?: object): Promise<unknown> => {
    const answer = await ask(standIn, asked, { token, body });
    expect(`${asked} ${answer.status}: ${answer.status < 400 ? 'fine' : answer.text}`).toMatch(/ 20\d: fine$/);
    return answer.body;
  };
}

/** What people do: some of it through the API, the rest on GitHub's pages. */
function people({ standIn: { world } }: Stage): { number: number; head: string; fork: number; issue: number } {
  world.addUser('carol');
  world.addTeam({ org: 'acme', slug: 'core', members: ['alice', 'bob'] });
  world.push({ repo: 'acme/rfcs', branch: 'storage', by: 'alice', files: { 'rfcs/1.md': document } });
  const { number } = world.openPullRequest({ repo: 'acme/rfcs', by: 'alice', title: 'Storage', body: 'See the file.', head: 'storage' });
  world.push({ repo: 'acme/rfcs', branch: 'storage', by: 'alice', files: { 'rfcs/2.md': document } });
  world.fork({ repo: 'acme/rfcs', by: 'carol' });
  world.push({ repo: 'carol/rfcs', branch: 'cache', by: 'carol', files: { 'rfcs/3.md': document } });
  const { number: fork } = world.openPullRequest({ repo: 'acme/rfcs', by: 'carol', title: 'Cache', head: 'carol:cache' });
  const { number: issue } = world.openIssue({ repo: 'acme/rfcs', by: 'bob', title: 'Which queue?', body: 'Who decides?' });
  const { id: reviewId } = world.review({ repo: 'acme/rfcs', number, by: 'bob', state: 'CHANGES_REQUESTED', body: 'Who decides?' });
  world.editReview({ repo: 'acme/rfcs', number, reviewId, by: 'bob', body: 'Who decides, and when?' });
  world.dismissReview({ repo: 'acme/rfcs', number, reviewId, by: 'alice' });
  world.assign({ repo: 'acme/rfcs', number, by: 'alice', assignees: ['bob'] });
  world.requestReviewers({ repo: 'acme/rfcs', number, by: 'alice', reviewers: ['bob'], teams: ['core'] });
  world.editRfc({ repo: 'acme/rfcs', number, by: 'alice', title: 'Storage, again' });
  world.setDraft({ repo: 'acme/rfcs', number, by: 'alice', isDraft: true });
  world.setDraft({ repo: 'acme/rfcs', number, by: 'alice', isDraft: false });
  return { number, fork, issue, head: world.pullRequest('acme/rfcs', number).pull.head.sha };
}

describe('a story on the stand-in', () => {
  let receiver: Receiver;

  beforeAll(async () => {
    receiver = await Receiver.start();
  });

  afterAll(async () => {
    await closeStages();
    await receiver.stop();
  });

  it("keeps to GitHub's description from end to end", async () => {
    const contract = createContract();
    const stage = await startStage({ ...contract, webhookUrl: receiver.url });
    const { standIn } = stage;
    const { id } = standIn.apps.install({ slug: 'unpause', account: 'acme', repositories: 'all' });
    const { number, fork, issue, head } = people(stage);
    const token = await installationToken(stage, id);
    const call = asApp(stage, token);

    await look(call, { number, fork, issue, head });
    await speak(call, { number, issue });
    const run = await check(call, { head });
    await stumble(stage, { token, number, head });
    const { world } = standIn;
    world.clickButton({ repo: 'acme/rfcs', checkRunId: run, identifier: 'insert-missing', by: 'alice' });
    world.rerequestCheckRun({ repo: 'acme/rfcs', checkRunId: run, by: 'alice' });
    world.enqueue({ repo: 'acme/rfcs', number, by: 'alice' });
    await call(`GET ${repo}/git/matching-refs/heads/gh-readonly-queue/`);
    await call(`GET ${repo}/issues/${number}/timeline?per_page=100`);
    await call('POST /graphql', { query: 'reviewThreads(first: 100, after: $after)', variables: { owner: 'acme', name: 'rfcs', number } });

    await standIn.deliveries.settled();
    expect(standIn.unknownRequests).toEqual([]);
    expect(standIn.crashes).toEqual([]);
    expect(receiver.names).toEqual(expect.arrayContaining(['pull_request opened', 'pull_request labeled', 'issue_comment created', 'check_run requested_action', 'check_run rerequested', 'pull_request_review submitted', 'pull_request_review_comment created', 'merge_group checks_requested']));
    contract.assertClean();
    expect(routesLeft(stage)).toEqual([]);
  });
});

/** Routes of the world that the story did not ask for, or that never answered well. */
function routesLeft({ standIn: { routes, requests } }: Stage): string[] {
  const answered = new Set(requests.filter(({ status }) => status !== null && status < 300).map(({ method, template }) => `${method} ${template}`));
  const ofWorld = routes.filter((route) => !('callers' in route)).map(({ method, path }) => `${method} ${path}`);
  return ofWorld.filter((name) => !answered.has(name));
}

type Call = ReturnType<typeof asApp>;

async function look(call: Call, { number, fork, issue, head }: { number: number; fork: number; issue: number; head: string }): Promise<void> {
  const at = `${repo}/pulls/${number}`;
  expect(await call('POST /graphql', { query: '{ viewer { login } }' })).toEqual({ data: { viewer: { login: 'unpause[bot]' } } });
  const files = (await call(`GET ${at}/files`)) as { sha: string }[];
  const reads = [
    repo,
    `${repo}/contents/README.md?ref=main`,
    `${repo}/contents/rfcs?ref=${head}`,
    `${repo}/git/blobs/${files[0]?.sha}`,
    `${repo}/git/trees/${head}?recursive=1`,
    `${repo}/git/ref/heads/main`,
    `${repo}/commits?path=README.md&per_page=1`,
    `${repo}/commits/${head}`,
    `${repo}/commits/${head}/pulls`,
    `${repo}/compare/main...storage`,
    `${repo}/pulls?state=open`,
    at,
    `${repo}/pulls/${fork}`,
    `${at}/commits`,
    `${at}/reviews`,
    `${at}/requested_reviewers`,
    `${repo}/issues?state=open&sort=updated&direction=desc&per_page=100`,
    `${repo}/issues/${issue}`,
    `${repo}/issues/${number}`,
    `${repo}/labels`,
    `${repo}/collaborators/alice/permission`,
    `${repo}/assignees`,
    `${repo}/assignees/bob`,
    `${repo}/issues/${issue}/assignees/bob`,
    `${repo}/issues/comments`,
    '/users/alice',
    '/users/unpause[bot]',
    `/user/${((await call('GET /users/bob')) as { id: number }).id}`,
    '/orgs/acme/teams/core',
    '/orgs/acme/teams/core/members',
  ];
  for (const path of reads) await call(`GET ${path}`);
}

async function speak(call: Call, { number, issue }: { number: number; issue: number }): Promise<void> {
  await call(`POST ${repo}/labels`, { name: 'needs-decision-owner', color: 'd4c5f9', description: 'Nobody is named to decide' });
  await call(`GET ${repo}/labels/needs-decision-owner`);
  for (const each of [number, issue]) {
    await call(`POST ${repo}/issues/${each}/labels`, { labels: ['needs-decision-owner', 'RFC'] });
    await call(`GET ${repo}/issues/${each}/labels`);
    await call(`DELETE ${repo}/issues/${each}/labels/needs-decision-owner`);
    await call(`DELETE ${repo}/issues/${each}/labels`);
    await call(`PUT ${repo}/issues/${each}/labels`, { labels: ['RFC'] });
    await call(`POST ${repo}/issues/${each}/assignees`, { assignees: ['alice', 'nobody'] });
    await call(`DELETE ${repo}/issues/${each}/assignees`, { assignees: ['alice'] });
    const { id } = (await call(`POST ${repo}/issues/${each}/comments`, { body: 'Nobody is named to decide.' })) as { id: number };
    await call(`PATCH ${repo}/issues/comments/${id}`, { body: 'Somebody is.' });
    await reactTo(call, `${repo}/issues/comments/${id}`);
    await reactTo(call, `${repo}/issues/${each}`);
    await call(`GET ${repo}/issues/comments/${id}`);
    await call(`GET ${repo}/issues/${each}/comments`);
    await call(`DELETE ${repo}/issues/comments/${id}`);
    await call(`PATCH ${repo}/issues/${each}`, { title: 'A better title' });
    await call(`GET ${repo}/issues/${each}/timeline?per_page=100`);
  }
  const { head } = (await call(`GET ${repo}/pulls/${number}`)) as { head: { sha: string } };
  const place = { commit_id: head.sha, path: 'rfcs/1.md', side: 'RIGHT', line: 3 };
  await call(`POST ${repo}/pulls/${number}/comments`, { ...place, body: '```suggestion\n**Decision Owner**: @alice\n```' });
  await call(`POST ${repo}/pulls/${number}/comments`, { ...place, start_line: 1, start_side: 'RIGHT', body: 'These lines.' });
  const [{ id } = { id: 0 }] = (await call(`GET ${repo}/pulls/${number}/comments`)) as { id: number }[];
  await call(`GET ${repo}/pulls/comments/${id}`);
  await reactTo(call, `${repo}/pulls/comments/${id}`);
  await call(`POST ${repo}/pulls/${number}/reviews`, { event: 'COMMENT', body: 'Read.' });
  await call(`POST ${repo}/pulls/${number}/requested_reviewers`, { reviewers: ['bob'] });
  await call(`DELETE ${repo}/pulls/${number}/requested_reviewers`, { reviewers: ['bob'] });
  await call(`PATCH ${repo}/pulls/${number}`, { body: 'See the files.' });
  await call(`PATCH ${repo}/labels/RFC`, { color: '0e8a16' });
  await call(`POST ${repo}/issues`, { title: 'Another', labels: ['RFC'] });
}

async function reactTo(call: Call, subject: string): Promise<void> {
  const { id } = (await call(`POST ${subject}/reactions`, { content: '+1' })) as { id: number };
  await call(`GET ${subject}/reactions`);
  await call(`DELETE ${subject}/reactions/${id}`);
}

/** What goes wrong, said as GitHub says it. */
async function stumble(stage: Stage, { token, number, head }: { token: string; number: number; head: string }): Promise<void> {
  const comment = { body: 'x', commit_id: head, path: 'rfcs/1.md', side: 'RIGHT', line: 99 };
  const wrong: [string, number, object?][] = [
    ['GET /repos/acme/nothing', 404],
    [`GET ${repo}/contents/nothing.md`, 404],
    [`GET ${repo}/issues/999`, 404],
    [`GET ${repo}/labels/nothing`, 404],
    [`GET ${repo}/assignees/carol`, 404],
    ['GET /users/nobody', 404],
    [`POST ${repo}/labels`, 422, { name: 'RFC', color: '0e8a16' }],
    [`POST ${repo}/issues/${number}/comments`, 422, { body: 'x'.repeat(65_537) }],
    [`POST ${repo}/pulls/${number}/comments`, 422, comment],
    [`POST ${repo}/check-runs`, 422, { name: 'x', head_sha: head, status: 'completed' }],
  ];
  for (const [asked, status, body] of wrong) expect([asked, (await ask(stage.standIn, asked, { token, body })).status]).toEqual([asked, status]);
}

/** The id of the run. */
async function check(call: Call, { head }: { head: string }): Promise<number> {
  const annotation = { path: 'rfcs/1.md', start_line: 3, end_line: 3, start_column: 1, end_column: 20, annotation_level: 'failure', title: 'decision-owner-filled', message: 'Unexpected placeholder' };
  const output = { title: 'Nobody decides', summary: 'One finding' };
  const started = { name: 'Unpause: document', head_sha: head, external_id: 'rfc-1', status: 'in_progress', output: { ...output, annotations: Array(50).fill(annotation) } };
  const { id } = (await call(`POST ${repo}/check-runs`, started)) as { id: number };
  const button = { label: 'Insert it', description: 'Suggests the missing section', identifier: 'insert-missing' };
  await call(`PATCH ${repo}/check-runs/${id}`, { output: { ...output, annotations: [annotation] } });
  await call(`PATCH ${repo}/check-runs/${id}`, { status: 'completed', conclusion: 'failure', completed_at: '2026-11-23T09:00:00Z', output, actions: [button] });
  await call(`GET ${repo}/check-runs/${id}`);
  expect(await call(`GET ${repo}/check-runs/${id}/annotations?per_page=100`)).toHaveLength(51);
  await call(`GET ${repo}/commits/${head}/check-runs?check_name=Unpause%3A%20document`);
  const { check_suites: suites } = (await call(`GET ${repo}/commits/${head}/check-suites`)) as { check_suites: { id: number }[] };
  for (const suite of suites) {
    await call(`GET ${repo}/check-suites/${suite.id}`);
    await call(`GET ${repo}/check-suites/${suite.id}/check-runs`);
    await call(`POST ${repo}/check-suites/${suite.id}/rerequest`);
  }
  await call(`POST ${repo}/check-runs/${id}/rerequest`);
  return id;
}
