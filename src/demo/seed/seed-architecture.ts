/** The RFCs of the repository that maps who decides what: one for each of three rungs of the decision ladder. */
import type { World } from '../github/world.ts';
import { formatOnSave, ordersStay, releaseTrain } from './architecture-documents.ts';
import type { DayIn } from './documents.ts';
import { propose } from './propose.ts';

export function proposeArchitecture(world: World, repo: string, inDays: DayIn): void {
  propose(world, {
    repo,
    by: 'bob',
    branch: 'orders',
    path: 'rfcs/0001-orders-stay-in-their-region.md',
    text: ordersStay(inDays),
    title: 'Orders stay in their region',
    body: 'Carol decides, once nobody has a reason against it.',
  });
  propose(world, {
    repo,
    by: 'carol',
    branch: 'release-train',
    path: 'rfcs/0002-one-release-train.md',
    text: releaseTrain(inDays),
    title: 'One release train for all services',
    body: 'It only works if everybody gets on.',
  });
  propose(world, {
    repo,
    by: 'bob',
    branch: 'format-on-save',
    path: 'rfcs/0003-format-on-save.md',
    text: formatOnSave(inDays),
    title: 'Code is formatted when it is saved',
    body: 'Dave looks after our tools, and decides.',
  });
}
