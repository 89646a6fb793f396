import { describe, expect, it } from '@jest/globals';
import { ask, aWorld, bot, listOf, repo, withPullRequest, type Json } from './a-world.ts';

function withIssue() {
  const stage = aWorld();
  const { number } = stage.world.openIssue({ repo, by: 'carol', title: 'Which queue?', body: 'Who decides?' });
  return { ...stage, number };
}

describe('issues', () => {
  it('are listed with pull requests, by state, label and time', () => {
    const { world, clock } = withPullRequest();
    clock.advance(60_000);
    world.openIssue({ repo, by: 'carol', title: 'Which queue?' });
    world.addLabels({ repo, number: 2, by: 'alice', labels: ['RFC', 'queue'] });
    clock.advance(60_000);
    world.close({ repo, number: 1, by: 'alice' });
    const numbers = (query: string): unknown[] => listOf(ask(world, `GET /issues?${query}`)).map((issue) => issue.number);
    expect(numbers('')).toEqual([2]);
    expect(numbers('state=all')).toEqual([2, 1]);
    expect(numbers('state=all&sort=updated')).toEqual([1, 2]);
    expect(numbers('state=all&direction=asc')).toEqual([1, 2]);
    expect(numbers('labels=rfc,queue')).toEqual([2]);
    expect(numbers('labels=rfc,other')).toEqual([]);
    expect(numbers('state=all&since=2026-11-23T09:02:00Z')).toEqual([1]);
    expect(listOf(ask(world, 'GET /issues?state=closed'))).toMatchObject([{ pull_request: { url: `${world.baseUrl}/repos/acme/rfcs/pulls/1` } }]);
  });

  it('are changed by their author and by those who may triage', () => {
    const { world, number, told } = withIssue();
    expect(ask(world, `PATCH /issues/${number}`, { as: 'bob', body: { title: 'No' } }).status).toBe(403);
    expect(ask(world, `PATCH /issues/${number}`, { as: 'carol', body: { title: 'Which queue, then?' } }).body).toMatchObject({ title: 'Which queue, then?' });
    expect(ask(world, `PATCH /issues/${number}`, { body: { state: 'closed', state_reason: 'not_planned' } }).body).toMatchObject({ state: 'closed', state_reason: 'not_planned', closed_by: { login: bot } });
    expect(ask(world, `PATCH /issues/${number}`, { body: { title: 'x'.repeat(257) } }).status).toBe(422);
    expect(told()).toEqual(['issues opened', 'issues edited', 'issues closed']);
  });

  it('are gone once deleted, and their number with them', () => {
    const { world, number } = withIssue();
    world.deleteIssue({ repo, number, by: 'alice' });
    expect(ask(world, `GET /issues/${number}`).status).toBe(410);
    expect(ask(world, 'GET /issues/7').status).toBe(404);
    expect(world.openIssue({ repo, by: 'carol', title: 'Another' }).number).toBe(number + 1);
  });

  it('have a timeline of everything that happened', () => {
    const { world, number } = withPullRequest();
    world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
    world.removeLabel({ repo, number, by: 'alice', label: 'RFC' });
    world.assign({ repo, number, by: 'alice', assignees: ['bob'] });
    world.unassign({ repo, number, by: 'alice', assignees: ['bob'] });
    world.editRfc({ repo, number, by: 'alice', title: 'Storage, again' });
    world.setDraft({ repo, number, by: 'alice', isDraft: true });
    world.setDraft({ repo, number, by: 'alice', isDraft: false });
    world.comment({ repo, number, by: bot, body: 'Status' });
    world.requestReviewers({ repo, number, by: 'alice', reviewers: ['bob'] });
    world.unrequestReviewers({ repo, number, by: 'alice', reviewers: ['bob'] });
    world.review({ repo, number, by: 'bob', state: 'COMMENTED', body: 'Hm.' });
    world.close({ repo, number, by: 'alice' });
    world.reopen({ repo, number, by: 'alice' });
    world.merge({ repo, number, by: 'alice' });
    const events = listOf(ask(world, `GET /issues/${number}/timeline?per_page=100`)).map(({ event }) => event);
    expect(events.join(' ')).toBe(
      'committed labeled unlabeled assigned unassigned renamed convert_to_draft ready_for_review commented review_requested review_request_removed reviewed closed reopened merged closed',
    );
  });
});

