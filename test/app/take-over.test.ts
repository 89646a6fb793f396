import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkLog, openLogWithToken } from '../../src/app/log-with-token.ts';
import { sweepWithToken } from '../../src/app/sweep-with-token.ts';
import type { Issue } from '../../src/demo/github/state/repository.ts';
import { workflowBot } from '../../src/github/app-identity.ts';
import { statusMarker } from '../../src/decision/markers.ts';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { installationToken } from '../demo/edge/a-stand-in.ts';
import { workflowPermissions } from '../support/a-workflow.ts';
import type { AppInTime } from '../support/app-in-time.ts';
import { someDatabase } from '../support/databases.ts';
import { calledIn, propose, reactionsTo, recordIn, statusesIn, write, type Scene } from '../support/rfc-scene.ts';
import { slug } from '../support/running-app.ts';
import { doublesIn } from '../support/shown.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

const account = 'acme-late';
const config = 'dri:\n  pool: [carol]\nescalation:\n  path: [erin]\n';

/** A repository whose account has the Action, and no App yet. */
async function anActionIn(time: AppInTime, text: string): Promise<{ repo: string; sweep: () => Promise<SweepReport> }> {
  const { standIn } = time.town;
  const { world, apps } = standIn;
  const repo = time.town.newRepository({ '.github/unpause.yml': text }, `${account}/rfcs`);
  for (const login of ['carol', 'dan', 'erin']) {
    if (world.findAccount(login) === undefined) world.addUser(login);
    world.setRole({ repo, login, role: 'triage' });
  }
  const actions = apps.register({ slug: 'github-actions', name: 'GitHub Actions', webhookUrl: null, webhookSecret: null, permissions: workflowPermissions, events: [] });
  const token = await installationToken({ standIn, app: actions }, apps.install({ slug: 'github-actions', account, repositories: 'all' }).id);
  const parts = { token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: account, repo: 'rfcs' };
  return { repo, sweep: async () => await sweepWithToken({ ...parts, isDryRun: false, scope: { kind: 'all' }, assumedOwner: null, now: time.now }) };
}

