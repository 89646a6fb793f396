import { describe, expect, it } from '@jest/globals';
import { useAppInTown } from '../support/app-in-town.ts';
import { emptyConfig, ownComments, runsOf } from '../support/running-app.ts';

const ownerless = '# Rotate keys\n\nLet us rotate the keys.\n';

describe('the buttons of a check run', () => {
  const { town, idle } = useAppInTown();

  it('give the roles to whoever clicks, once each though GitHub tells of it twice', async () => {
    const { world } = town().standIn;
    const repo = town().newRepository(emptyConfig);
    await idle();
    world.push({ repo, by: 'bob', branch: 'proposal', files: { 'rfcs/0001-keys.md': ownerless } });
    const { number } = world.openPullRequest({ repo, by: 'bob', title: 'Rotate keys', head: 'proposal' });
    await idle();
    town().standIn.faults.deliveries({ kind: 'duplicate', when: ({ event }) => event === 'check_run' });
    const press = async (identifier: string): Promise<void> => {
      const run = runsOf(town(), repo, number).at(-1);
      if (run === undefined) throw new Error('a check run');
      world.clickButton({ repo, checkRunId: run.id, identifier, by: 'alice' });
      await idle();
    };
    await press('own-decision');
    await press('take-dri');
    const comments = ownComments(town(), repo, number);
    const [status = '', ...others] = comments.map((body) => body.replaceAll('\u200b', ''));
    expect(status).toContain('**Decision Owner for now:** @alice, named by @alice');
    expect(status).toContain('**Who drives the next step:** @alice, temporary DRI until');
    expect(others.map((body) => body.split('\n')[1])).toEqual([
      '@alice clicked “Own the decision” on the check run. It counts as if they had written `/owner @user WHY` in a comment; the status comment tells whoever reads along what came of it.',
      '@alice clicked “Take temporary DRI” on the check run. It counts as if they had written `/dri take` in a comment; the status comment tells whoever reads along what came of it.',
    ]);
    expect(world.issue(repo, number).assignees.map(({ login }) => login)).toEqual(['alice']);
  });
});
