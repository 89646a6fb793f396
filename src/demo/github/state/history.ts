import type { Commit, GitObjects } from './git-objects.ts';

/** The commits that lead to `head`, oldest first, without those in `known`. */
export function commitsUpTo(git: GitObjects, head: string, known: ReadonlySet<string> = new Set()): Commit[] {
  const seen = new Set(known);
  const ordered: Commit[] = [];
  const stack: { commit: Commit; areParentsDone: boolean }[] = [];
  const enter = (sha: string): void => {
    if (seen.has(sha)) return;
    seen.add(sha);
    stack.push({ commit: git.commit(sha), areParentsDone: false });
  };
  enter(head);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    if (top.areParentsDone) {
      ordered.push(top.commit);
      stack.pop();
    } else {
      top.areParentsDone = true;
      top.commit.parents.forEach(enter);
    }
  }
  return ordered;
}

/** What `head` has and `base` lacks, oldest first. */
export function commitsBetween(git: GitObjects, base: string, head: string): Commit[] {
  return commitsUpTo(git, head, ancestors(git, base));
}

/** Where two lines of commits parted; null where they have nothing in common. */
export function mergeBase(git: GitObjects, base: string, head: string): string | null {
  const known = ancestors(git, base);
  return commitsUpTo(git, head).findLast(({ sha }) => known.has(sha))?.sha ?? null;
}

function ancestors(git: GitObjects, head: string): Set<string> {
  return new Set(commitsUpTo(git, head).map(({ sha }) => sha));
}
