import { describe, expect, it } from '@jest/globals';
import { openSeals } from '../../src/app/record-seal.ts';
import { sweepOnce } from '../../src/app/sweep-once.ts';
import { workflowBot } from '../../src/github/app-identity.ts';
import { newRecord, renderRecordLine } from '../../src/decision/record.ts';
import { createClient } from '../../src/github/client.ts';
import { day, effects, useSweeps } from './a-sweep.ts';

const hour = 3_600_000;
const our = useSweeps();

describe('sweepWithToken', () => {
  it('shows the plans in a dry run, with their reasons, and writes nothing', async () => {
    const number = our.anIssue();
    const report = await our.sweep({ isDryRun: true });

    expect(report).toMatchObject({ version: 1, repository: 'acme/rfcs', bot: workflowBot, dryRun: true, left: [], notes: [] });
    expect(report.rfcs).toMatchObject([{ number, title: 'Rotate keys', outcome: 'planned', reason: null, effects: ['bring the status comment up to date'], withheld: [] }]);
    expect(report.rfcs[0]?.explanation.slice(0, 2)).toEqual(['rfc', 'open']);
    expect(report.rfcs[0]?.wakeAt).not.toBeNull();
    expect(our.place.writes()).toBe(0);
  });

  it('keeps a status comment, and changes nothing the second time', async () => {
    const number = our.anIssue();
    await our.sweep();
    expect(our.own(number)).toEqual([expect.stringContaining('<!-- unpause:status -->')]);
    const before = our.place.writes();
    expect(effects(await our.sweep())).toEqual({ [number]: [] });
    expect(our.place.writes()).toBe(before);
  });

  it('shows a person what the workflow would do, and writes nothing in their name', async () => {
    const number = our.anIssue();
    const token = our.place.userToken('alice');
    expect(await our.sweep({ token, isDryRun: true })).toMatchObject({ bot: workflowBot, rfcs: [{ number, outcome: 'planned' }], notes: [expect.stringContaining("The token is alice's")] });
    await expect(our.sweep({ token })).rejects.toThrow('GITHUB_TOKEN is a token of alice, expected one of a bot');
    expect(our.place.writes()).toBe(0);
  });

  it('shows nothing but checks where nobody has consented', async () => {
    const repo = our.place.addRepository('quiet', {});
    const { world } = our.place.standIn;
    world.push({ repo, by: 'alice', branch: 'keys', files: { 'rfcs/1.md': '# Keys\n\n**Decision Owner**: @bob\n' } });
    const { number } = world.openPullRequest({ repo, by: 'alice', title: 'Keys', head: 'keys' });
    world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
    const { rfcs } = await our.sweep({ repo: 'quiet' });
    expect(rfcs).toMatchObject([{ effects: ['report the check “Unpause: document” as success (findings)'], withheld: ['bring the status comment up to date'] }]);
    expect(our.place.commentsBy(workflowBot, number, repo)).toEqual([]);
  });

  it('recognises a pull request by its document, and settles it after the merge', async () => {
    const { world } = our.place.standIn;
    const { repo } = our.place;
    world.push({ repo, by: 'alice', branch: 'keys', files: { 'rfcs/1.md': '# Keys\n\n**Decision Owner**: @bob\n' } });
    const { number } = world.openPullRequest({ repo, by: 'alice', title: 'Keys', head: 'keys' });
    await our.sweep();
    expect(world.issue(repo, number).labels.map(({ name }) => name)).toEqual(['RFC']);
    world.merge({ repo, number, by: 'alice' });
    our.place.clock.advance(hour);
    expect(effects(await our.sweep())[number]).toContain('ask bob whether the decision stands');
  });

  it('moves a silent RFC on: nudge, temporary DRI, escalation, each once, then silence', async () => {
    const number = our.anIssue();
    expect(await our.callsOver(30, number)).toEqual([
      'nudge alice and bob',
      'ask carol to be temporary DRI',
      'assign carol',
      'ask frida to help decide',
      'take carol off as assignee',
      'say that a steward is needed',
    ]);
  });

  it('goes with people from silence to a decision', async () => {
    const number = our.anIssue();
    expect(await our.callsOver(9, number)).toEqual(['nudge alice and bob', 'ask carol to be temporary DRI', 'assign carol']);
    our.says(number, 'carol', "I'll take temporary DRI on this.");
    expect(await our.callsOver(1, number)).toEqual(['react with 👍 to a comment']);
    our.says(number, 'carol', '/dri hand @frida The key length is open; alice prefers 90 days.');
    expect(await our.callsOver(1, number)).toEqual(['react with 👍 to a comment', 'tell frida what the next temporary DRI needs to know', 'take carol off as assignee', 'assign frida']);
    our.says(number, 'frida', '/escalate to @alice We need a word on the cost.');
    expect(await our.callsOver(1, number)).toEqual(['react with 👍 to a comment', 'ask alice to help decide']);
    our.says(number, 'bob', '/decide accept Ninety days it is.');
    expect(await our.callsOver(1, number)).toEqual(['react with 👍 to a comment', 'take frida off as assignee']);
    expect(our.own(number).find((body) => body.startsWith('<!-- unpause:status -->'))).toContain('Ninety days it is.');
    const before = our.place.writes();
    expect(await our.callsOver(9, number)).toEqual([]);
    expect(our.place.writes()).toBe(before);
  });

  it('asks somebody else who is away, or has the role elsewhere', async () => {
    const repo = our.place.addRepository('fair', { '.github/unpause.yml': 'dri:\n  pool: [carol, frida]\n  max-active: 1\n' });
    const settled = our.anIssue({ repo });
    our.says(settled, 'carol', '/dri away until 2027-06-01', repo);
    await our.sweep({ repo: 'fair' });
    our.place.standIn.world.close({ repo, number: settled, by: 'alice' });
    const [one, other] = [our.anIssue({ repo }), our.anIssue({ repo })];
    const seen: string[] = [];
    for (let days = 0; days < 9; days += 1) {
      our.place.clock.advance(day);
      seen.push(...(await our.sweep({ repo: 'fair' })).rfcs.flatMap(({ number, effects: its }) => its.filter((effect) => effect.includes('temporary DRI')).map((effect) => `${number} ${effect}`)));
    }
    // Frida has one; the other waits for somebody, and in the end for a steward.
    expect(seen).toEqual([expect.stringMatching(new RegExp(`^(${one}|${other}) ask frida to be temporary DRI$`))]);
  });
});

