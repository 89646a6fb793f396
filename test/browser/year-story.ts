/** A year of decisions in the demo's repository, which come sooner with every quarter: what the vitality page is for. */
import type { World } from '../../src/demo/github/world.ts';
import { architecture, rfcLabel, rfcs } from '../../src/demo/seed/seed-world.ts';
import type { ServedDemo } from '../../src/demo/serve-demo.ts';
import { turnByWorkingDays, workingDaysLater } from '../../src/demo/working-day.ts';

interface Quarter {
  /** In working days: until somebody answers, and from then until the decision, for each RFC. */
  days: readonly (readonly [answer: number, decision: number])[];
  owners: readonly string[];
}

const quarters: readonly Quarter[] = [
  { days: [[3, 8], [4, 10], [1, 7], [4, 12], [2, 6]], owners: ['alice', 'alice', 'carol', 'alice', 'alice'] },
  { days: [[2, 7], [3, 8], [1, 8], [4, 9], [2, 11]], owners: ['alice', 'carol', 'alice', 'bob', 'alice'] },
  { days: [[1, 5], [2, 6], [1, 9], [2, 7], [1, 3], [2, 8]], owners: ['bob', 'alice', 'carol', 'dave', 'alice', 'bob'] },
  { days: [[1, 3], [1, 6], [1, 2], [2, 5], [1, 4], [1, 7]], owners: ['dave', 'alice', 'bob', 'frank', 'carol', 'bob'] },
];

const people = ['bob', 'dave', 'alice', 'carol'] as const;
const titles = ['Name services after what they do', 'One place for runbooks', 'A budget for slow tests', 'Sign every release', 'Retire the old search', 'Backups are restored once a month'];
const day = 24 * 3_600_000;

/** Has it all happened, from the first day of the next quarter on; what was open before is closed. */
export async function tellYear({ standIn: { world, clock }, activity }: ServedDemo): Promise<void> {
  const passDays = async (days: number): Promise<void> => {
    turnByWorkingDays(clock, days);
    await activity.settled();
  };
  for (const repo of [rfcs, architecture]) closeAll(world, repo);
  await activity.settled();
  for (const { days, owners } of quarters) {
    clock.advance(nextQuarter(clock.now()).getTime() - clock.now().getTime());
    for (const [index, [answer, decision]] of days.entries()) {
      const owner = owners[index] ?? 'alice';
      const [author = '', other = ''] = people.filter((login) => login !== owner);
      const { number } = world.openIssue({ repo: rfcs, by: author, title: titles[index] ?? '', body: `**Decision Owner**: @${owner}\n\nWe would like to.\n` });
      world.addLabels({ repo: rfcs, number, by: author, labels: [rfcLabel] });
      await passDays(answer);
      world.comment({ repo: rfcs, number, by: other, body: 'I read it, and it would help us.' });
      await passDays(decision);
      world.comment({ repo: rfcs, number, by: owner, body: '/decide accept It helps more teams than it costs.' });
      await activity.settled();
      world.close({ repo: rfcs, number, by: owner });
      await activity.settled();
    }
  }
}

function closeAll(world: World, repo: string): void {
  for (const issue of world.repository(repo).issues.values()) if (issue?.state === 'open') world.close({ repo, number: issue.number, by: 'alice' });
}

function nextQuarter(now: Date): Date {
  const first = Date.UTC(now.getUTCFullYear(), 3 * (Math.floor(now.getUTCMonth() / 3) + 1), 1, 10);
  return workingDaysLater(new Date(first - day), 1);
}
