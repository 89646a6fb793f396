import { describe, expect, it } from '@jest/globals';
import { ask, aWorld, bot, document, listOf, repo, withPullRequest, type Json } from './a-world.ts';

function files(reply: ReturnType<typeof ask>): string[] {
  return listOf(reply).map(({ status, filename }) => `${String(status)} ${String(filename)}`);
}

describe('pull requests', () => {
  it('show what changed since the branch left its base', () => {
    const { world, number } = withPullRequest();
    world.push({ repo, branch: 'main', by: 'alice', files: { 'elsewhere.md': 'on main\n' } });
    world.push({ repo, branch: 'storage', by: 'alice', files: { 'README.md': null, 'docs/readme.md': '# RFCs\n', 'rfcs/1.md': `${document}\nMore.\n` } });
    const reply = ask(world, `GET /pulls/${number}/files`);
    expect(files(reply)).toEqual(['renamed docs/readme.md', 'added rfcs/1.md']);
    expect(listOf(reply)[1]).toMatchObject({ additions: 5, deletions: 0, patch: '@@ -0,0 +1,5 @@\n+# Storage\n+\n+**Decision Owner**: TBD\n+\n+More.' });
    expect(ask(world, `GET /pulls/${number}`).body).toMatchObject({ changed_files: 2, commits: 2, additions: 5, mergeable: true });
  });

  it('follow a push, and say so', () => {
    const { world, number, told, lastTold } = withPullRequest();
    const before = world.pullRequest(repo, number).pull.head.sha;
    const { sha } = world.push({ repo, branch: 'storage', by: 'alice', files: { 'rfcs/1.md': 'new\n' } });
    expect(told().slice(-3)).toEqual(['push', 'pull_request synchronize', 'check_suite requested']);
    expect(lastTold('pull_request')).toMatchObject({ before, after: sha, pull_request: { head: { sha } } });
  });

  it('replace their commits in the timeline after a forced push', () => {
    const { world, number } = withPullRequest();
    const { sha } = world.push({ repo, branch: 'storage', by: 'alice', files: { 'rfcs/1.md': 'new\n' }, force: true });
    const timeline = listOf(ask(world, `GET /issues/${number}/timeline`));
    expect(timeline.map(({ event, sha: commit }) => [event, commit])).toEqual([
      ['committed', sha],
      ['head_ref_force_pushed', undefined],
    ]);
  });

  it('come from forks', () => {
    const { world, told } = aWorld();
    world.fork({ repo, by: 'carol' });
    world.push({ repo: 'carol/rfcs', branch: 'cache', by: 'carol', files: { 'rfcs/2.md': 'cache\n' } });
    const { number } = world.openPullRequest({ repo, by: 'carol', title: 'Cache', head: 'carol:cache' });
    world.push({ repo: 'carol/rfcs', branch: 'cache', by: 'carol', files: { 'rfcs/2.md': 'cache it\n' } });
    expect(told().filter((name) => name.startsWith('pull_request'))).toEqual(['pull_request opened', 'pull_request synchronize']);
    expect(ask(world, `GET /pulls/${number}`).body).toMatchObject({ head: { label: 'carol:cache', repo: { full_name: 'carol/rfcs', fork: true } } });
    expect(files(ask(world, `GET /pulls/${number}/files`))).toEqual(['added rfcs/2.md']);
    world.deleteRepository({ repo: 'carol/rfcs', by: 'carol' });
    expect(ask(world, `GET /pulls/${number}`, { isDescribed: false }).body).toMatchObject({ head: { repo: null } });
  });

  it('are merged once, and keep what they changed', () => {
    const { world, number, told } = withPullRequest();
    world.merge({ repo, number, by: 'alice' });
    expect(told()).toContain('pull_request closed');
    expect(ask(world, `GET /pulls/${number}`).body).toMatchObject({ state: 'closed', merged: true, merged_by: { login: 'alice' }, changed_files: 1 });
    expect(ask(world, 'GET /contents/rfcs/1.md').status).toBe(200);
    expect(() => {
      world.merge({ repo, number, by: 'alice' });
    }).toThrow('expected one that is open');
  });

  it('are merged on top of what was merged before', () => {
    const { world, number } = withPullRequest();
    world.push({ repo, branch: 'other', by: 'alice', files: { 'a.md': 'a\n' } });
    world.openPullRequest({ repo, by: 'alice', title: 'Other', head: 'other' });
    for (const each of [number, 2]) world.merge({ repo, number: each, by: 'alice' });
    expect(['rfcs/1.md', 'a.md'].map((path) => ask(world, `GET /contents/${path}`).status)).toEqual([200, 200]);
  });

  it('list no more than 3,000 files, and a comparison no more than 300', () => {
    const { world } = aWorld();
    const many = Object.fromEntries(Array.from({ length: 3010 }, (_, index) => [`notes/${String(index).padStart(4, '0')}.txt`, `${index}\n`]));
    world.push({ repo, branch: 'many', by: 'alice', files: many });
    const { number } = world.openPullRequest({ repo, by: 'alice', title: 'Many', head: 'many' });
    expect(listOf(ask(world, `GET /pulls/${number}/files?per_page=100&page=30`))).toHaveLength(100);
    expect(listOf(ask(world, `GET /pulls/${number}/files?per_page=100&page=31`))).toHaveLength(0);
    expect(ask(world, `GET /pulls/${number}`).body.changed_files).toBe(3010);
    expect(ask(world, 'GET /compare/main...many').body.files).toHaveLength(300);
  });

  it('are found by state, base and head', () => {
    const { world, number } = withPullRequest();
    world.push({ repo, branch: 'other', by: 'alice', files: { 'a.md': 'a\n' } });
    world.openPullRequest({ repo, by: 'alice', title: 'Other', head: 'other', draft: true });
    world.close({ repo, number: 2, by: 'alice' });
    const numbers = (query: string): unknown[] => listOf(ask(world, `GET /pulls?${query}`)).map((pull) => pull.number);
    expect(numbers('')).toEqual([number]);
    expect(numbers('state=all')).toEqual([2, number]);
    expect(numbers('state=all&head=acme:other')).toEqual([2]);
    expect(numbers('base=other')).toEqual([]);
  });

  it('ask for reviews, and cross off who gave one', () => {
    const { world, number, told } = withPullRequest();
    expect(ask(world, `POST /pulls/${number}/requested_reviewers`, { body: { reviewers: ['bob'], team_reviewers: ['core'] } }).status).toBe(201);
    expect(ask(world, `POST /pulls/${number}/requested_reviewers`, { body: { reviewers: ['carol'] } }).status).toBe(422);
    world.review({ repo, number, by: 'bob', state: 'APPROVED', body: 'Good.' });
    const asked = ask(world, `GET /pulls/${number}/requested_reviewers`).body;
    expect([(asked.users as Json[]).length, (asked.teams as Json[]).length]).toEqual([0, 1]);
    expect(listOf(ask(world, `GET /pulls/${number}/reviews`))).toMatchObject([{ state: 'APPROVED', body: 'Good.', user: { login: 'bob' } }]);
    expect(told().slice(-3)).toEqual(['pull_request review_requested', 'pull_request review_requested', 'pull_request_review submitted']);
    expect(ask(world, `POST /pulls/${number}/reviews`, { as: 'alice', body: { event: 'APPROVE' } }).status).toBe(422);
  });
});

