import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkLog, openLogWithToken } from '../../src/app/log-with-token.ts';
import { sweepWithToken, workflowBot } from '../../src/app/sweep-with-token.ts';
import { statusMarker } from '../../src/decision/markers.ts';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { installationToken } from '../demo/edge/a-stand-in.ts';
import { workflowPermissions } from '../support/a-workflow.ts';
import { anAppInTime, type AppInTime } from '../support/app-in-time.ts';
import { someDatabase as kind, type TestDatabase } from '../support/databases.ts';
import { calledIn, propose, reactionsTo, recordIn, statusesIn, write, type Scene } from '../support/rfc-scene.ts';
import { doublesIn } from '../support/shown.ts';

const account = 'acme-late';
const config = 'dri:\n  pool: [carol]\nescalation:\n  path: [erin]\n';

describe('the App, where the Action was at work', () => {
  let database: TestDatabase;
  let time: AppInTime;
  let token: string;
  let scene: Scene;

  beforeAll(async () => {
    await kind.start();
    database = await kind.create();
    time = await anAppInTime(database);
    const { world, apps } = time.town.standIn;
    const repo = time.town.newRepository({ '.github/unpause.yml': config }, `${account}/rfcs`);
    for (const login of ['carol', 'dan', 'erin']) {
      if (world.findAccount(login) === undefined) world.addUser(login);
      world.setRole({ repo, login, role: 'triage' });
    }
    const app = apps.register({ slug: 'github-actions', name: 'GitHub Actions', webhookUrl: null, webhookSecret: null, permissions: workflowPermissions, events: [] });
    token = await installationToken({ standIn: time.town.standIn, app }, apps.install({ slug: 'github-actions', account, repositories: 'all' }).id);
  });
  afterAll(async () => {
    await time.close();
    await database.remove();
  });

  async function sweep(): Promise<SweepReport> {
    const parts = { token, apiUrl: time.town.standIn.url, userAgent: 'unpause-test', owner: account, repo: 'rfcs' };
    return await sweepWithToken({ ...parts, isDryRun: false, scope: { kind: 'all' }, assumedOwner: null, now: time.now });
  }

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
    old.push(write(scene, 'carol', '/dri hand @dan The survey is done, the text is not.'), write(scene, 'alice', '/decide accept Yearly it is.'), write(scene, 'dan', '/object It is too long.'));
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
