import { beforeAll, describe, expect, it } from '@jest/globals';
import { forget, type ForgetReport } from '../../src/app/forget.ts';
import { sweepWithToken } from '../../src/app/sweep-with-token.ts';
import { workflowBot } from '../../src/github/app-identity.ts';
import type { Issue } from '../../src/demo/github/state/repository.ts';
import { statusMarker } from '../../src/decision/markers.ts';
import { installationToken } from '../demo/edge/a-stand-in.ts';
import { workflowPermissions } from '../support/a-workflow.ts';
import { someDatabase as kind } from '../support/databases.ts';
import { aRepository, closeAll, propose, write } from '../support/rfc-scene.ts';
import { slug } from '../support/running-app.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';

const day = 24 * 3_600_000;
const config = 'stewards: {pool: [erin]}\nprinciples: [{id: data-stays-local, text: User data stays on the device.}]\n';

describe('unpause forget, for the App', () => {
  const time = useAppInTime(kind);

  async function forgotten(repo: string, login: string, isDryRun = false): Promise<ForgetReport['places'][number] | undefined> {
    const { standIn, appId, privateKey } = time.town;
    const request = { login, id: null, repository: null, apiUrl: standIn.url, userAgent: 'unpause-test', credentials: { appId, privateKey }, token: null, ...time.database().options };
    const { places } = await forget({ ...request, isDryRun });
    return places.find(({ repository }) => repository === repo);
  }

  const issuesIn = (repo: string): Issue[] => [...time.town.standIn.world.repository(repo).issues.values()].filter((issue) => issue !== null);
  const openedIn = (repo: string): Issue[] => issuesIn(repo).filter(({ author }) => author.login === `${slug}[bot]`);
  const ownWords = (repo: string, bots = [`${slug}[bot]`]): string =>
    issuesIn(repo).flatMap((issue) => [issue, ...issue.comments]).filter(({ author }) => bots.includes(author.login)).map(({ body }) => body ?? '').join('\n');

  it('takes people out of a question about a principle, and it is not asked once more', async () => {
    const repo = aRepository(time.town, { '.github/unpause.yml': config });
    for (const [index, login] of ['alice', 'bob', 'carol'].entries()) {
      const scene = propose(time.town, repo, { branch: `proposal-${index}` });
      await time.settle();
      write(scene, login, '/tension data-stays-local It kept the backup from working.');
      await time.settle();
    }
    closeAll(time.town);
    for (const { number } of openedIn(repo)) time.town.standIn.world.reopen({ repo, number, by: 'alice' });
    await time.settle();
    const [question] = openedIn(repo);
    expect(question?.body).toMatch(/\.\d+\.erin -->\n[^]*@\u200bcarol/);
    const foreseen = await forgotten(repo, 'carol', true);
    expect(foreseen?.rewritten.filter((url) => url.endsWith(`/issues/${question?.number ?? 0}`))).toHaveLength(1);
    expect(question?.body).toMatch(/carol/);
    expect(await forgotten(repo, 'carol')).toEqual(foreseen);
    await forgotten(repo, 'erin');
    expect(ownWords(repo)).not.toMatch(/carol|erin/);
    expect((await forgotten(repo, 'carol'))?.rewritten).toEqual([]);
    await time.pass(day);
    await time.sweep(repo);
    expect(openedIn(repo).map(({ number, body }) => [number, body?.split('\n')[0]])).toEqual([[question?.number, expect.stringMatching(/^<!-- unpause:event principle\.data-stays-local\.1\.[a-z0-9]+\.0\.former-participant -->$/)]]);
  });

  describe('where the Action was at work before', () => {
    const account = 'acme-late';
    const repo = `${account}/rfcs`;

    beforeAll(async () => {
      const { standIn } = time.town;
      const { world, apps } = standIn;
      time.town.newRepository({ '.github/unpause.yml': config }, repo);
      world.setRole({ repo, login: 'carol', role: 'triage' });
      const app = apps.register({ slug: 'github-actions', name: 'GitHub Actions', webhookUrl: null, webhookSecret: null, permissions: workflowPermissions, events: [] });
      const token = await installationToken({ standIn, app }, apps.install({ slug: 'github-actions', account, repositories: 'all' }).id);
      const sweep = async () => await sweepWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: account, repo: 'rfcs', isDryRun: false, scope: { kind: 'all' }, assumedOwner: null, now: time.now });
      const scene = propose(time.town, repo);
      await sweep();
      for (const words of ['/dri fly', '/object It is too long.']) write(scene, 'carol', words);
      // What another workflow wrote is not Unpause's.
      world.comment({ repo, number: scene.number, by: workflowBot, body: 'Thanks for the review, @carol!' });
      await time.pass(60_000);
      await sweep();
      time.town.install(account);
      write(scene, 'alice', '/decide anyway accept It is time.');
      await time.pass(60_000);
      world.merge({ repo, number: scene.number, by: 'alice' });
      await time.pass(60_000);
    });

    it('says where GitHub does not let it write, and rewrites the rest', async () => {
      const { faults } = time.town.standIn;
      const theirs = issuesIn(repo).flatMap(({ comments }) => comments).filter(({ author, body }) => author.login === workflowBot && body.startsWith(statusMarker));
      faults.next({ match: { method: 'PATCH', test: ({ path }) => path.endsWith(`/issues/comments/${theirs[0]?.id ?? 0}`) }, kind: 403 });
      const found = await forgotten(repo, 'carol');
      expect(found?.left).toEqual([{ url: expect.stringMatching(new RegExp(`#issuecomment-${theirs[0]?.id ?? 0}$`)), reason: expect.stringContaining('403') }]);
      expect(theirs[0]?.body).toMatch(/carol/);
      expect(ownWords(repo)).not.toMatch(/carol/);
    });

    it('takes people out of the Action’s comments too, and out of nobody else’s', async () => {
      await forgotten(repo, 'carol');
      expect(ownWords(repo, [`${slug}[bot]`, workflowBot]).match(/.*carol.*/g)).toEqual(['Thanks for the review, @carol!']);
    });
  });
});
