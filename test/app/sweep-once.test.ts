import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSeals } from '../../src/app/record-seal.ts';
import type { SweepScope } from '../../src/app/rfcs-in-turn.ts';
import { sweepOnce } from '../../src/app/sweep-once.ts';
import { sweepWithToken, workflowBot } from '../../src/app/sweep-with-token.ts';
import { newRecord, renderRecordLine } from '../../src/decision/record.ts';
import { createClient } from '../../src/github/client.ts';
import type { SweepReport } from '../../src/render/sweep-text.ts';
import { aWorkflow, type AWorkflow } from '../support/a-workflow.ts';

const config = 'dri:\n  pool: [carol]\nescalation:\n  path: [frida]\n';
const day = 86_400_000;
const hour = 3_600_000;

let place: AWorkflow;

beforeEach(async () => {
  place = await aWorkflow({ files: { '.github/unpause.yml': config } });
  place.clock.advance(60_000);
});

afterEach(async () => {
  await place.close();
});

async function sweep(parts: { token?: string; isDryRun?: boolean; scope?: SweepScope; repo?: string } = {}): Promise<SweepReport> {
  const { token = place.token, isDryRun = false, scope = { kind: 'all' }, repo = 'rfcs' } = parts;
  const { standIn, clock } = place;
  return await sweepWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: 'acme', repo, isDryRun, scope, assumedOwner: null, now: () => clock.now() });
}

/** An issue that is an RFC, by alice, of which bob is the owner. */
function anIssue({ repo = place.repo }: { repo?: string } = {}): number {
  const { world } = place.standIn;
  const { number } = world.openIssue({ repo, by: 'alice', title: 'Rotate keys', body: '**Decision Owner**: @bob\n\nShall we?\n' });
  world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
  return number;
}

function says(number: number, by: string, body: string, repo = place.repo): void {
  place.standIn.world.comment({ repo, number, by, body });
  place.clock.advance(60_000);
}

/** Somebody who may edits the first comment of the bot's. */
function edit(number: number, change: (body: string) => string): void {
  const { world } = place.standIn;
  const comment = world.issue(place.repo, number).comments.find(({ author }) => author.login === workflowBot);
  if (comment === undefined) throw new Error('the bot wrote nothing');
  world.editComment({ repo: place.repo, commentId: comment.id, by: 'alice', body: change(comment.body) });
}

/** What daily sweeps do besides keeping the status. */
async function callsOver(days: number, number: number): Promise<string[]> {
  const seen: string[] = [];
  for (let passed = 0; passed < days; passed += 1) {
    seen.push(...(effects(await sweep())[number] ?? []).filter((effect) => !effect.includes('status comment')));
    place.clock.advance(day);
  }
  return seen;
}

const own = (number: number): string[] => place.commentsBy(workflowBot, number);
const effects = ({ rfcs }: SweepReport): Record<number, readonly string[]> => Object.fromEntries(rfcs.map((rfc) => [rfc.number, rfc.effects]));

