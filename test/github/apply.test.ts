import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Annotation, CheckRunContent } from '../../src/decision/write.ts';
import { applyWrite } from '../../src/github/apply.ts';
import { readOwnCheckRuns } from '../../src/github/own-check-runs.ts';
import { readOwnReviewComments } from '../../src/github/review-comments.ts';
import { address, aPlace, repo, type APlace } from './a-place.ts';

let place: APlace;
let branches = 0;

beforeAll(async () => {
  place = await aPlace();
});

afterEach(() => {
  place.standIn.faults.clear();
});

afterAll(async () => {
  await place.close();
});

function aPullRequest() {
  const { world } = place.standIn;
  const branch = `proposal-${branches += 1}`;
  world.push({ repo, branch, by: 'alice', files: { 'rfcs/a.md': '# A\n\nb\nc\nd\n' } });
  return world.openPullRequest({ repo, by: 'alice', title: 'A proposal', head: branch });
}

const theIssue = (number: number) => place.standIn.world.issue(repo, number);

function annotations(count: number): Annotation[] {
  return Array.from({ length: count }, (_, index) => ({ path: 'rfcs/a.md', start_line: 1, end_line: 1, annotation_level: 'warning', title: 'rule', message: `finding ${index}` }));
}

function content(headSha: string, count: number): CheckRunContent {
  const button = { label: 'Insert', description: 'Suggest what is missing', identifier: 'insert-missing' };
  return { name: 'Unpause: document', headSha, externalId: 'rfc-1-abc', conclusion: 'failure', title: `${count} findings`, summary: 'All of them', annotations: annotations(count), buttons: [button], detailsUrl: 'https://unpause.example/1' };
}

async function requestsOf(work: () => Promise<void>): Promise<string[]> {
  const { requests } = place.standIn;
  const before = requests.length;
  await work();
  return requests.slice(before).filter(({ method, template }) => method !== 'GET' && template?.includes('access_tokens') !== true).map(({ method }) => method);
}

async function theRun(sha: string) {
  const [run] = await readOwnCheckRuns(place.github, { owner: 'acme', name: 'rfcs', sha }, place.app);
  if (!run) throw new Error('Unexpected commit without a check run, expected one');
  return place.standIn.world.checkRun(repo, run.id);
}

describe('applyWrite: check runs', () => {
  it.each([
    [0, ['POST']],
    [50, ['POST']],
    [51, ['POST', 'PATCH']],
    [100, ['POST', 'PATCH']],
    [120, ['POST', 'PATCH', 'PATCH']],
  ])('makes one with %i annotations', async (count, requests) => {
    const { number, pull } = aPullRequest();
    expect(await requestsOf(async () => await applyWrite(place.github, address(number), { kind: 'create-check-run', content: content(pull.head.sha, count) }))).toEqual(requests);
    const run = await theRun(pull.head.sha);
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure', title: `${count} findings`, summary: 'All of them', externalId: 'rfc-1-abc', detailsUrl: 'https://unpause.example/1', actions: [{ identifier: 'insert-missing' }] });
    expect(run.annotations.map(({ message }) => message)).toEqual(annotations(count).map(({ message }) => message));
  });

  it.each([1, 2, 3])('goes on where it was cut off after request %i, with nothing twice', async (before) => {
    const { number, pull } = aPullRequest();
    const whole = content(pull.head.sha, 170);
    let sent = 0;
    place.standIn.faults.next({ kind: 502, match: { test: ({ method }) => method !== 'GET' && (sent += 1) > before } });
    await expect(applyWrite(place.github, address(number), { kind: 'create-check-run', content: whole })).rejects.toMatchObject({ kind: 'unavailable' });
    const [begun] = await readOwnCheckRuns(place.github, { owner: 'acme', name: 'rfcs', sha: pull.head.sha }, place.app);
    expect(begun).toMatchObject({ isCompleted: false, annotations: before * 50 });
    await applyWrite(place.github, address(number), { kind: 'finish-check-run', id: begun?.id ?? 0, sent: begun?.annotations ?? 0, content: whole });
    const run = await theRun(pull.head.sha);
    expect(run).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(run.annotations.map(({ message }) => message)).toEqual(whole.annotations.map(({ message }) => message));
  });

  it('completes one whose annotations are all there', async () => {
    const { number, pull } = aPullRequest();
    await applyWrite(place.github, address(number), { kind: 'create-check-run', content: content(pull.head.sha, 50) });
    const run = await theRun(pull.head.sha);
    await applyWrite(place.github, address(number), { kind: 'finish-check-run', id: run.id, sent: 50, content: { ...content(pull.head.sha, 50), conclusion: 'neutral' } });
    expect(await theRun(pull.head.sha)).toMatchObject({ status: 'completed', conclusion: 'neutral', annotations: { length: 50 } });
  });

  it('cancels one whose state is past', async () => {
    const { number, pull } = aPullRequest();
    place.standIn.faults.next({ kind: 502, match: { method: 'PATCH' } });
    await expect(applyWrite(place.github, address(number), { kind: 'create-check-run', content: content(pull.head.sha, 60) })).rejects.toThrow('502');
    const { id } = await theRun(pull.head.sha);
    await applyWrite(place.github, address(number), { kind: 'cancel-check-run', id });
    expect(await theRun(pull.head.sha)).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
  });
});

