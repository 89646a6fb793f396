import { describe, expect, it } from '@jest/globals';
import { entriesIn, openLogWithToken } from '../../src/app/log-with-token.ts';
import { day, useSweeps } from './a-sweep.ts';

const our = useSweeps();
const { sweep, says } = our;

const domains = 'domains:\n  keys: {when: {paths: ["rfcs/**"]}, rung: delegate, zone: centre-aware}\n';

/** A pull request with a document, of which bob is the owner. */
function propose(branch: string): number {
  const { repo, standIn } = our.place;
  standIn.world.push({ repo, by: 'alice', branch, files: { [`rfcs/${branch}.md`]: `# Rotate keys\n\n**Decision Owner**: @bob\n\nShall we?\n` } });
  return standIn.world.openPullRequest({ repo, by: 'alice', title: 'Rotate keys', head: branch }).number;
}

function configure(text: string): void {
  const { repo, standIn } = our.place;
  standIn.world.push({ repo, by: 'alice', branch: 'main', files: { '.github/unpause.yml': text } });
}

/** The status comment, as people read it. */
function status(number: number): string {
  const body = our.own(number).find((text) => text.startsWith('<!-- unpause:status -->')) ?? '';
  return body.replaceAll('\u200b', '').replace(/<!-- unpause:record .*/, '');
}

/** Calls alone: what people are told, and who. */
function calls(number: number): string[] {
  return our.own(number).flatMap((text) => /^<!-- unpause:event (\w+)[^>]*-->\n(.*)/.exec(text)?.slice(1).join(': ') ?? []);
}

async function log(): Promise<string[]> {
  const { standIn, token, clock } = our.place;
  const { rfcs } = await openLogWithToken({ token, apiUrl: standIn.url, userAgent: 'unpause-test', owner: 'acme', repo: 'rfcs', privateKey: null, now: () => clock.now() });
  const found: string[] = [];
  for await (const { number, result, by, owner } of entriesIn(rfcs)) found.push(`#${number} ${result}${by === null ? '' : ` by ${by.login}`}, owned by ${owner?.login}`);
  return found;
}

describe('a sweep without a server', () => {
  it('tells the stewards as a decision begins that reaches the whole, and once it is made, and asks them for nothing', async () => {
    configure(`stewards: {pool: [carol, frida]}\n${domains}`);
    const number = propose('keys');
    await sweep();
    const underWay = expect.stringMatching(/^centre: @carol and @frida, for your information: .* is under way /);
    expect(calls(number)).toEqual([underWay]);
    expect(status(number)).toContain('@carol and @frida are told as it begins, and once it is decided. Stewards approve nothing, and nobody waits for them.');
    says(number, 'bob', '/decide accept Yearly it is.');
    await sweep();
    const told = [underWay, expect.stringMatching(/^centre: @carol and @frida, for your information: .* is made .*“Yearly it is\.”/)];
    expect(calls(number)).toEqual(told);
    for (let days = 0; days < 30; days += 1) {
      our.place.clock.advance(day);
      await sweep();
    }
    expect(calls(number)).toEqual(told);
  });

  it('tells the stewards once of a merge on which nobody had decided', async () => {
    configure(`stewards: {pool: [carol, frida]}\n${domains}`);
    const number = propose('keys');
    await sweep();
    our.place.standIn.world.merge({ repo: our.place.repo, number, by: 'alice' });
    our.place.clock.advance(3_600_000);
    for (let times = 0; times < 3; times += 1) await sweep();
    const told = calls(number).filter((text) => text.startsWith('centre: '));
    expect(told).toEqual([expect.stringContaining(' is under way '), expect.stringContaining(' was merged, and nobody\'s decision is written down. The Decision Owner is ')]);
  });

  it('notices a merge on which nobody had decided, and the log says so until somebody does', async () => {
    const number = propose('keys');
    await sweep();
    our.place.standIn.world.merge({ repo: our.place.repo, number, by: 'alice' });
    our.place.clock.advance(3_600_000);
    await sweep();
    expect(calls(number)).toEqual([expect.stringMatching(/^confirm: @bob, this RFC was merged\. Is that your decision\?/)]);
    expect(status(number)).toContain('**Decision:** not written down.');
    expect(await log()).toEqual(['#1 merged-without-decision, owned by bob']);
    says(number, 'bob', '/decide accept It was meant so.');
    await sweep();
    expect(status(number)).toContain('It was meant so.');
    expect((await log()).toSorted()).toEqual(['#1 accepted by bob, owned by bob', '#1 superseded, owned by bob']);
  });
});