describe('the App, where the Action was at work', () => {
  const time = useAppInTime(someDatabase);
  let sweep: () => Promise<SweepReport>;
  let scene: Scene;

  beforeAll(async () => {
    ({ sweep } = await anActionIn(time, config));
  });

  function byWorkflow({ town, repo, number }: Scene): string[] {
    return town.standIn.world.issue(repo, number).comments.filter(({ author }) => author.login === workflowBot).map(({ body }) => body);
  }

  it('goes on where that one was, answers nothing twice, and the Action steps back', async () => {
    scene = propose(time.town, `${account}/rfcs`);
    await sweep();
    await time.until('03-05T10:00');
    await sweep();
    const old = [write(scene, 'carol', '/dri take'), write(scene, 'bob', '/dri fly')];
    await time.pass(60_000);
    await sweep();
    old.push(write(scene, 'carol', '/dri hand @dan The survey is done, the text is not.'));
    await time.pass(60_000);
    await sweep();
    old.push(write(scene, 'alice', '/decide accept Yearly it is.'), write(scene, 'dan', '/object It is too long.'));
    await time.pass(60_000);
    await sweep();
    const before = byWorkflow(scene);
    expect(before.map((body) => /<!-- unpause:(?:event )?([a-z]+)/.exec(body)?.[1])).toEqual(['status', 'nudge', 'reply', 'hand']);

    time.town.install(account);
    await time.pass(60_000);
    expect(calledIn(scene)).toEqual([]);
    expect(old.map(reactionsTo)).toEqual(old.map(() => []));
    const [status, ...others] = statusesIn(scene);
    expect(others).toEqual([]);
    expect(status?.body).toMatch(/\[An older status comment\]\(http[^)]*#issuecomment-\d+\) by `github-actions\[bot\]` is not kept up any more: this one counts\./);
    const record = recordIn(scene);
    expect(record?.terms.map(({ holder, how }) => [holder.login, how])).toEqual([['carol', 'taken'], ['dan', 'handed']]);
    expect(record?.decisions.map(({ why, texts }) => [why, texts])).toEqual([['Yearly it is.', []]]);
    expect(record?.objections.map(({ by }) => by.login)).toEqual(['dan']);
    expect(record?.calls.map(({ stage }) => stage)).toEqual(['nudge']);

    const { rfcs, notes } = await sweep();
    expect(rfcs).toMatchObject([{ outcome: 'stepped-back', effects: [] }]);
    expect(notes).toEqual([expect.stringContaining('Stepped back: Unpause is at work in this repository as unpause[bot]')]);
    expect(byWorkflow(scene)).toEqual(before);

    const next = write(scene, 'alice', '/decide confirm');
    await time.pass(60_000);
    expect(reactionsTo(next)).toEqual(['+1']);
    await time.until('03-06T10:00');
    await sweep();
    expect(recordIn(scene)?.decisions[0]?.confirmed?.texts).toHaveLength(1);
    expect(statusesIn(scene)).toHaveLength(1);
    expect(byWorkflow(scene).filter((body) => body.startsWith(statusMarker))).toHaveLength(1);
    expect(doublesIn(time.town, scene.repo)).toEqual([]);
    expect(calledIn(scene)).toEqual([]);
  });

  it('keeps the record that the log is read from, whatever is written in the older one', async () => {
    write(scene, 'alice', '/reopen There is news.');
    await time.pass(60_000);
    write(scene, 'alice', '/decide anyway reject Another way.');
    await time.pass(60_000);
    const { standIn, privateKey } = time.town;
    const older = standIn.world.issue(scene.repo, scene.number).comments.find(({ author, body }) => author.login === workflowBot && body.startsWith(statusMarker));
    standIn.world.editComment({ repo: scene.repo, commentId: older?.id ?? 0, by: 'alice', body: older?.body.replace('\n', '\nMind the other one. ') ?? '' });
    const { rfcs } = await openLogWithToken({ token: standIn.apps.userToken('alice'), apiUrl: standIn.url, userAgent: 'unpause-test', owner: account, repo: 'rfcs', privateKey, now: time.now });
    const checked = [];
    for await (const { entries, faults, isAltered } of checkLog(rfcs)) checked.push({ decisions: entries.map(({ n, result, why }) => [n, result, why]), faults, isAltered });
    expect(checked).toEqual([{ decisions: [[2, 'rejected', 'Another way.'], [1, 'superseded', 'Yearly it is.']], faults: [], isAltered: false }]);
  });
});

describe('the App, where the Action spoke to the stewards', () => {
  const time = useAppInTime(someDatabase);
  const principle = (text: string) => `stewards: {pool: [carol]}\nprinciples: [{id: data-stays-local, text: ${text}}]\nretrospective: {every: month}\n`;

  function noticesIn(repo: string): object[] {
    return [...time.town.standIn.world.repository(repo).issues.values()]
      .filter((issue): issue is Issue => issue?.author.type === 'Bot')
      .map(({ title, author, state, comments }) => ({ title, by: author.login, state, comments: comments.map(({ author: { login }, body }) => [login, body.split('\n')[0]]) }));
  }

  it('opens nothing a second time, and answers what that one asked once, though it was cut off', async () => {
    const { repo, sweep } = await anActionIn(time, '');
    const { world } = time.town.standIn;
    const { number: digest } = world.openIssue({ repo, by: 'alice', title: 'Digest', body: 'Weekly.' });
    const configure = (text: string) => world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': `${principle(text)}digest: {issue: ${digest}}\n` } });
    configure('User data stays on the device.');
    for (const login of ['alice', 'bob', 'carol']) write(propose(time.town, repo, { branch: `of-${login}` }), login, '/tension data-stays-local It kept the backup from working.');
    await sweep();
    await time.until('04-06T10:00');
    await sweep();
    const question = { title: 'Does this principle still fit? data-stays-local', by: workflowBot, state: 'open', comments: [] };
    const retrospective = { title: 'How did we decide in March 2026?', by: workflowBot, state: 'open', comments: [] };
    expect(noticesIn(repo)).toEqual([question, retrospective]);
    const digests = () => world.issue(repo, digest).comments.map(({ author, body }) => [author.login, body.split('\n')[0]]);
    expect(digests()).toEqual([[workflowBot, '<!-- unpause:event digest.2026-W15 -->']]);

    time.town.install(account);
    for (let times = 0; times < 2; times += 1) {
      await time.pass(3_600_000);
      await time.sweep(repo);
    }
    expect(noticesIn(repo)).toEqual([question, retrospective]);
    expect(digests()).toHaveLength(1);
    let isCut = false;
    const isClose = ({ path }: { path: string }) => path.startsWith(`/repos/${repo}/issues/`) && (isCut = true);
    time.town.standIn.faults.next({ match: { method: 'PATCH', test: isClose }, kind: 403 });
    configure('User data stays with its owner.');
    await time.pass(3_600_000);
    await time.sweep(repo);
    expect(isCut).toBe(true);
    expect(noticesIn(repo)).toEqual([{ ...question, state: 'closed', comments: [[`${slug}[bot]`, expect.stringContaining('unpause:event')]] }, retrospective]);
  });
});