describe('applyWrite: comments', () => {
  const comments = (number: number) => theIssue(number).timeline.flatMap((item) => (item.kind === 'comment' ? [item.comment] : []));

  it('writes, changes and removes one', async () => {
    const { number } = aPullRequest();
    await applyWrite(place.github, address(number), { kind: 'create-comment', body: 'first' });
    const [comment] = comments(number);
    expect(comment).toMatchObject({ body: 'first', author: { login: 'unpause[bot]' } });
    await applyWrite(place.github, address(number), { kind: 'update-comment', id: comment?.id ?? 0, body: 'second' });
    expect(comments(number).map(({ body }) => body)).toEqual(['second']);
    await applyWrite(place.github, address(number), { kind: 'delete-comment', id: comment?.id ?? 0 });
    await applyWrite(place.github, address(number), { kind: 'delete-comment', id: comment?.id ?? 0 });
    expect(comments(number)).toEqual([]);
  });

  it('writes once where the answer is lost, and says that it may be there', async () => {
    const { number } = aPullRequest();
    place.standIn.faults.next({ kind: 'reset', moment: 'after', match: { method: 'POST', template: '/repos/{owner}/{repo}/issues/{issue_number}/comments' } });
    await expect(applyWrite(place.github, address(number), { kind: 'create-comment', body: 'once' })).rejects.toMatchObject({ kind: 'unavailable', seen: expect.stringContaining('may have been done') });
    expect(comments(number).map(({ body }) => body)).toEqual(['once']);
  });

  it('writes nothing at a limit, and says when to come back', async () => {
    const { number } = aPullRequest();
    place.standIn.faults.next({ kind: 'secondary-limit', retryAfter: 30, match: { method: 'POST', template: '/repos/{owner}/{repo}/issues/{issue_number}/comments' } });
    await expect(applyWrite(place.github, address(number), { kind: 'create-comment', body: 'never' })).rejects.toMatchObject({ kind: 'limited', retryAt: expect.any(Date) });
    expect(comments(number)).toEqual([]);
  });

  it.each([
    ['that is deleted', (number: number) => { place.standIn.world.deleteIssue({ repo, number, by: 'alice' }); }, 'missing', 'exists'],
  ])('says what to do about an RFC %s', async (_case, act, kind, advice) => {
    const { number } = place.standIn.world.openIssue({ repo, by: 'alice', title: 'x' });
    act(number);
    await expect(applyWrite(place.github, address(number), { kind: 'create-comment', body: 'x' })).rejects.toMatchObject({ kind, message: expect.stringContaining(advice) });
  });

  it('stands at one line of the diff, or at several', async () => {
    const { number, pull } = aPullRequest();
    const at = { kind: 'create-review-comment', commit: pull.head.sha, path: 'rfcs/a.md' } as const;
    await applyWrite(place.github, address(number), { ...at, startLine: 3, line: 3, body: 'one' });
    await applyWrite(place.github, address(number), { ...at, startLine: 3, line: 5, body: 'three' });
    expect(pull.reviewComments).toMatchObject([{ body: 'one', line: 3, startLine: null, side: 'RIGHT' }, { body: 'three', line: 5, startLine: 3, side: 'RIGHT' }]);
    place.standIn.world.reviewComment({ repo, number, by: 'bob', body: 'bob\'s', path: 'rfcs/a.md', line: 1, side: 'RIGHT' });
    const own = await readOwnReviewComments(place.github, address(number), place.app);
    expect(own.map(({ body }) => body)).toEqual(['one', 'three']);
    await expect(applyWrite(place.github, address(number), { ...at, startLine: 90, line: 90, body: 'x' })).rejects.toMatchObject({ kind: 'unexpected' });
  });
});