describe('sweepWithToken', () => {
  it('shows the plans in a dry run, with their reasons, and writes nothing', async () => {
    const number = anIssue();
    const report = await sweep({ isDryRun: true });

    expect(report).toMatchObject({ version: 1, repository: 'acme/rfcs', bot: workflowBot, dryRun: true, left: [], notes: [] });
    expect(report.rfcs).toMatchObject([{ number, title: 'Rotate keys', outcome: 'planned', reason: null, effects: ['bring the status comment up to date'], withheld: [] }]);
    expect(report.rfcs[0]?.explanation.slice(0, 2)).toEqual(['rfc', 'open']);
    expect(report.rfcs[0]?.wakeAt).not.toBeNull();
    expect(place.writes()).toBe(0);
  });

  it('keeps a status comment, and changes nothing the second time', async () => {
    const number = anIssue();
    await sweep();
    expect(own(number)).toEqual([expect.stringContaining('<!-- unpause:status -->')]);
    const before = place.writes();
    expect(effects(await sweep())).toEqual({ [number]: [] });
    expect(place.writes()).toBe(before);
  });

  it('shows a person what the workflow would do, and writes nothing in their name', async () => {
    const number = anIssue();
    const token = place.userToken('alice');
    expect(await sweep({ token, isDryRun: true })).toMatchObject({ bot: workflowBot, rfcs: [{ number, outcome: 'planned' }], notes: [expect.stringContaining("The token is alice's")] });
    await expect(sweep({ token })).rejects.toThrow('GITHUB_TOKEN is a token of alice, expected one of a bot');
    expect(place.writes()).toBe(0);
  });

  it('shows nothing but checks where nobody has consented', async () => {
    const repo = place.addRepository('quiet', {});
    const { world } = place.standIn;
    world.push({ repo, by: 'alice', branch: 'keys', files: { 'rfcs/1.md': '# Keys\n\n**Decision Owner**: @bob\n' } });
    const { number } = world.openPullRequest({ repo, by: 'alice', title: 'Keys', head: 'keys' });
    world.addLabels({ repo, number, by: 'alice', labels: ['RFC'] });
    const { rfcs } = await sweep({ repo: 'quiet' });
    expect(rfcs).toMatchObject([{ effects: ['report the check “Unpause: document” as success (findings)'], withheld: ['bring the status comment up to date'] }]);
    expect(place.commentsBy(workflowBot, number, repo)).toEqual([]);
  });

  it('recognises a pull request by its document, and settles it after the merge', async () => {
    const { world } = place.standIn;
    const { repo } = place;
    world.push({ repo, by: 'alice', branch: 'keys', files: { 'rfcs/1.md': '# Keys\n\n**Decision Owner**: @bob\n' } });
    const { number } = world.openPullRequest({ repo, by: 'alice', title: 'Keys', head: 'keys' });
    await sweep();
    expect(world.issue(repo, number).labels.map(({ name }) => name)).toEqual(['RFC']);
    world.merge({ repo, number, by: 'alice' });
    place.clock.advance(hour);
    expect(effects(await sweep())[number]).toContain('ask bob whether the decision stands');
  });

  it('moves a silent RFC on: nudge, temporary DRI, escalation, each once, then silence', async () => {
    const number = anIssue();
    expect(await callsOver(30, number)).toEqual([
      'nudge alice and bob',
      'ask carol to be temporary DRI',
      'assign carol',
      'ask frida to help decide',
      'take carol off as assignee',
      'say that a steward is needed',
    ]);
  });

  it('goes with people from silence to a decision', async () => {
    const number = anIssue();
    expect(await callsOver(9, number)).toEqual(['nudge alice and bob', 'ask carol to be temporary DRI', 'assign carol']);
    says(number, 'carol', "I'll take temporary DRI on this.");
    expect(await callsOver(1, number)).toEqual(['react with 👍 to a comment']);
    says(number, 'carol', '/dri hand @frida The key length is open; alice prefers 90 days.');
    expect(await callsOver(1, number)).toEqual(['react with 👍 to a comment', 'tell frida what the next temporary DRI needs to know', 'take carol off as assignee', 'assign frida']);
    says(number, 'frida', '/escalate to @alice We need a word on the cost.');
    expect(await callsOver(1, number)).toEqual(['react with 👍 to a comment', 'ask alice to help decide']);
    says(number, 'bob', '/decide accept Ninety days it is.');
    expect(await callsOver(1, number)).toEqual(['react with 👍 to a comment', 'take frida off as assignee']);
    expect(own(number).find((body) => body.startsWith('<!-- unpause:status -->'))).toContain('Ninety days it is.');
    const before = place.writes();
    expect(await callsOver(9, number)).toEqual([]);
    expect(place.writes()).toBe(before);
  });

  it('asks somebody else who is away, or has the role elsewhere', async () => {
    const repo = place.addRepository('fair', { '.github/unpause.yml': 'dri:\n  pool: [carol, frida]\n  max-active: 1\n' });
    const settled = anIssue({ repo });
    says(settled, 'carol', '/dri away until 2027-06-01', repo);
    await sweep({ repo: 'fair' });
    place.standIn.world.close({ repo, number: settled, by: 'alice' });
    const [one, other] = [anIssue({ repo }), anIssue({ repo })];
    const seen: string[] = [];
    for (let days = 0; days < 9; days += 1) {
      place.clock.advance(day);
      seen.push(...(await sweep({ repo: 'fair' })).rfcs.flatMap(({ number, effects: its }) => its.filter((effect) => effect.includes('temporary DRI')).map((effect) => `${number} ${effect}`)));
    }
    // Frida has one; the other waits for somebody, and in the end for a steward.
    expect(seen).toEqual([expect.stringMatching(new RegExp(`^(${one}|${other}) ask frida to be temporary DRI$`))]);
  });
});