describe('comments', () => {
  it('are made, changed and taken away, and say who did', () => {
    const { world, number, told, clock, lastTold } = withIssue();
    const { status, body } = ask(world, `POST /issues/${number}/comments`, { body: { body: 'Status' } });
    expect([status, body.user, body.performed_via_github_app]).toMatchObject([201, { login: bot, type: 'Bot' }, { slug: 'unpause' }]);
    clock.advance(1000);
    const path = `/issues/comments/${String(body.id)}`;
    expect(ask(world, `PATCH ${path}`, { body: { body: 'Other' } }).body).toMatchObject({ body: 'Other', created_at: '2026-11-23T09:00:00Z', updated_at: '2026-11-23T09:00:01Z' });
    expect(lastTold('issue_comment')).toMatchObject({ changes: { body: { from: 'Status' } } });
    expect(ask(world, `PATCH ${path}`, { as: 'carol', body: { body: 'Mine' } }).status).toBe(403);
    expect(ask(world, `DELETE ${path}`).status).toBe(204);
    expect(ask(world, `GET ${path}`).status).toBe(404);
    expect(listOf(ask(world, `GET /issues/${number}/timeline`))).toEqual([]);
    expect(told()).toEqual(['issues opened', 'issue_comment created', 'issue_comment edited', 'issue_comment deleted']);
  });

  it.each([
    { name: 'no body', body: {}, status: 422 },
    { name: 'a blank body', body: { body: ' \n' }, status: 422 },
    { name: 'as much as fits', body: { body: '😀'.repeat(65_536) }, status: 201 },
    { name: 'too much', body: { body: 'x'.repeat(65_537) }, status: 422 },
  ])('answer $status to $name', ({ body, status }) => {
    const { world, number } = withIssue();
    const reply = ask(world, `POST /issues/${number}/comments`, { body });
    expect([reply.status, world.issue(repo, number).comments.length]).toEqual([status, status === 201 ? 1 : 0]);
  });

  it('are listed by issue and by repository, since a moment', () => {
    const { world, number, clock } = withIssue();
    world.comment({ repo, number, by: 'carol', body: 'one' });
    clock.advance(60_000);
    world.comment({ repo, number, by: 'bob', body: 'two' });
    const bodies = (path: string): unknown[] => listOf(ask(world, `GET ${path}`)).map((comment) => comment.body);
    expect(bodies(`/issues/${number}/comments`)).toEqual(['one', 'two']);
    expect(bodies(`/issues/${number}/comments?since=2026-11-23T09:00:30Z`)).toEqual(['two']);
    expect(bodies('/issues/comments?sort=created')).toEqual(['two', 'one']);
  });

  it('are refused on a locked issue, but for those who may write', () => {
    const { world, number } = withIssue();
    world.setLocked({ repo, number, by: 'alice', isLocked: true });
    const statusFor = (as: string): number => ask(world, `POST /issues/${number}/comments`, { as, body: { body: 'Still?' } }).status;
    expect([statusFor('carol'), statusFor('alice'), statusFor(bot)]).toEqual([403, 201, 201]);
    expect(ask(world, `POST /issues/${number}/comments`, { as: null, body: { body: 'Still?' } }).status).toBe(401);
  });

  it('carry each reaction of each person once', () => {
    const { world, number } = withIssue();
    const { id } = world.comment({ repo, number, by: 'carol', body: '/dri take' });
    const path = `/issues/comments/${id}`;
    const react = (as: string) => ask(world, `POST ${path}/reactions`, { as, body: { content: '+1' } });
    expect([react(bot).status, react(bot).status, react('bob').status]).toEqual([201, 200, 201]);
    expect(ask(world, `GET ${path}`).body).toMatchObject({ reactions: { '+1': 2, total_count: 2 } });
    const [mine] = listOf(ask(world, `GET ${path}/reactions`));
    expect(ask(world, `DELETE ${path}/reactions/${String(mine?.id)}`, { as: 'bob' }).status).toBe(404);
    expect(ask(world, `DELETE ${path}/reactions/${String(mine?.id)}`).status).toBe(204);
    expect(ask(world, `POST ${path}/reactions`, { body: { content: 'party' } }).status).toBe(422);
  });
});

describe('labels', () => {
  it('are made on an issue where the repository lacks them', () => {
    const { world, number, told } = withIssue();
    expect(listOf(ask(world, `POST /issues/${number}/labels`, { body: { labels: ['RFC'] } }))).toMatchObject([{ name: 'RFC', color: 'ededed' }]);
    ask(world, `POST /issues/${number}/labels`, { body: { labels: ['rfc'] } });
    expect(told()).toEqual(['issues opened', 'label created', 'issues labeled']);
    expect(ask(world, `PUT /issues/${number}/labels`, { body: { labels: ['other'] } }).body).toMatchObject([{ name: 'other' }]);
    expect(ask(world, `DELETE /issues/${number}/labels/RFC`).status).toBe(404);
    expect(ask(world, `DELETE /issues/${number}/labels/other`).body).toEqual([]);
    expect(ask(world, `POST /issues/${number}/labels`, { as: 'carol', body: { labels: ['mine'] } }).status).toBe(403);
  });

  it('are made and changed in the repository, each name once', () => {
    const { world } = aWorld();
    const label = { name: 'RFC', color: '5319e7', description: 'A decision' };
    expect(ask(world, 'POST /labels', { body: label }).status).toBe(201);
    expect(ask(world, 'POST /labels', { body: { name: 'rfc' } })).toMatchObject({ status: 422, body: { errors: [{ code: 'already_exists' }] } });
    expect(ask(world, 'PATCH /labels/RFC', { body: { new_name: 'Decision' } }).body).toMatchObject({ name: 'Decision', color: '5319e7' });
    expect(ask(world, 'GET /labels/RFC').status).toBe(404);
    expect(listOf(ask(world, 'GET /labels'))).toHaveLength(1);
  });
});

describe('assignees', () => {
  it('are those who were let in, and whoever spoke; others are passed over', () => {
    const { world, number } = withIssue();
    world.addUser('dan');
    const statusOf = (login: string): number => ask(world, `GET /assignees/${login}`).status;
    expect(['alice', 'bob', 'carol', 'nobody'].map(statusOf)).toEqual([204, 204, 404, 404]);
    const { body } = ask(world, `POST /issues/${number}/assignees`, { body: { assignees: ['alice', 'carol', 'dan', 'nobody'] } });
    expect((body.assignees as Json[]).map(({ login }) => login)).toEqual(['alice', 'carol']);
    expect(ask(world, `DELETE /issues/${number}/assignees`, { body: { assignees: ['alice'] } }).body.assignees).toHaveLength(1);
  });

  it('are ten at most', () => {
    const { world, number } = withIssue();
    const logins = Array.from({ length: 12 }, (_, index) => `person-${index}`);
    for (const login of logins) world.addUser(login);
    world.addTeam({ org: 'acme', slug: 'many', members: logins });
    expect(ask(world, `POST /issues/${number}/assignees`, { body: { assignees: logins } }).body.assignees).toHaveLength(10);
  });
});
