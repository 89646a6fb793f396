/** What every piece of the page is drawn from. */
import type { Activity } from '../activity.ts';
import { isAtLeast, type Account, type Role } from '../github/state/accounts.ts';
import type { Issue } from '../github/state/issue.ts';
import type { Repository } from '../github/state/repository.ts';
import type { World } from '../github/world.ts';
import type { Journal } from '../journal.ts';

export interface View {
  world: World;
  activity: Activity;
  journal: Journal;
  /** Who looks at the page. */
  person: Account;
  /** The page's own path; where a form leads back to. */
  path: string;
  /** Where Unpause's own pages are. */
  siteUrl: string;
  /** Why the last thing was not done; null where it was. */
  refusal: string | null;
}

export function has({ world, person }: Pick<View, 'world' | 'person'>, role: Role, repository: Repository): boolean {
  return isAtLeast(world.roleOf(person, repository), role);
}

/** Whether somebody may push to a pull request's branch; maintainers may push to a fork's, as GitHub offers by default. */
export function mayPush(view: Pick<View, 'world' | 'person'>, { repository, pull }: Issue): boolean {
  const head = pull?.head.repository ?? null;
  return head !== null && (has(view, 'write', head) || has(view, 'write', repository));
}

/** Whether somebody may edit, close or ready a thread: its author, and those who look after it. */
export function mayManage(view: Pick<View, 'world' | 'person'>, { author, repository }: Issue, role: Role = 'triage'): boolean {
  return author === view.person || has(view, role, repository);
}
