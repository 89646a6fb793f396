import { describe, expect, it } from '@jest/globals';
import { useAppInTown } from '../support/app-in-town.ts';
import { emptyConfig, ownComments } from '../support/running-app.ts';

const path = 'rfcs/0001-keys.md';
const owned = '# Rotate keys\n\n**Decision Owner**: @alice\n\nEvery month.\n';

describe('a hand-off', () => {
  const { town, idle } = useAppInTown();

  /** Bob proposes, Carol asks about two lines, one of which is settled, and Bob hands the next step to Alice. */
  async function handOver(): Promise<{ repo: string; number: number; asked: number }> {
    const { world } = town().standIn;
    const repo = town().newRepository(emptyConfig);
    await idle();
    world.push({ repo, by: 'bob', branch: 'proposal', files: { [path]: owned } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title: 'Rotate keys', head: 'proposal' });
    const { id } = world.reviewComment({ repo, number, by: 'carol', path, line: 5, body: 'Who tells @alice,\nand when?' });
    const settled = world.reviewComment({ repo, number, by: 'carol', path, line: 3, body: 'Is it Alice?' });
    world.setResolved({ repo, number, comment: settled, isResolved: true });
    world.comment({ repo, number, by: 'bob', body: '/dri take' });
    await idle();
    world.comment({ repo, number, by: 'bob', body: '/dri hand @alice The format is agreed.' });
    await idle();
    return { repo, number, asked: id };
  }

  function handOffs(repo: string, number: number): string[] {
    return ownComments(town(), repo, number).filter((body) => body.includes('unpause:event hand.'));
  }

  function questions(): number {
    return town().standIn.requests.filter(({ template, status }) => template === '/graphql' && status === 200).length;
  }

  it('tells of the review threads that are open, and asks for them in that look alone', async () => {
    const { repo, number, asked } = await handOver();
    const [body = '', ...others] = handOffs(repo, number);
    expect(others).toEqual([]);
    expect(body).toContain(`\n- **Open review threads:**\n  - [rfcs/0001-keys.md, line 5](${town().standIn.url}/${repo}/pull/${number}#discussion_r${asked}), @\u200bcarol: “Who tells @\u200balice, and when?”\n`);
    expect(body).not.toContain('Is it Alice?');
    expect(questions()).toBe(1);
  });

  it('waits for the answer where GitHub gives none', async () => {
    const before = questions();
    town().standIn.faults.next({ kind: 502, match: { template: '/graphql' }, times: 3 });
    const { repo, number } = await handOver();
    expect(handOffs(repo, number)).toEqual([expect.stringContaining('**Open review threads:**')]);
    expect(questions() - before).toBe(1);
  });
});
