import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { isTeam, type Act } from '../../src/decision/acts.ts';
import type { Account } from '../../src/decision/snapshot.ts';
import { applyWrite } from '../../src/github/apply.ts';
import { observeRfc } from '../../src/github/observe-rfc.ts';
import { readActs, type KnownHead } from '../../src/github/read-acts.ts';
import type { TimelineEvent } from '../../src/github/read-timeline.ts';
import { address, aPlace, observing, repo, type APlace } from './a-place.ts';

let place: APlace;
let branches = 0;

beforeAll(async () => {
  place = await aPlace();
  place.standIn.world.addTeam({ org: 'acme', slug: 'core', members: ['bob'] });
});

beforeEach(() => {
  place.clock.advance(60_000);
});

afterAll(async () => {
  await place.close();
});

function aPullRequest(files: Record<string, string> = { 'rfcs/0001.md': '# One\n' }) {
  const { world } = place.standIn;
  const branch = `proposal-${branches += 1}`;
  world.push({ repo, branch, by: 'alice', files });
  return { branch, ...world.openPullRequest({ repo, by: 'alice', title: 'A proposal', head: branch }) };
}

async function observe(number: number, heads: readonly KnownHead[] = []) {
  const result = await observeRfc(place.github, address(number), observing(place.app));
  if (!result.ok) throw new Error(`Unexpected ${result.reason}, expected an observation`);
  const { observation } = result;
  const { rfc, timeline } = observation;
  return { ...observation, acts: readActs(timeline, { app: place.app, owner: 'acme', rfc, heads, now: place.clock.now() }) };
}

/** A second passes between any two acts. */
function steps(...acts: (() => unknown)[]): void {
  for (const act of acts) {
    place.clock.advance(1000);
    act();
  }
}

const nameOf = (account: Account): string => account.login;
const told = (act: Act): string => [act.by.login, act.kind, 'of' in act ? (isTeam(act.of) ? act.of.team : nameOf(act.of)) : '', 'label' in act ? act.label : '', 'state' in act ? act.state : ''].join(' ').trim().replace(/ +/g, ' ');

