import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applyWrite } from '../../src/github/apply.ts';
import { createClient } from '../../src/github/client.ts';
import { observeRfc, type ObserveOptions, type RfcObservation } from '../../src/github/observe-rfc.ts';
import { address, aPlace, observing, repo, type APlace } from './a-place.ts';
import { startServer } from './a-server.ts';
import { MemoryCache } from './memory-cache.ts';

let place: APlace;
let branches = 0;

beforeAll(async () => {
  place = await aPlace();
});

beforeEach(() => {
  place.clock.advance(60_000);
});

afterAll(async () => {
  await place.close();
});

/** A branch with these changes, and a pull request for it. */
function aPullRequest(files: Record<string, string | null>, parts: { body?: string; draft?: boolean } = {}) {
  const { world } = place.standIn;
  const branch = `proposal-${branches += 1}`;
  world.push({ repo, branch, by: 'alice', files });
  return { branch, ...world.openPullRequest({ repo, by: 'alice', title: 'A proposal', head: branch, ...parts }) };
}

async function observe(number: number, parts: Partial<ObserveOptions> = {}): Promise<RfcObservation> {
  const result = await observeRfc(place.github, address(number), observing(place.app, parts));
  if (!result.ok) throw new Error(`Unexpected ${result.reason}, expected an observation`);
  return result.observation;
}

