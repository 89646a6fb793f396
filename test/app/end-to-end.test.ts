import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createGitHubApp } from '../../src/app/github-app.ts';
import { createLogger } from '../../src/app/log.ts';
import { redeliver } from '../../src/app/redeliver.ts';
import { installationOf, sendSigned } from '../support/app-in-town.ts';
import { databasesOfStories, type TestDatabase } from '../support/databases.ts';
import { aTown, checksOf, emptyConfig, labelsOf, ownComments, runApp, runsOf, slug, type RunningApp, type Town } from '../support/running-app.ts';

const owned = '# Rotate keys\n\n**Decision Owner**: @alice\n**Decide by**: 2026-12-01\n';
const ownerless = '# Rotate keys\n\nLet us rotate the keys.\n';
const path = 'rfcs/0001-keys.md';

describe.each(databasesOfStories)('the App on $name', (kind) => {
  let database: TestDatabase;
  let town: Town;
  let app: RunningApp;
  /** Each test has a repository of its own. */
  let repo = '';

  beforeAll(async () => {
    await kind.start();
    database = await kind.create();
    town = await aTown();
    town.newRepository(emptyConfig);
    app = await runApp(town, database);
  });
  afterEach(() => {
    town.assertClean();
  });
  afterAll(async () => {
    await app.stop();
    await town.close();
    await database.remove();
  });

  async function start(files: Record<string, string> = emptyConfig): Promise<Town['standIn']['world']> {
    repo = town.newRepository(files);
    await app.idle();
    return town.standIn.world;
  }

  /** Pushes a branch and opens a pull request from it. */
  async function propose(files: Record<string, string | null>, { labels = [], by = 'bob' }: { labels?: string[]; by?: string } = {}): Promise<number> {
    const { world } = town.standIn;
    world.push({ repo, by, branch: 'proposal', files });
    const { number } = world.openPullRequest({ repo, by, title: 'Rotate keys', head: 'proposal' });
    if (labels.length > 0) world.addLabels({ repo, number, by, labels });
    await app.idle();
    return number;
  }

  const checksAt = (sha: string): string[] => town.standIn.world.repository(repo).checkRuns.filter(({ headSha }) => headSha === sha).map((run) => `${run.name} = ${run.conclusion ?? run.status}`);
  const checks = (number: number): string[] => checksOf(town, repo, number);
  const runs = (number: number) => runsOf(town, repo, number);
  const labels = (number: number): string[] => labelsOf(town, repo, number);
  const comments = (number: number): string[] => ownComments(town, repo, number);

  it('fails a pull request without an owner, on the right line, with one comment', async () => {
    await start();
    const number = await propose({ [path]: ownerless }, { labels: ['RFC'] });

    expect(checks(number)).toEqual(['Unpause: document = failure']);
    expect(runs(number)[0]?.annotations[0]).toMatchObject({ path, start_line: 1, annotation_level: 'failure', title: 'Unpause: decision-owner-required' });
    expect(labels(number)).toEqual(['RFC', 'needs-decision-owner']);
    expect(comments(number)).toEqual([expect.stringContaining('**Who decides:** not named yet')]);
  });

  it('turns to success when a push names an owner, and edits the same comment', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless }, { labels: ['RFC'] });
    const before = world.issue(repo, number).comments[0]?.id;

    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    await app.idle();

    expect(checks(number)).toEqual(['Unpause: document = success']);
    expect(world.issue(repo, number).comments.map(({ id }) => id)).toEqual([before]);
    expect(comments(number)).toEqual([expect.stringContaining('**Who decides:** @\u200balice')]);
    expect(labels(number)).toEqual(['RFC']);
  });

  it('comments on an issue with the label, and cleans up when it is taken off', async () => {
    const world = await start();
    const { number } = world.openIssue({ repo, by: 'bob', title: 'Rotate keys', body: ownerless });
    world.addLabels({ repo, number, by: 'bob', labels: ['RFC'] });
    await app.idle();
    expect(labels(number)).toEqual(['RFC', 'needs-decision-owner']);
    expect(comments(number)).toHaveLength(1);

    world.removeLabel({ repo, number, by: 'bob', label: 'RFC' });
    await app.idle();
    expect(labels(number)).toEqual([]);
    expect(comments(number)).toEqual([]);
  });

  it('labels a pull request that changes a document, and again when the label is taken off', async () => {
    const world = await start();
    const number = await propose({ [path]: owned });
    expect(labels(number)).toEqual(['RFC']);

    world.removeLabel({ repo, number, by: 'bob', label: 'RFC' });
    await app.idle();
    expect(labels(number)).toEqual(['RFC']);
    expect(comments(number)).toHaveLength(1);
  });

  it('reports neutral on a pull request that is no RFC, and says nothing else', async () => {
    await start();
    const number = await propose({ 'src/a.ts': 'export {};\n' });
    expect(checks(number)).toEqual(['Unpause: document = neutral']);
    expect(labels(number)).toEqual([]);
    expect(comments(number)).toEqual([]);
  });

  it('serves a pull request from a fork, and runs its checks again by external id', async () => {
    const world = await start();
    world.fork({ repo, by: 'carol' });
    world.push({ repo: repo.replace(/^[^/]*/, 'carol'), by: 'carol', branch: 'proposal', files: { [path]: owned } });
    const { number } = world.openPullRequest({ repo, by: 'carol', title: 'Rotate keys', head: 'carol:proposal' });
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = success']);

    const [run] = runs(number);
    if (run === undefined) throw new Error('a check run');
    world.rerequestCheckRun({ repo, by: 'alice', checkRunId: run.id });
    await app.idle();
    expect(runs(number)).toHaveLength(2);
    world.rerequestCheckSuite({ repo, by: 'alice', checkSuiteId: run.suite.id });
    await app.idle();
    expect(runs(number)).toHaveLength(3);
    expect(checks(number)).toEqual(['Unpause: document = success']);
  });

  it('reports on a merge group what the worst of its pull requests says', async () => {
    const world = await start();
    const number = await propose({ [path]: owned });
    const group = world.enqueue({ repo, number, by: 'alice' });
    await app.idle();
    expect(checksAt(group.head)).toEqual(['Unpause: document = success']);

    const run = world.repository(repo).checkRuns.find(({ headSha }) => headSha === group.head);
    world.rerequestCheckRun({ repo, by: 'alice', checkRunId: run?.id ?? 0 });
    await app.idle();
    expect(world.repository(repo).checkRuns.filter(({ headSha }) => headSha === group.head)).toHaveLength(2);
  });

  it('fails a merge group for what is ahead of its own pull request', async () => {
    const world = await start();
    const bad = await propose({ [path]: ownerless });
    world.push({ repo, by: 'bob', branch: 'other', files: { 'rfcs/0002-logs.md': owned } });
    const { number: good } = world.openPullRequest({ repo, by: 'bob', title: 'Keep logs', head: 'other' });
    await app.idle();
    world.enqueue({ repo, number: bad, by: 'alice' });
    const group = world.enqueue({ repo, number: good, by: 'alice' });
    await app.idle();
    expect(checks(good)).toEqual(['Unpause: document = success']);
    expect(checksAt(group.head)).toEqual(['Unpause: document = failure']);
  });

  it('finds a merge group that nobody told of in a sweep', async () => {
    const world = await start();
    const number = await propose({ [path]: owned });
    town.standIn.faults.deliveries({ kind: 'lose' });
    const group = world.enqueue({ repo, number, by: 'alice' });
    await app.idle();
    town.standIn.faults.clear();
    expect(checksAt(group.head)).toEqual([]);

    await sendSigned(town, { event: 'installation', payload: { action: 'new_permissions_accepted', installation: { id: installationOf(town, repo) } } });
    await app.idle();
    expect(checksAt(group.head)).toEqual(['Unpause: document = success']);
  });

  it('suggests once where the click is lost, and sent again by redeliver', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    const [run] = runs(number);
    if (run === undefined) throw new Error('a check run');
    town.standIn.faults.deliveries({ kind: 'lose' });
    world.clickButton({ repo, checkRunId: run.id, identifier: 'insert-missing', by: 'alice' });
    await app.idle();
    town.standIn.faults.clear();
    const suggested = () => world.pullRequest(repo, number).pull.reviewComments.length;
    expect(suggested()).toBe(0);

    const { appId, privateKey, standIn } = town;
    const github = await createGitHubApp({ credentials: { appId, privateKey }, apiUrl: standIn.url, log: await createLogger({ level: 'fatal', format: 'json' }) }).asApp();
    const told: string[] = [];
    for (const expected of [1, 0]) {
      told.length = 0;
      await redeliver(github, { since: new Date(0), isDryRun: false, onRedelivery: ({ event, action }) => told.push(`${event} ${action ?? ''}`) });
      await app.idle();
      expect(told.filter((name) => name === 'check_run requested_action')).toHaveLength(expected);
      expect(suggested()).toBe(1);
    }
  });

  it('keeps the label for a missing owner under the name that the config gives it', async () => {
    await start({ '.github/unpause.yml': 'labels: {needs-decision-owner: who decides}\n' });
    const number = await propose({ [path]: ownerless });
    expect(labels(number)).toEqual(['RFC', 'who decides']);
  });

  it('suggests what is missing when the button is clicked, once', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    const [run] = runs(number);
    if (run === undefined) throw new Error('a check run');
    world.clickButton({ repo, checkRunId: run.id, identifier: 'insert-missing', by: 'alice' });
    await app.idle();
    world.editRfc({ repo, number, by: 'bob', title: 'Rotate all keys' });
    await app.idle();

    const { reviewComments } = world.pullRequest(repo, number).pull;
    expect(reviewComments.map(({ path: at, line, body, author }) => ({ at, line, author: author.login, suggests: body.includes('```suggestion\n\n**Decision Owner**: [Name here]\n') }))).toEqual([
      { at: path, line: 2, author: `${slug}[bot]`, suggests: true },
    ]);
  });

  it('keeps the last valid config in force, and says where the mistake is', async () => {
    const world = await start({ '.github/unpause.yml': 'label: Proposal\n' });
    world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': 'label: Proposal\nlabels: [1\n' } });
    const number = await propose({ [path]: owned });

    expect(labels(number)).toEqual(['Proposal']);
    expect(runs(number).at(-1)?.summary).toMatch(/so the last valid config is in force\. .*line \d+, column \d+/);
  });

  it('fails a pull request that would break the config, on its line', async () => {
    await start();
    const number = await propose({ '.github/unpause.yml': 'label: RFC\npaus: {}\n' });
    expect(checks(number)).toEqual(['Unpause: document = failure']);
    expect(runs(number)[0]?.annotations).toMatchObject([{ path: '.github/unpause.yml', start_line: 2 }]);
  });

  it('finds 3 documents among 300 changed files', async () => {
    await start();
    const code = Object.fromEntries(Array.from({ length: 297 }, (_, index) => [`src/${index}.ts`, `export const x = ${index};\n`]));
    const number = await propose({ ...code, 'rfcs/1.md': owned, 'rfcs/2.md': ownerless, 'docs/adr/3.md': owned });
    expect(runs(number)[0]).toMatchObject({ title: '1 error, 1 advice in 3 documents' });
  });

  it('sends 120 findings in three requests', async () => {
    const config = 'lint:\n  rules:\n    required-sections: [error, {sections: [' + Array.from({ length: 120 }, (_, index) => `Part ${index}`).join(', ') + ']}]\n';
    await start({ '.github/unpause.yml': config });
    const number = await propose({ [path]: owned });
    expect(runs(number)[0]?.annotations).toHaveLength(120);
    const writes = town.standIn.requests.filter(({ method, path: asked }) => method !== 'GET' && asked.startsWith(`/repos/${repo}/check-runs`));
    expect(writes).toHaveLength(3);
  });

  it('shows checks alone in a repository without a config, and says what it would do', async () => {
    await start({});
    const number = await propose({ [path]: ownerless }, { labels: ['RFC'] });
    expect(checks(number)).toEqual(['Unpause: document = failure']);
    expect(runs(number)[0]?.summary).toContain('it would also');
    expect(labels(number)).toEqual(['RFC']);
    expect(comments(number)).toEqual([]);
  });

  it('inherits from the organisation, which switches nothing on', async () => {
    town.newRepository({ '.github/unpause.yml': 'label: Proposal\n' }, 'globex/.github');
    repo = town.newRepository({}, 'globex/rfcs');
    town.install('globex');
    await app.idle();
    const number = await propose({ [path]: owned }, { labels: ['Proposal'] });
    expect(checks(number)).toEqual(['Unpause: document = success']);
    expect(comments(number)).toEqual([]);
  });

  it('is quiet on a draft until it is ready', async () => {
    const world = await start();
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: ownerless } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title: 'Rotate keys', head: 'proposal', draft: true });
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = failure']);
    expect(comments(number)).toEqual([]);

    world.setDraft({ repo, number, by: 'bob', isDraft: false });
    await app.idle();
    expect(comments(number)).toHaveLength(1);
  });

  it('writes nothing more when nothing changed', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    const writes = () => town.standIn.requests.filter(({ method, path: asked }) => method !== 'GET' && asked.startsWith(`/repos/${repo}/`)).length;
    const before = writes();
    world.comment({ repo, number, by: 'bob', body: 'A thought.' });
    await app.idle();
    expect(writes()).toBe(before);
  });

  it('rebuilds a record that somebody edited, and says so', async () => {
    const world = await start();
    const number = await propose({ [path]: owned });
    const [comment] = world.issue(repo, number).comments;
    if (comment === undefined) throw new Error('a status comment');
    world.editComment({ repo, commentId: comment.id, by: 'alice', body: comment.body.replace('firstSeenAt":"20', 'firstSeenAt":"19') });
    await app.idle();
    expect(comments(number)).toEqual([expect.stringContaining('had been edited by somebody else, so it was rebuilt')]);
  });

  it('takes nobody else’s comment for its own', async () => {
    const world = await start();
    const forged = '<!-- unpause:status -->\nAll is decided.\n\n<!-- unpause:record {} -->';
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title: 'Rotate keys', head: 'proposal' });
    world.comment({ repo, number, by: 'carol', body: forged });
    await app.idle();
    expect(world.issue(repo, number).comments.map(({ body }) => body === forged)).toContain(true);
    expect(comments(number)).toHaveLength(1);
  });

  it('fills an empty database again by sweeping', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    await app.stop();
    await database.remove();
    database = await kind.create();
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    await town.standIn.deliveries.settled();

    app = await runApp(town, database);
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = success']);
    expect(comments(number)).toEqual([expect.stringContaining('alice')]);
  });

  it('looks again at everything when the config changes', async () => {
    const world = await start();
    const number = await propose({ [path]: '# Rotate keys\n\n**Reviewer**: @alice\n' });
    expect(checks(number)).toEqual(['Unpause: document = failure']);
    world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': 'lint:\n  owner:\n    aliases: [Reviewer]\n' } });
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = success']);
  });

  it.each([403, 404, 451] as const)('asks no more for a repository that is answered with %d, until the installation is back', async (status) => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    world.setBlocked(repo, status);
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    await app.idle();
    const asked = () => town.standIn.requests.filter(({ path: at }) => at.startsWith(`/repos/${repo}`)).length;
    const before = asked();
    await app.stop();
    app = await runApp(town, database);
    await app.idle();
    expect(asked()).toBe(before);

    world.setBlocked(repo, null);
    expect(await sendSigned(town, { event: 'installation', payload: { action: 'unsuspend', installation: { id: installationOf(town, repo) } } })).toBe(202);
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = success']);
    expect(await app.deadLetters()).toBe(0);
  });

  it('sees what happened while its installation was suspended', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    const place = { slug, account: repo.replace(/\/.*/, '') };
    world.comment({ repo, number, by: 'bob', body: 'The last word that it is told.' });
    town.standIn.apps.suspend(place);
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    await app.idle();
    expect(checks(number)).toEqual([]);

    town.standIn.apps.unsuspend(place);
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = success']);
    expect(await app.deadLetters()).toBe(0);
  });

  it('leaves a repository alone that GitHub blocks, and takes it up again with its next event', async () => {
    const world = await start();
    const number = await propose({ [path]: ownerless });
    world.setBlocked(repo, 451);
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    await app.idle();
    expect(await app.deadLetters()).toBe(0);

    world.setBlocked(repo, null);
    world.comment({ repo, number, by: 'bob', body: 'It is back.' });
    await app.idle();
    expect(checks(number)).toEqual(['Unpause: document = success']);
  });
});