describe('readActs', () => {
  it('tells all that was done to a pull request, in order', async () => {
    const { world } = place.standIn;
    const { number, branch } = aPullRequest();
    const on = { repo, number };
    steps(
      () => { world.addLabels({ ...on, by: 'alice', labels: ['RFC'] }); },
      () => { world.removeLabel({ ...on, by: 'alice', label: 'RFC' }); },
      () => { world.requestReviewers({ ...on, by: 'alice', reviewers: ['bob'], teams: ['core'] }); },
      () => { world.unrequestReviewers({ ...on, by: 'alice', teams: ['core'] }); },
      () => { world.assign({ ...on, by: 'bob', assignees: ['alice'] }); },
      () => { world.unassign({ ...on, by: 'bob', assignees: ['alice'] }); },
      () => world.comment({ ...on, by: 'carol', body: 'Why?' }),
      () => world.review({ ...on, by: 'bob', state: 'CHANGES_REQUESTED', body: 'Hm.' }),
      () => world.reviewComment({ ...on, by: 'carol', body: 'Here?', path: 'rfcs/0001.md', line: 1, side: 'RIGHT' }),
      () => { world.setDraft({ ...on, by: 'alice', isDraft: true }); },
      () => { world.setDraft({ ...on, by: 'alice', isDraft: false }); },
      () => { world.editRfc({ ...on, by: 'alice', title: 'A better proposal' }); },
      () => world.push({ repo, branch, by: 'bob', files: { 'rfcs/0001.md': '# Two\n' }, force: true }),
      () => { world.close({ ...on, by: 'alice' }); },
      () => { world.reopen({ ...on, by: 'bob' }); },
      () => { world.merge({ ...on, by: 'bob' }); },
    );
    const { acts, reviewers, assignees } = await observe(number);
    expect(acts.map(told)).toEqual([
      'alice opened', 'alice labelled RFC', 'alice unlabelled RFC', 'alice requested bob', 'alice requested acme/core', 'alice request-removed acme/core',
      'bob assigned alice', 'bob unassigned alice', 'carol comment', 'bob review changes-requested', 'carol review commented', 'carol review-comment',
      'alice drafted', 'alice readied', 'alice renamed', 'bob pushed', 'alice closed', 'bob reopened', 'bob merged', 'bob closed',
    ]);
    expect({ reviewers, assignees }).toEqual({ reviewers: [], assignees: [] });
  });

  it('sees whom somebody waits for now', async () => {
    const { number } = aPullRequest();
    place.standIn.world.requestReviewers({ repo, number, by: 'alice', reviewers: ['bob', 'carol'], teams: ['core'] });
    place.standIn.world.review({ repo, number, by: 'bob', state: 'APPROVED' });
    place.standIn.world.assign({ repo, number, by: 'alice', assignees: ['alice'] });
    const { reviewers, assignees } = await observe(number);
    expect(reviewers).toEqual([expect.objectContaining({ login: 'carol', isBot: false }), { team: 'acme/core' }]);
    expect(assignees).toMatchObject([{ login: 'alice' }]);
  });

  it('knows words by their hash, and whether somebody changed them', async () => {
    const { world } = place.standIn;
    const { number } = aPullRequest();
    const plain = world.comment({ repo, number, by: 'bob', body: '/dri take ✋' });
    const edited = world.comment({ repo, number, by: 'bob', body: 'First' });
    const review = world.review({ repo, number, by: 'bob', state: 'COMMENTED', body: 'First' });
    const gone = world.comment({ repo, number, by: 'bob', body: 'Gone' });
    steps(
      () => { world.editComment({ repo, commentId: edited.id, by: 'alice', body: 'Second' }); },
      () => { world.editReview({ repo, number, reviewId: review.id, by: 'alice', body: 'Second' }); },
      () => { world.deleteComment({ repo, commentId: gone.id, by: 'alice' }); },
    );
    const words = (await observe(number)).acts.filter((act) => act.kind === 'comment' || act.kind === 'review');
    expect(words.map(({ id, body, hash, isEdited }) => ({ id, body, hash, isEdited }))).toEqual([
      { id: plain.id, body: '/dri take ✋', hash: '7ab872ab87ead520', isEdited: false },
      { id: edited.id, body: 'Second', hash: '8b88a85089561b79', isEdited: true },
      { id: review.id, body: 'Second', hash: '8b88a85089561b79', isEdited: true },
    ]);
    expect(words[0]?.url).toContain(`#issuecomment-${plain.id}`);
  });

  it('keeps its own comments out, and marks what else it did', async () => {
    const { world } = place.standIn;
    const { number, pull } = aPullRequest();
    await applyWrite(place.github, address(number), { kind: 'create-comment', body: 'own' });
    await applyWrite(place.github, address(number), { kind: 'assign', login: 'bob' });
    await applyWrite(place.github, address(number), { kind: 'create-review-comment', commit: pull.head.sha, path: 'rfcs/0001.md', startLine: 1, line: 1, body: 'own' });
    world.comment({ repo, number, by: 'bob', body: '<!-- unpause:status --> not own' });
    const { acts, comments } = await observe(number);
    expect(acts.map(({ kind, isOwn }) => `${kind} ${isOwn}`)).toEqual(['opened false', 'comment false', 'assigned true', 'review true', 'review-comment true', 'pushed false']);
    expect(comments.map(({ body }) => body)).toEqual(['own']);
  });

  it('shows a review that was dismissed as such', async () => {
    const { world } = place.standIn;
    const { number } = aPullRequest();
    const { id: reviewId } = world.review({ repo, number, by: 'bob', state: 'APPROVED', body: 'Fine.' });
    world.dismissReview({ repo, number, reviewId, by: 'alice' });
    expect((await observe(number)).acts.map(told)).toEqual(['alice opened', 'bob review dismissed', 'alice pushed']);
  });

  it('keeps people by id when a login is renamed and registered anew', async () => {
    const { world } = place.standIn;
    const { id: dave } = world.addUser('dave');
    const { number } = world.openIssue({ repo, by: 'alice', title: 'A question' });
    world.comment({ repo, number, by: 'dave', body: 'one' });
    world.renameUser('dave', 'david');
    const { id: other } = world.addUser('dave');
    world.comment({ repo, number, by: 'dave', body: 'two' });
    const authors = (await observe(number)).acts.filter(({ kind }) => kind === 'comment').map(({ by }) => by);
    expect(authors).toEqual([{ id: dave, login: 'david', isBot: false }, { id: other, login: 'dave', isBot: false }]);
  });

  it('names the ghost where an account is gone', async () => {
    const { world } = place.standIn;
    world.addUser('erin');
    const { number } = world.openIssue({ repo, by: 'erin', title: 'A question' });
    world.comment({ repo, number, by: 'erin', body: 'one' });
    world.deleteUser('erin');
    expect((await observe(number)).acts.map(({ by }) => by)).toEqual([{ id: 10_137, login: 'ghost', isBot: false }, { id: 10_137, login: 'ghost', isBot: false }]);
  });
});

const app = { id: 1, slug: 'unpause', login: 'unpause[bot]' };
const alice = { id: 11, login: 'alice', type: 'User' };
const bob = { id: 12, login: 'bob', type: 'User' };
const author: Account = { id: 11, login: 'alice', isBot: false };
const [first, second] = ['a', 'b'].map((digit) => digit.repeat(40)) as [string, string];
const request = { app, owner: 'acme', rfc: { author, createdAt: '2026-01-01T00:00:00Z', head: { sha: second, fork: null } }, heads: [] as KnownHead[], now: new Date('2026-03-01T00:00:00Z') };
const read = (timeline: TimelineEvent[], parts: Partial<typeof request> = {}): string[] => readActs(timeline, { ...request, ...parts }).map((act) => `${act.at} ${told(act)}`);