describe('reviews', () => {
  it('are changed and dismissed, and say so', () => {
    const { world, number, clock, told, lastTold } = withPullRequest();
    const { id } = world.review({ repo, number, by: 'bob', state: 'APPROVED', body: 'Fine.' });
    clock.advance(1000);
    world.editReview({ repo, number, reviewId: id, by: 'alice', body: 'Fine!' });
    expect(lastTold('pull_request_review')).toMatchObject({ action: 'edited', changes: { body: { from: 'Fine.' } }, review: { state: 'approved' } });
    world.dismissReview({ repo, number, reviewId: id, by: 'alice' });
    world.dismissReview({ repo, number, reviewId: id, by: 'alice' });
    expect(listOf(ask(world, `GET /pulls/${number}/reviews`))).toMatchObject([{ id, body: 'Fine!', state: 'DISMISSED' }]);
    const events = listOf(ask(world, `GET /issues/${number}/timeline`)).slice(-2);
    expect(events).toMatchObject([
      { event: 'reviewed', state: 'dismissed', submitted_at: '2026-11-23T09:00:00Z', updated_at: '2026-11-23T09:00:01Z' },
      { event: 'review_dismissed', actor: { login: 'alice' }, dismissed_review: { review_id: id, state: 'approved' } },
    ]);
    expect(told().filter((name) => name.startsWith('pull_request_review'))).toEqual(['pull_request_review submitted', 'pull_request_review edited', 'pull_request_review dismissed']);
  });

  it('stand in the timeline with their threads', () => {
    const { world, number } = withPullRequest();
    const { id } = world.reviewComment({ repo, number, by: 'bob', body: 'Who?', path: 'rfcs/1.md', line: 3, side: 'RIGHT' });
    const place = { commit_id: world.pullRequest(repo, number).pull.head.sha, path: 'rfcs/1.md', side: 'RIGHT', line: 3 };
    ask(world, `POST /pulls/${number}/comments`, { as: 'carol', body: { ...place, body: 'Me.', in_reply_to: id } });
    const threads = listOf(ask(world, `GET /issues/${number}/timeline`)).filter(({ event }) => event === 'line-commented');
    expect(threads).toMatchObject([{ comments: [{ id, body: 'Who?', user: { login: 'bob' } }, { body: 'Me.', user: { login: 'carol' }, in_reply_to_id: id }] }]);
  });
});

