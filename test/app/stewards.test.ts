import { afterEach, describe, expect, it } from '@jest/globals';
import type { Issue } from '../../src/demo/github/state/repository.ts';
import type { AppInTime } from '../support/app-in-time.ts';
import { databasesOfStories } from '../support/databases.ts';
import { aRepository, closeAll, propose, write } from '../support/rfc-scene.ts';
import { chatAddress, slug } from '../support/running-app.ts';
import { useAppInTime } from '../support/use-app-in-time.ts';
import { spokenTo } from '../render/spoken-to.ts';

const hour = 3_600_000;
const day = 24 * hour;

const configOf = (principles: string, more = '') => ({ '.github/unpause.yml': `stewards: {pool: [erin]}\n${principles}${more}` });
const local = 'principles: [{id: data-stays-local, text: User data stays on the device.}]\n';

/** What Unpause opened in a repository, as people see it. */
function opened(time: AppInTime, repo: string): Issue[] {
  const { issues } = time.town.standIn.world.repository(repo);
  return [...issues.values()].filter((issue): issue is Issue => issue !== null && issue.author.login === `${slug}[bot]`);
}

function shown({ title, body, state, assignees, comments }: Issue): object {
  return { title, state, mentions: spokenTo(body ?? '').mentioned, assignees: assignees.map(({ login }) => login), comments: comments.map((comment) => comment.body.split('\n')[1]) };
}

