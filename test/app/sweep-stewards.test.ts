import { text as textOf } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { forget } from '../../src/app/forget.ts';
import { openLogWithToken, wholeLog } from '../../src/app/log-with-token.ts';
import { logText } from '../../src/app/whole-log.ts';
import { workflowBot } from '../../src/github/app-identity.ts';
import type { Asked } from '../../src/demo/github/edge/faults.ts';
import type { Issue } from '../../src/demo/github/state/repository.ts';
import { jsonLog } from '../../src/render/log/log-json.ts';
import { spokenTo } from '../render/spoken-to.ts';
import { day, useSweeps } from './a-sweep.ts';

const local = '[{id: data-stays-local, text: User data stays on the device.}]';
const configOf = (principles: string, more = '') => `dri: {pool: [carol]}\nstewards: {pool: [frida]}\nprinciples: ${principles}\n${more}`;

describe('a sweep without a server, for the stewards', () => {
  const sweeps = useSweeps();
  const { sweep, anIssue, says } = sweeps;

  function configure(text: string): void {
    const { repo, standIn } = sweeps.place;
    standIn.world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': text } });
  }

  /** The bot's own issues, as people see them. */
  function opened(): object[] {
    const { issues } = sweeps.place.standIn.world.repository(sweeps.place.repo);
    return [...issues.values()]
      .filter((issue): issue is Issue => issue?.author.login === workflowBot)
      .map(({ title, body, state, assignees, comments }) => ({ title, state, mentions: spokenTo(body ?? '').mentioned, assignees: assignees.map(({ login }) => login), comments: comments.map((comment) => comment.body.split('\n')[1]) }));
  }

  async function threeTensions(): Promise<void> {
    for (const login of ['alice', 'bob', 'carol']) says(anIssue(), login, '/tension data-stays-local It kept the backup from working.');
    await sweep();
  }

  /** What is written about issues and their comments is made, and its answer lost. */
  async function sweepCutOff(): Promise<void> {
    const test = ({ method, path }: Asked): boolean => /^(?:POST|PATCH)$/.test(method) && /\/issues(?:\/\d+(?:\/comments)?)?$/.test(path);
    sweeps.place.standIn.faults.next({ match: { test }, kind: 'reset', moment: 'after' });
    await sweep();
    sweeps.place.standIn.faults.clear();
  }

  async function threeTensionsCutOff(): Promise<void> {
    for (const login of ['alice', 'bob', 'carol']) says(anIssue(), login, '/tension data-stays-local It kept the backup from working.');
    for (let times = 0; times < 6; times += 1) await sweepCutOff();
  }

  async function questionsInLog(): Promise<string[]> {
    const { standIn, token, clock } = sweeps.place;
    const log = wholeLog(await openLogWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: 'acme', repo: 'rfcs', privateKey: null, now: () => clock.now() }));
    const { principleReviews } = JSON.parse(await textOf(Readable.from(logText(jsonLog, log)))) as { principleReviews: { principle: string; ending: string }[] };
    return principleReviews.map(({ principle, ending }) => `${principle} ${ending}`);
  }

  const question = { title: 'Does this principle still fit? data-stays-local', state: 'open', mentions: ['frida'], assignees: ['frida'], comments: [] };

  it('asks whether a principle still fits, once, and closes it with the config', async () => {
    configure(configOf(local));
    await threeTensions();
    expect(opened()).toEqual([question]);
    const before = sweeps.place.writes();
    expect((await sweep()).stewards).toEqual({ effects: [], withheld: [] });
    expect(sweeps.place.writes()).toBe(before);
    configure(configOf('[]'));
    const { stewards } = await sweep();
    expect(stewards?.effects).toEqual(['note on #4 how the config answered it', 'close #4, as the principle was removed']);
    expect(opened()).toEqual([{ ...question, state: 'closed', comments: [expect.stringContaining('does not hold this principle any more')] }]);
    expect((await sweep()).stewards?.effects).toEqual([]);
    expect(await questionsInLog()).toEqual(['data-stays-local removed']);
  });

  it('asks once, though whom it asked is forgotten', async () => {
    configure(configOf(local));
    await threeTensions();
    const { standIn, token, repo, userToken } = sweeps.place;
    const request = { login: 'frida', id: null, repository: { owner: 'acme', repo: 'rfcs' }, apiUrl: standIn.url, userAgent: 'unpause-test', credentials: null, databaseUrl: null, dataDir: '/nowhere' };
    const { places } = await forget({ ...request, isDryRun: false, token });
    expect(places).toEqual([{ repository: repo, rewritten: [expect.stringMatching(/\/issues\/4$/)], left: [] }]);
    await expect(forget({ ...request, isDryRun: false, token: userToken('alice') })).rejects.toThrow('expected one of the bot');
    expect(opened()).toEqual([{ ...question, mentions: [] }]);
    expect((await sweep()).stewards).toEqual({ effects: [], withheld: [] });
  });

  it('notes the change of a pull request that closed the question itself, once', async () => {
    configure(configOf(local));
    await threeTensions();
    configure(configOf(local.replace('device', 'phone')));
    sweeps.place.standIn.world.close({ repo: sweeps.place.repo, number: 4, by: 'alice' });
    for (let times = 0; times < 3; times += 1) await sweepCutOff();
    expect(opened()).toEqual([{ ...question, state: 'closed', comments: [expect.stringContaining('has new words')] }]);
    expect((await sweep()).stewards?.effects).toEqual([]);
    expect(await questionsInLog()).toEqual(['data-stays-local changed']);
  });

  it('keeps that people closed the question and kept the principle, also when it changes later', async () => {
    configure(configOf(local));
    await threeTensions();
    sweeps.place.standIn.world.close({ repo: sweeps.place.repo, number: 4, by: 'alice' });
    sweeps.place.clock.advance(day / 24);
    expect((await sweep()).stewards?.effects).toEqual(['keep in #4 that the principle was kept']);
    sweeps.place.clock.advance(day);
    configure(configOf('[]'));
    expect((await sweep()).stewards?.effects).toEqual([]);
    expect(opened()).toEqual([{ ...question, state: 'closed' }]);
    expect(await questionsInLog()).toEqual(['data-stays-local kept']);
  });

  it('does nothing twice, wherever a sweep is cut off', async () => {
    configure(configOf(local));
    await threeTensionsCutOff();
    expect(opened()).toEqual([question]);
    configure(configOf('[]'));
    for (let times = 0; times < 3; times += 1) await sweepCutOff();
    expect(opened()).toEqual([{ ...question, state: 'closed', comments: [expect.anything()] }]);
  });

  it('says what it would do, and does nothing, in a dry run', async () => {
    configure(configOf(local));
    for (const login of ['alice', 'bob', 'carol']) says(anIssue(), login, '/tension data-stays-local It did not fit.');
    await sweep();
    const asked = opened();
    configure(configOf(local.replace('device', 'phone')));
    const before = sweeps.place.writes();
    expect((await sweep({ isDryRun: true })).stewards?.effects).toHaveLength(2);
    expect([opened(), sweeps.place.writes()]).toEqual([asked, before]);
  });

  it('knows the tensions on RFCs that were closed long before', async () => {
    configure(configOf(local));
    const { repo, standIn, clock } = sweeps.place;
    for (const login of ['alice', 'bob']) {
      const number = anIssue();
      says(number, login, '/tension data-stays-local It did not fit.');
      await sweep();
      standIn.world.close({ repo, number, by: 'alice' });
      await sweep();
    }
    clock.advance(14 * day);
    says(anIssue(), 'carol', '/tension data-stays-local It did not fit.');
    await sweep();
    expect(opened()).toEqual([question]);
  });

  it('looks back at a month, once', async () => {
    configure(configOf('[]', 'retrospective: {every: month}\n'));
    says(anIssue(), 'bob', '/decide accept It is time.');
    await sweep();
    expect(opened()).toEqual([]);
    sweeps.place.clock.advance(8 * day);
    await sweep();
    const retrospective = { title: 'How did we decide in November 2026?', state: 'open', mentions: ['frida'], assignees: ['frida'], comments: [] };
    expect(opened()).toEqual([retrospective]);
    sweeps.place.clock.advance(day);
    await sweep();
    expect(opened()).toEqual([retrospective]);
  });

  it('looks back also at a decision of another month that was reversed, and decided anew', async () => {
    configure(configOf('[]', 'retrospective: {every: month}\n'));
    const rfc = anIssue();
    const say = async (body: string) => {
      says(rfc, 'bob', body);
      await sweep();
    };
    await say('/decide accept It is time.');
    sweeps.place.clock.advance(14 * day);
    await say('/outcome reversed It did not hold.');
    await say('/reopen It did not hold.');
    await say('/decide reject Another way.');
    sweeps.place.clock.advance(30 * day);
    await sweep();
    const { issues } = sweeps.place.standIn.world.repository(sweeps.place.repo);
    const december = [...issues.values()].find((issue) => issue?.title === 'How did we decide in December 2026?')?.body ?? '';
    expect(december).toContain('it was reversed when its owner looked back at it and it was opened again');
    expect(december).toContain('1 decision, and 1 look back at a decision');
  });

  it('writes a digest every week on its issue', async () => {
    const { repo, standIn, clock } = sweeps.place;
    const { number } = standIn.world.openIssue({ repo, by: 'alice', title: 'Digest', body: 'Weekly.' });
    configure(configOf('[]', `digest: {issue: ${number}}\n`));
    const rfc = anIssue();
    await sweep();
    expect(sweeps.own(number)).toEqual([]);
    clock.advance(7 * day);
    for (let times = 0; times < 2; times += 1) await sweep();
    expect(sweeps.own(number)).toEqual([expect.stringMatching(/^<!-- unpause:event digest\.2026-W49 -->\n\*\*Decisions in week 49 of 2026\*\*[^]*\[Rotate keys\]/)]);
    expect(spokenTo(sweeps.own(number).join('')).mentioned).toEqual([]);
    says(rfc, 'bob', '/decide accept It is time.');
    clock.advance(7 * day);
    await sweep();
    expect(sweeps.own(number)).toHaveLength(2);
    expect(sweeps.own(number)[1]).toMatch(/\*\*Decided:\*\*\n\n- \[Rotate keys\]\([^)]*\) \(accepted\)/);
  });

  it('says where the issue of the digest is not to be found', async () => {
    configure(configOf('[]', 'digest: {issue: 77}\n'));
    expect((await sweep()).notes).toContainEqual(expect.stringContaining('the digest has no issue: acme/rfcs#77'));
  });
});