describe('comments on lines of a pull request', () => {
  it.each([
    { at: { line: 3 }, status: 201 },
    { at: { line: 3, start_line: 1 }, status: 201 },
    { at: { line: 4 }, status: 422 },
    { at: { line: 3, side: 'LEFT' }, status: 422 },
    { at: { line: 1, start_line: 3 }, status: 422 },
    { at: { line: 1, path: 'README.md' }, status: 422 },
    { at: { line: 1, commit_id: '0'.repeat(40) }, status: 422 },
    { at: {}, status: 422 },
  ])('answer $status at $at', ({ at, status }) => {
    const { world, number } = withPullRequest();
    const { sha } = world.pullRequest(repo, number).pull.head;
    const reply = ask(world, `POST /pulls/${number}/comments`, { body: { body: 'Who?', path: 'rfcs/1.md', commit_id: sha, ...at } });
    expect(reply.status).toBe(status);
    expect(listOf(ask(world, `GET /pulls/${number}/comments`))).toHaveLength(status === 201 ? 1 : 0);
  });

  it('can be answered', () => {
    const { world, number, told } = withPullRequest();
    const { id } = world.reviewComment({ repo, number, by: 'bob', body: 'Who?', path: 'rfcs/1.md', line: 3 });
    const reply = ask(world, `POST /pulls/${number}/comments`, { as: 'alice', body: { body: 'I.', in_reply_to: id, path: 'rfcs/1.md', commit_id: world.pullRequest(repo, number).pull.head.sha } });
    expect(reply.body).toMatchObject({ in_reply_to_id: id, line: 3, diff_hunk: '@@ -0,0 +1,3 @@\n+# Storage\n+\n+**Decision Owner**: TBD' });
    expect(told()).toContain('pull_request_review_comment created');
  });
});

describe('a merge queue', () => {
  it('stacks its groups, and builds again what waited behind one that left', () => {
    const { world, told, lastTold, number } = withPullRequest();
    world.push({ repo, branch: 'other', by: 'alice', files: { 'a.md': 'a\n' } });
    world.openPullRequest({ repo, by: 'alice', title: 'Other', head: 'other' });
    const main = world.repository(repo).branches.get('main');
    const first = world.enqueue({ repo, number, by: 'alice' });
    const second = world.enqueue({ repo, number: 2, by: 'alice' });
    expect([first.base, second.base]).toEqual([main, first.head]);
    expect(lastTold('merge_group')).toMatchObject({ merge_group: { head_sha: second.head, head_ref: `refs/heads/gh-readonly-queue/main/pr-2-${first.head}` } });
    world.dequeue({ repo, number, by: 'alice' });
    expect(told().filter((name) => name.startsWith('merge_group'))).toEqual([
      'merge_group checks_requested',
      'merge_group checks_requested',
      'merge_group destroyed',
      'merge_group destroyed',
      'merge_group checks_requested',
    ]);
    expect(world.repository(repo).mergeQueue).toMatchObject([{ base: main }]);
    world.mergeQueueHead({ repo, by: bot });
    expect(world.pullRequest(repo, 2).pull.mergedAt).not.toBeNull();
    expect(listOf(ask(world, 'GET /git/matching-refs/heads/gh-readonly-queue'))).toEqual([]);
    expect(ask(world, 'GET /contents/a.md').status).toBe(200);
  });
});