describe('readActs: pushes', () => {
  const pushes = (timeline: TimelineEvent[], heads: KnownHead[] = []): string[] => readActs(timeline, { ...request, heads }).flatMap((act) => (act.kind === 'pushed' ? [`${act.at} ${act.by.login} ${act.sha[0]}`] : []));
  const forced: TimelineEvent = { event: 'head_ref_force_pushed', id: 5, actor: bob, commit_id: second, created_at: '2026-02-01T00:00:00Z' };

  it.each<[string, TimelineEvent[], KnownHead[], string[]]>([
    ['a head never seen, by this look', [], [], ['2026-03-01T00:00:00.000Z alice b']],
    ['a head seen before, by when it was', [], [{ sha: second, at: '2026-02-03T00:00:00Z' }], ['2026-02-03T00:00:00Z alice b']],
    ['each head that was seen', [], [{ sha: first, at: '2026-02-02T00:00:00Z' }, { sha: second, at: '2026-02-03T00:00:00Z' }], ['2026-02-02T00:00:00Z alice a', '2026-02-03T00:00:00Z alice b']],
    ['a head of which an event tells, by the event', [forced], [{ sha: second, at: '2026-02-03T00:00:00Z' }], ['2026-02-01T00:00:00Z bob b']],
    ['a head beside an event without a commit', [{ ...forced, commit_id: null }], [], ['2026-03-01T00:00:00.000Z alice b']],
    ['a head that was reviewed before it was seen, before the review', [{ event: 'reviewed', id: 6, user: bob, state: 'approved', commit_id: second, submitted_at: '2026-02-20T00:00:00Z' }], [], ['2026-02-19T23:59:59.000Z alice b']],
  ])('dates %s', (_case, timeline, heads, expected) => {
    expect(pushes(timeline, heads)).toEqual(expected);
  });

  it('knows none of an issue', () => {
    expect(read([], { rfc: { ...request.rfc, head: null as never } })).toEqual(['2026-01-01T00:00:00Z alice opened']);
  });
});

describe('readActs: what GitHub leaves out', () => {
  const at = '2026-02-01T00:00:00Z';

  it.each<[string, TimelineEvent]>([
    ['a review that is not sent', { event: 'reviewed', id: 1, user: bob, state: 'pending', submitted_at: null }],
    ['a review of an unknown kind', { event: 'reviewed', id: 1, user: bob, state: 'pondered', submitted_at: at }],
    ['a request for nobody that can be seen', { event: 'review_requested', id: 1, actor: bob, created_at: at }],
    ['a label without a name', { event: 'labeled', id: 1, actor: bob, created_at: at, label: {} }],
    ['a mention', { event: 'mentioned', id: 1, actor: bob, created_at: at }],
    ['an event of a later GitHub', { event: 'pondered', id: 1, actor: bob, created_at: at }],
    ['a name of an object\'s own', { event: 'constructor', id: 1, actor: bob, created_at: at }],
    ['an event without a moment', { event: 'closed', id: 1, actor: bob }],
  ])('makes no act of %s', (_case, event) => {
    expect(read([event])).toHaveLength(2);
  });

  it.each<[string, TimelineEvent, string]>([
    ['a comment', { event: 'commented', id: 1, user: null, body: 'x', created_at: at }, 'ghost comment'],
    ['a review', { event: 'reviewed', id: 1, user: null, body: null, state: 'approved', submitted_at: at }, 'ghost review approved'],
    ['a review comment', { event: 'line-commented', comments: [{ id: 1, user: null, created_at: at }] }, 'ghost review-comment'],
    ['an assignment', { event: 'assigned', id: 1, actor: null, assignee: null, created_at: at }, 'ghost assigned ghost'],
    ['an assignment that names who made it', { event: 'assigned', id: 1, actor: alice, assigner: bob, assignee: alice, created_at: at }, 'bob assigned alice'],
    ['a request that names who made it', { event: 'review_requested', id: 1, actor: alice, review_requester: bob, requested_reviewer: alice, created_at: at }, 'bob requested alice'],
  ])('says who it was: %s', (_case, event, expected) => {
    expect(read([event])[1]).toBe(`${at} ${expected}`);
  });

  it('puts what happened in one second in one order, whatever the order of the answer', () => {
    const events: TimelineEvent[] = [
      { event: 'assigned', id: 9, actor: bob, assignee: alice, created_at: at },
      { event: 'unassigned', id: 8, actor: bob, assignee: alice, created_at: at },
      { event: 'reviewed', id: 1, user: bob, state: 'commented', submitted_at: at },
      { event: 'commented', id: 7, user: bob, created_at: at },
      { event: 'commented', id: 6, user: alice, created_at: at },
    ];
    const kinds = ['alice comment', 'bob comment', 'bob unassigned alice', 'bob assigned alice', 'bob review commented'].map((one) => `${at} ${one}`);
    expect(read(events).slice(1, -1)).toEqual(kinds);
    expect(read([...events].reverse()).slice(1, -1)).toEqual(kinds);
    expect(read([{ event: 'labeled', id: 1, actor: bob, label: { name: 'RFC' }, created_at: request.rfc.createdAt }])[0]).toContain('opened');
  });

  it('fails rather than round an id', () => {
    expect(() => read([{ event: 'commented', id: 2n ** 60n, user: bob, created_at: at }])).toThrow('1152921504606846976');
  });
});