describe('a sweep that cannot do everything', () => {
  it('stops at 600 requests, says so, and begins elsewhere the next time', async () => {
    const numbers = [our.anIssue(), our.anIssue(), our.anIssue()];
    const { standIn, clock } = our.place;
    const asked: number[] = [];
    const once = async (random: number) => {
      let made = 0;
      const github = createClient({ token: our.place.token, apiUrl: standIn.url, userAgent: 'unpause-test', onRequest: () => { made += 1; } });
      const bot = { id: null, slug: 'github-actions', login: workflowBot };
      const report = await sweepOnce({ github, bot, owner: 'acme', repo: 'rfcs', isDryRun: true, scope: { kind: 'all' }, requests: () => made + 585, now: () => clock.now(), random: () => random });
      asked.push(...report.rfcs.map(({ number }) => number));
      return report;
    };
    const first = await once(0);
    expect(first.left).toHaveLength(numbers.length - first.rfcs.length);
    expect(first.notes).toEqual([expect.stringMatching(/^Stopped after \d+ requests, with \d left to look at/)]);
    await once(0.4);
    await once(0.7);
    expect(new Set(asked)).toEqual(new Set(numbers));
  });

  it('says what failed, and looks at the others', async () => {
    const [broken, fine] = [our.anIssue(), our.anIssue()];
    our.place.standIn.faults.next({ kind: 502, times: Infinity, match: { test: ({ path }) => path.endsWith(`/issues/${broken}`) } });
    const { rfcs } = await our.sweep();
    expect(rfcs.map(({ number, outcome, reason }) => [number, outcome, reason !== null])).toEqual([[broken, 'failed', true], [fine, 'done', false]]);
  });

  it('says whose members it is not shown', async () => {
    const repo = our.place.addRepository('teams', { '.github/unpause.yml': 'dri:\n  pool: ["@acme/core"]\n' });
    our.place.standIn.world.addTeam({ org: 'acme', slug: 'core', members: ['carol'] });
    our.anIssue({ repo });
    expect((await our.sweep({ repo: 'teams' })).notes).toEqual(['GitHub does not show this token who is in acme/core, so nobody could be asked or counted as a member of it.']);
  });
});

describe('a status comment', () => {
  it('by another bot makes the sweep step back', async () => {
    const number = our.anIssue();
    await our.place.tokenOf('unpause');
    our.says(number, 'unpause[bot]', '<!-- unpause:status -->\nHere.\n<!-- unpause:record {} -->');
    const { rfcs, notes } = await our.sweep();
    expect(rfcs).toMatchObject([{ number, outcome: 'stepped-back', effects: [] }]);
    expect(notes).toEqual([expect.stringContaining('Stepped back: Unpause is at work in this repository as unpause[bot]')]);
    expect(our.place.writes()).toBe(0);
  });

  it('that the same App keeps from its server makes the sweep step back', async () => {
    const number = our.anIssue();
    our.says(number, workflowBot, `<!-- unpause:status -->\nHere.\n${renderRecordLine(newRecord('2026-11-20T09:00:00Z'), () => 'Zm9v')}`);
    expect((await our.sweep()).rfcs).toMatchObject([{ number, outcome: 'stepped-back', reason: expect.stringContaining('a server under the same name keeps the status here') }]);
    expect(our.place.writes()).toBe(0);
  });

  it('pasted by a person is nobody else at work, and no record', async () => {
    const number = our.anIssue();
    our.says(number, 'alice', '<!-- unpause:status -->\nHere.\n<!-- unpause:record {} -->');
    expect((await our.sweep()).rfcs).toMatchObject([{ number, outcome: 'done' }]);
    expect(our.own(number)).toHaveLength(1);
  });

  it('is rebuilt where somebody changed its record', async () => {
    const number = our.anIssue();
    await our.sweep();
    our.edit(number, (body) => body.replace(/"firstSeenAt":"[^"]*"/, '"firstSeenAt":"2020-01-01T00:00:00Z"'));
    await our.sweep();
    expect(our.own(number)[0]).not.toContain('2020-01-01');
    expect(our.own(number)[0]).toContain('"reason":"altered"');
  });

  it('says only what somebody wrote, even where its seal is right', async () => {
    const number = our.anIssue();
    await our.sweep();
    const { id } = our.place.standIn.world.repository(our.place.repo);
    const bob = our.place.standIn.world.account('bob').id;
    const by = { id: bob, login: 'bob' };
    const source = { in: 'comment', id: 999_999, by: bob, hash: '0'.repeat(16) } as const;
    const at = '2026-11-23T09:01:00.000Z';
    const forged = { ...newRecord(at), decisions: [{ n: 1, outcome: 'accept' as const, by, owner: by, why: 'Forged.', at, source, texts: [], confirmed: null, reopened: null, under: null, reviewed: null }] };
    our.edit(number, (body) => body.replace(/<!-- unpause:record .*$/, renderRecordLine(forged, openSeals(id, number))));
    await our.sweep();
    expect(our.own(number)[0]).not.toContain('Forged.');
  });
});