describe.each(databasesOfStories)('the stewards of a repository, on $name', (kind) => {
  const inChat: string[] = [];
  const time = useAppInTime(kind, {
    sendToChat: async (address, body) => {
      expect(address).toBe(chatAddress);
      inChat.push((body as { text: string }).text);
      return await Promise.resolve({ isSent: true, mayTryAgain: false, reason: '' });
    },
  });
  afterEach(async () => {
    time.town.assertClean();
    expect(await time.app().deadLetters()).toBe(0);
    closeAll(time.town);
    await time.settle();
  });

  async function reportTensions(repo: string): Promise<void> {
    for (const [index, login] of ['alice', 'bob', 'carol'].entries()) {
      const scene = propose(time.town, repo, { branch: `proposal-${index}` });
      await time.settle();
      write(scene, login, '/tension data-stays-local It kept the backup from working.');
      await time.settle();
    }
  }

  it('are asked about a principle in tension, and the config answers them', async () => {
    const repo = aRepository(time.town, configOf(local));
    await reportTensions(repo);
    const question = { title: 'Does this principle still fit? data-stays-local', state: 'open', mentions: ['erin'], assignees: ['erin'], comments: [] };
    expect(opened(time, repo).map(shown)).toEqual([question]);
    await time.pass(day);
    expect(opened(time, repo).map(shown)).toEqual([question]);
    time.town.standIn.world.push({ repo, by: 'alice', branch: 'main', files: configOf(local.replace('on the device', 'with its owner')) });
    await time.settle();
    const answered = { ...question, state: 'closed', comments: ['The principle `data-stays-local` has new words:'] };
    expect(opened(time, repo).map(shown)).toEqual([answered]);
    await time.pass(day);
    expect(opened(time, repo).map(shown)).toEqual([answered]);
  });

  it('are answered by a pull request that changes the principle and closes the question', async () => {
    const { world } = time.town.standIn;
    const repo = aRepository(time.town, configOf(local));
    await reportTensions(repo);
    const [question] = [...world.repository(repo).issues.values()].filter((issue) => issue?.title.startsWith('Does this principle'));
    world.close({ repo, number: question?.number ?? 0, by: 'alice' });
    world.push({ repo, by: 'alice', branch: 'main', files: configOf(local.replace('on the device', 'with its owner')) });
    await time.settle();
    await time.pass(day);
    await time.sweep(repo);
    expect(opened(time, repo).map(shown)).toMatchObject([{ state: 'closed', comments: ['The principle `data-stays-local` has new words:'] }]);
    expect(opened(time, repo)[0]?.body?.split('\n')[0]).toMatch(/\.changed -->$/);
  });

  it('are asked in the morning about what was reported at night', async () => {
    await time.pass(12 * hour);
    const repo = aRepository(time.town, configOf(local));
    await reportTensions(repo);
    expect(opened(time, repo)).toEqual([]);
    await time.morning();
    await time.sweep(repo);
    expect(opened(time, repo)).toHaveLength(1);
  });

  it('look back at a month once, with what there is to talk about', async () => {
    const repo = aRepository(time.town, configOf(local, 'retrospective: {every: month}\n'));
    const scene = propose(time.town, repo);
    await time.settle();
    time.town.standIn.world.merge({ repo, number: scene.number, by: 'alice' });
    await time.settle();
    expect(opened(time, repo)).toEqual([]);
    await time.until('04-01T10:00');
    await time.sweep(repo);
    expect(opened(time, repo).map(shown)).toEqual([{ title: 'How did we decide in March 2026?', state: 'open', mentions: ['erin'], assignees: ['erin'], comments: [] }]);
    expect(opened(time, repo)[0]?.body).toMatch(/Perhaps worth talking about:\*\*\n\n- \[Rotate keys\]\([^)]*\) \(merged before a decision was written down\): it was merged, and nobody wrote down who decided, and why\n/);
    await time.pass(day);
    await time.sweep(repo);
    expect(opened(time, repo)).toHaveLength(1);
  });

  it('have a digest every week, on an issue and in a chat', async () => {
    const { world } = time.town.standIn;
    const repo = aRepository(time.town, {});
    const { number } = world.openIssue({ repo, by: 'alice', title: 'Digest', body: 'Weekly.' });
    world.push({ repo, by: 'alice', branch: 'main', files: configOf(local, `digest: {issue: ${number}}\n`) });
    await time.settle();
    propose(time.town, repo);
    await time.settle();
    inChat.length = 0;
    for (const at of ['04-06T10:00', '04-06T11:00', '04-08T10:00', '04-13T10:00']) {
      await time.until(at);
      await time.sweep(repo);
    }
    const digests = world.issue(repo, number).comments.map(({ body }) => body);
    expect(digests.map((body) => body.split('\n')[0])).toEqual(['<!-- unpause:event digest.2026-W15 -->', '<!-- unpause:event digest.2026-W16 -->']);
    expect(digests[0]).toMatch(/\[Rotate keys\]\(/);
    expect(spokenTo(digests.join('\n')).mentioned).toEqual([]);
    const ours = inChat.filter((text) => text.includes(repo));
    expect(ours.map((text) => /Decisions in week \d+ of 2026/.exec(text)?.[0])).toEqual(['Decisions in week 15 of 2026', 'Decisions in week 16 of 2026']);
  });

  it('ask what became of the principles that did not fit, and name nobody for it', async () => {
    const repo = aRepository(time.town, configOf(local, 'retrospective: {every: month}\n'));
    const scene = propose(time.town, repo);
    await time.settle();
    const { id } = write(scene, 'carol', '/tension data-stays-local It kept the *backup* from working.');
    await time.settle();
    await time.until('05-04T10:00');
    await time.sweep(repo);
    const body = opened(time, repo).find(({ title }) => title === 'How did we decide in April 2026?')?.body ?? '';
    expect(body).toMatch(new RegExp(`\\*\\*Where a principle did not fit:\\*\\*\\n\\n- \`data-stays-local\`, \\[RFC ${scene.number}\\]\\([^)]*#issuecomment-${id}\\): .*backup.*\\n`));
    expect(body).toContain('What principle broke down? What did we learn? How do we evolve it?');
    expect(body).not.toContain('carol');
  });

  it('talk about a decision of another month that was reversed, and decided anew', async () => {
    const repo = aRepository(time.town, configOf(local, 'retrospective: {every: month}\n'));
    const scene = propose(time.town, repo, { text: '# Rotate keys\n\n**Decision Owner**: @alice\n' });
    const say = async (body: string) => {
      write(scene, 'alice', body);
      await time.settle();
    };
    await say('/decide accept Yearly it is.');
    await time.until('06-04T10:00');
    await say('/outcome reversed It did not hold.');
    await say('/reopen It did not hold.');
    await say('/decide reject Another way.');
    await time.until('07-01T10:00');
    await time.sweep(repo);
    const body = opened(time, repo).find(({ title }) => title === 'How did we decide in June 2026?')?.body ?? '';
    expect(body).toMatch(/worth talking about:\*\*\n\n- \[Rotate keys\]\([^)]*\) \(replaced by a later decision\): it was reversed when its owner looked back at it and it was opened again\n/);
    expect(body).toContain('1 decision, and 1 look back at a decision');
  });
});