describe('applyWrite: labels', () => {
  const label = { name: 'needs decision/owner?', color: 'fbca04', description: 'Nobody is named who decides' };
  const labels = (number: number) => theIssue(number).labels.map(({ name }) => name);

  it('makes a label the first time, adds it, and takes it off', async () => {
    const { number } = aPullRequest();
    await applyWrite(place.github, address(number), { kind: 'add-label', label });
    expect(theIssue(number).labels).toMatchObject([label]);
    await applyWrite(place.github, address(number), { kind: 'add-label', label: { ...label, color: '000000' } });
    expect(theIssue(number).labels).toMatchObject([label]);
    await applyWrite(place.github, address(number), { kind: 'remove-label', name: label.name });
    await applyWrite(place.github, address(number), { kind: 'remove-label', name: label.name });
    expect(labels(number)).toEqual([]);
  });

  it('adds a label that somebody else makes in the same moment', async () => {
    const { number } = aPullRequest();
    const raced = { ...label, name: 'raced' };
    place.standIn.faults.next({ kind: 'reset', moment: 'after', match: { method: 'POST', template: '/repos/{owner}/{repo}/labels' } });
    await expect(applyWrite(place.github, address(number), { kind: 'add-label', label: raced })).rejects.toMatchObject({ kind: 'unavailable' });
    const [one, two] = ['twice', 'twice'].map(async (name) => { await applyWrite(place.github, address(number), { kind: 'add-label', label: { ...label, name } }); });
    await Promise.all([one, two]);
    await applyWrite(place.github, address(number), { kind: 'add-label', label: raced });
    expect(labels(number)).toEqual(['twice', 'raced']);
  });
});

describe('applyWrite: responses', () => {
  const lookAt = (number: number, id: number) => theIssue(number).comments.find((comment) => comment.id === id)?.reactions.map(({ content, by }) => `${by.login} ${content}`);

  it('reacts to a comment, once', async () => {
    const { number } = aPullRequest();
    const { id } = place.standIn.world.comment({ repo, number, by: 'bob', body: '/dri take' });
    const write = { kind: 'react', to: { in: 'comment', id }, content: '+1' } as const;
    await applyWrite(place.github, address(number), write);
    await applyWrite(place.github, address(number), write);
    await applyWrite(place.github, address(number), { ...write, content: 'confused' });
    expect(lookAt(number, id)).toEqual(['unpause[bot] +1', 'unpause[bot] confused']);
    place.standIn.world.deleteComment({ repo, commentId: id, by: 'bob' });
    await applyWrite(place.github, address(number), write);
  });

  it('sends nothing for a review, for which REST has no reactions', async () => {
    const { number } = aPullRequest();
    const { id } = place.standIn.world.review({ repo, number, by: 'bob', state: 'COMMENTED', body: '/dri take' });
    expect(await requestsOf(async () => { await applyWrite(place.github, address(number), { kind: 'react', to: { in: 'review', id }, content: '+1' }); })).toEqual([]);
  });

  it('assigns and takes off, and leaves out whom GitHub does not let be assigned', async () => {
    const { number } = aPullRequest();
    const assignees = () => theIssue(number).assignees.map(({ login }) => login);
    for (const login of ['bob', 'bob', 'carol', 'nobody']) await applyWrite(place.github, address(number), { kind: 'assign', login });
    expect(assignees()).toEqual(['bob']);
    for (const login of ['carol', 'bob', 'bob']) await applyWrite(place.github, address(number), { kind: 'unassign', login });
    expect(assignees()).toEqual([]);
  });
});