describe('a sweep that cannot do everything', () => {
  it('stops at 600 requests, says so, and begins elsewhere the next time', async () => {
    const numbers = [anIssue(), anIssue(), anIssue()];
    const { standIn, clock } = place;
    const asked: number[] = [];
    const once = async (random: number) => {
      let made = 0;
      const github = createClient({ token: place.token, apiUrl: standIn.url, userAgent: 'unpause-test', onRequest: () => { made += 1; } });
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
    const [broken, fine] = [anIssue(), anIssue()];
    place.standIn.faults.next({ kind: 502, times: Infinity, match: { test: ({ path }) => path.endsWith(`/issues/${broken}`) } });
    const { rfcs } = await sweep();
    expect(rfcs.map(({ number, outcome, reason }) => [number, outcome, reason !== null])).toEqual([[broken, 'failed', true], [fine, 'done', false]]);
  });

  it('says whose members it is not shown', async () => {
    const repo = place.addRepository('teams', { '.github/unpause.yml': 'dri:\n  pool: ["@acme/core"]\n' });
    place.standIn.world.addTeam({ org: 'acme', slug: 'core', members: ['carol'] });
    anIssue({ repo });
    expect((await sweep({ repo: 'teams' })).notes).toEqual(['GitHub does not show this token who is in acme/core: for this sweep, nobody is.']);
  });
});

describe('a status comment', () => {
  it('by another bot makes the sweep step back', async () => {
    const number = anIssue();
    await place.tokenOf('unpause');
    says(number, 'unpause[bot]', '<!-- unpause:status -->\nHere.\n<!-- unpause:record {} -->');
    const { rfcs, notes } = await sweep();
    expect(rfcs).toMatchObject([{ number, outcome: 'stepped-back', effects: [] }]);
    expect(notes).toEqual([expect.stringContaining('Stepped back: Unpause is at work in this repository as unpause[bot]')]);
    expect(place.writes()).toBe(0);
  });

  it('that the same App keeps from its server makes the sweep step back', async () => {
    const number = anIssue();
    says(number, workflowBot, `<!-- unpause:status -->\nHere.\n${renderRecordLine(newRecord('2026-11-20T09:00:00Z'), () => 'Zm9v')}`);
    expect((await sweep()).rfcs).toMatchObject([{ number, outcome: 'stepped-back', reason: expect.stringContaining('a server under the same name keeps the status here') }]);
    expect(place.writes()).toBe(0);
  });

  it('pasted by a person is nobody else at work, and no record', async () => {
    const number = anIssue();
    says(number, 'alice', '<!-- unpause:status -->\nHere.\n<!-- unpause:record {} -->');
    expect((await sweep()).rfcs).toMatchObject([{ number, outcome: 'done' }]);
    expect(own(number)).toHaveLength(1);
  });

  it('is rebuilt where somebody changed its record', async () => {
    const number = anIssue();
    await sweep();
    edit(number, (body) => body.replace(/"firstSeenAt":"[^"]*"/, '"firstSeenAt":"2020-01-01T00:00:00Z"'));
    await sweep();
    expect(own(number)[0]).not.toContain('2020-01-01');
    expect(own(number)[0]).toContain('"reason":"altered"');
  });

  it('says only what somebody wrote, even where its seal is right', async () => {
    const number = anIssue();
    await sweep();
    const { id } = place.standIn.world.repository(place.repo);
    const bob = place.standIn.world.account('bob').id;
    const by = { id: bob, login: 'bob' };
    const source = { in: 'comment', id: 999_999, by: bob, hash: '0'.repeat(16) } as const;
    const at = '2026-11-23T09:01:00.000Z';
    const forged = { ...newRecord(at), decisions: [{ n: 1, outcome: 'accept' as const, by, owner: by, why: 'Forged.', at, source, texts: [], confirmed: null, reopened: null }] };
    edit(number, (body) => body.replace(/<!-- unpause:record .*$/, renderRecordLine(forged, openSeals(id, number))));
    await sweep();
    expect(own(number)[0]).not.toContain('Forged.');
  });
});