/** What a look asked, by the routes' own names. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const { requests } = place.standIn;
  const before = requests.length;
  await work();
  return requests.slice(before).map(({ method, template }) => `${method} ${template ?? '?'}`).filter((one) => !one.includes('access_tokens'));
}

describe('observeRfc', () => {
  it('sees a pull request with its documents, and where their diff can be spoken about', async () => {
    const { number, pull } = aPullRequest({ 'rfcs/0001.md': '# One\n\nDecision Owner: @alice\n', 'notes.txt': 'x' }, { body: 'Why' });
    const { rfc, files, configFile } = await observe(number);
    expect(rfc).toMatchObject({
      kind: 'pull-request', number, title: 'A proposal', body: 'Why', author: { login: 'alice', isBot: false },
      isOpen: true, isMerged: false, isDraft: false, labels: [], head: { sha: pull.head.sha, fork: null },
    });
    expect(files).toEqual([{ path: 'rfcs/0001.md', blob: expect.stringMatching(/^[0-9a-f]{40}$/), diff: [{ start: 1, end: 3 }], url: expect.stringContaining('rfcs/0001.md') }]);
    expect(configFile).toBeNull();
  });

  it('sees a fork, a draft, and a merge', async () => {
    const { world } = place.standIn;
    const fork = world.fork({ repo, by: 'carol' });
    world.push({ repo: `carol/${fork.name}`, branch: 'mine', by: 'carol', files: { 'rfcs/fork.md': 'x\n' } });
    const { number } = world.openPullRequest({ repo, by: 'carol', title: 'From a fork', head: 'carol:mine' });
    expect((await observe(number)).rfc).toMatchObject({ head: { fork: `carol/${fork.name}` }, author: { login: 'carol' } });
    expect((await observe(aPullRequest({ 'rfcs/draft.md': 'x\n' }, { draft: true }).number)).rfc.isDraft).toBe(true);
    world.merge({ repo, number, by: 'alice' });
    expect((await observe(number)).rfc).toMatchObject({ isOpen: false, isMerged: true });
  });

  it('sees an issue', async () => {
    const { number } = place.standIn.world.openIssue({ repo, by: 'bob', title: 'A question', body: null });
    const { rfc, files, checkRuns } = await observe(number);
    expect(rfc).toMatchObject({ kind: 'issue', number, body: '', author: { login: 'bob' }, head: null });
    expect({ files, checkRuns }).toEqual({ files: [], checkRuns: [] });
  });

  it('sees the config as the pull request leaves it', async () => {
    const { number } = aPullRequest({ '.github/unpause.yml': 'label: proposal\n' });
    const { files, configFile } = await observe(number);
    expect(configFile).toEqual({ path: '.github/unpause.yml', blob: expect.any(String) });
    expect(files).toEqual([]);
  });

  it('finds 3 documents among 300 files, and none that is taken away', async () => {
    const files = Object.fromEntries(Array.from({ length: 297 }, (_, index) => [`src/${index}.ts`, `${index}\n`]));
    const { number, branch } = aPullRequest({ ...files, 'rfcs/a.md': 'a\n', 'rfcs/b.md': 'b\n', 'rfcs/z/c.md': 'c\n' });
    expect((await observe(number)).files.map(({ path }) => path)).toEqual(['rfcs/a.md', 'rfcs/b.md', 'rfcs/z/c.md']);
    place.standIn.world.push({ repo, branch, by: 'alice', files: { 'rfcs/b.md': null } });
    expect((await observe(number)).files.map(({ path }) => path)).toEqual(['rfcs/a.md', 'rfcs/z/c.md']);
  });

  it.each([
    ['changes them', { 'rfcs/raced.md': 'after\n', 'rfcs/new.md': 'x\n' }],
    ['takes them away', { 'rfcs/raced.md': null }],
  ])('sees the documents of the head that it read, though a push %s meanwhile', async (_, files) => {
    const { number, branch, pull } = aPullRequest({ 'rfcs/raced.md': 'before\n' });
    const still = await observe(number);
    const head = pull.head.sha;
    const github = await place.connect({
      onRequest: ({ url }) => {
        if (url.endsWith(`/pulls/${number}`)) place.standIn.world.push({ repo, branch, by: 'alice', files });
      },
    });
    const observed = await observeRfc(github, address(number), observing(place.app));
    expect(observed).toMatchObject({ observation: { rfc: { head: { sha: head } }, files: still.files } });
    expect(pull.head.sha).not.toBe(head);
  });

  it('knows its own comments and check runs from everybody else\'s', async () => {
    const { number, pull } = aPullRequest({ 'rfcs/own.md': 'x\n' });
    const { world } = place.standIn;
    world.comment({ repo, number, by: 'bob', body: '<!-- unpause:status --> mine' });
    await applyWrite(place.github, address(number), { kind: 'create-comment', body: '<!-- unpause:status --> own' });
    const content = { name: 'Unpause: document', headSha: pull.head.sha, externalId: `rfc-${number}-x`, title: 't', summary: 's', buttons: [], detailsUrl: null, conclusion: 'success' } as const;
    await applyWrite(place.github, address(number), { kind: 'create-check-run', content: { ...content, annotations: [] } });
    const { comments, checkRuns } = await observe(number);
    expect(comments).toEqual([{ id: expect.any(Number), body: '<!-- unpause:status --> own', createdAt: expect.any(String), url: expect.stringContaining(`#issuecomment-`) }]);
    expect(checkRuns).toEqual([{ id: expect.any(Number), name: 'Unpause: document', externalId: `rfc-${number}-x`, isCompleted: true, annotations: 0 }]);
    expect((await observeRfc(place.github, address(number), observing({ id: 999, slug: 'other', login: 'other[bot]' })))).toMatchObject({ observation: { comments: [], checkRuns: [] } });
  });

  it('sees what a person did last, and not what it did itself', async () => {
    const { number } = aPullRequest({ 'rfcs/activity.md': 'x\n' });
    place.clock.advance(600_000);
    place.standIn.world.comment({ repo, number, by: 'bob', body: 'I think so too.' });
    const said = place.clock.now().toISOString().replace(/\.\d+Z/, 'Z');
    place.clock.advance(600_000);
    await applyWrite(place.github, address(number), { kind: 'create-comment', body: 'own' });
    expect((await observe(number)).rfc.lastHumanActivityAt).toBe(said);
  });

  it('finds its own comment on what is no RFC any more', async () => {
    const { number } = place.standIn.world.openIssue({ repo, by: 'bob', title: 'Was an RFC' });
    await applyWrite(place.github, address(number), { kind: 'create-comment', body: 'own' });
    expect((await observe(number)).comments).toMatchObject([{ body: 'own' }]);
  });

  it('reads all the comments, however many pages they are', async () => {
    const { number } = aPullRequest({ 'rfcs/long.md': 'x\n' });
    for (let index = 0; index < 230; index += 1) place.standIn.world.comment({ repo, number, by: 'bob', body: `${index}` });
    await applyWrite(place.github, address(number), { kind: 'create-comment', body: 'own' });
    expect((await observe(number)).comments.map(({ body }) => body)).toEqual(['own']);
  });

  it('asks five questions about a pull request, and fewer where they do not matter', async () => {
    const { number } = aPullRequest({ 'rfcs/cost.md': 'x\n' });
    const plain = aPullRequest({ 'notes.md': 'x\n' });
    const issue = place.standIn.world.openIssue({ repo, by: 'bob', title: 'A question' });
    const common = ['GET /repos/{owner}/{repo}/issues/{issue_number}', 'GET /repos/{owner}/{repo}/pulls/{pull_number}', 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files'];
    expect((await asked(async () => await observe(number))).sort()).toEqual([
      'GET /repos/{owner}/{repo}/commits/{ref}/check-runs', common[0], 'GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', common[1], common[2],
    ]);
    expect((await asked(async () => await observe(plain.number))).sort()).toEqual(['GET /repos/{owner}/{repo}/commits/{ref}/check-runs', ...common]);
    expect(await asked(async () => await observe(issue.number))).toEqual([common[0]]);
    place.standIn.world.addLabels({ repo, number: issue.number, by: 'bob', labels: ['RFC'] });
    expect(await asked(async () => await observe(issue.number))).toHaveLength(2);
  });

  it('counts nothing at a second look, where nothing changed', async () => {
    const { number } = aPullRequest({ 'rfcs/again.md': 'x\n' });
    const statuses: (number | null)[] = [];
    const github = await place.connect({ cache: new MemoryCache(), onRequest: ({ url, status }) => { if (!url.endsWith('access_tokens')) statuses.push(status); } });
    const first = await observeRfc(github, address(number), observing(place.app));
    expect(await observeRfc(github, address(number), observing(place.app))).toEqual(first);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 304, 304, 304, 304, 304]);
    place.clock.advance(60_000);
    place.standIn.world.comment({ repo, number, by: 'bob', body: 'News' });
    expect(await observeRfc(github, address(number), observing(place.app))).not.toEqual(first);
  });

  it('says what GitHub does not show', async () => {
    const { world } = place.standIn;
    const { number } = world.openIssue({ repo, by: 'bob', title: 'Gone soon' });
    world.deleteIssue({ repo, number, by: 'alice' });
    const options = observing(place.app);
    expect(await observeRfc(place.github, address(number), options)).toEqual({ ok: false, reason: 'missing' });
    expect(await observeRfc(place.github, address(99_999), options)).toEqual({ ok: false, reason: 'missing' });
    expect(await observeRfc(place.github, { ...address(1), name: 'nothing' }, options)).toEqual({ ok: false, reason: 'missing' });
    for (const [status, reason] of [[451, 'blocked'], [404, 'missing']] as const) {
      world.setBlocked(repo, status);
      expect(await observeRfc(place.github, address(1), options)).toEqual({ ok: false, reason });
    }
    world.setBlocked(repo, null);
  });

  it('fails where GitHub does not answer, and answers nothing in its place', async () => {
    const { number } = aPullRequest({ 'rfcs/down.md': 'x\n' });
    place.standIn.faults.next({ kind: 503, times: 3, match: { template: '/repos/{owner}/{repo}/issues/{issue_number}/timeline' } });
    await expect(observe(number)).rejects.toMatchObject({ kind: 'unavailable', seen: expect.stringContaining('/timeline') });
  });

  it('takes an issue that was moved to another repository for gone', async () => {
    const moved = { number: 4, title: 't', body: 'b', html_url: 'https://github.com/acme/other/issues/4', user: null, state: 'open', labels: [], created_at: '', updated_at: '', comments: 0, repository_url: 'x/repos/acme/other' };
    const server = await startServer(({ path }) => (path.startsWith('/repos/acme/rfcs') ? { status: 301, headers: { location: '/repositories/5/issues/4' } } : { status: 200, body: moved }));
    const github = createClient({ token: 't', apiUrl: server.url, userAgent: 'unpause-test' });
    expect(await observeRfc(github, address(7), observing(place.app))).toEqual({ ok: false, reason: 'missing' });
    await server.stop();
  });
});
