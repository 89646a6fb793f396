/** What a look is about: all that a webhook's payload is used for, besides a click. */
import * as z from 'zod/mini';

const address = { installation: z.int(), owner: z.string(), repo: z.string() };

export const LookKey = z.discriminatedUnion('kind', [
  /** One pull request or issue. */
  z.object({ kind: z.literal('rfc'), ...address, number: z.int() }),
  /** Every RFC whose check runs are on a commit: what a re-requested suite or a fork's run tells. */
  z.object({ kind: z.literal('commit'), ...address, sha: z.string() }),
  /** The head of a merge queue's group. */
  z.object({ kind: z.literal('merge-group'), ...address, sha: z.string() }),
  /** A sweep of a repository: one list, and a look at each RFC that changed or was never seen. */
  z.object({ kind: z.literal('repository'), ...address }),
  /** How a repository decides: its principles, its retrospective, its digest. */
  z.object({ kind: z.literal('stewards'), ...address }),
  /** A sweep of every repository of an installation; with those that GitHub refused where they may be open again. */
  z.object({ kind: z.literal('installation'), installation: z.int(), withRefused: z._default(z.boolean(), false) }),
]);

export type LookKey = z.infer<typeof LookKey>;

/** `acme/rfcs#7`; the same RFC has the same text, so that looks at it melt into one. GitHub folds the case of names. */
export function renderLookKey(key: LookKey): string {
  if (key.kind === 'installation') return `installation ${key.installation}${key.withRefused ? ' with refused' : ''}`;
  const repository = `${key.owner}/${key.repo}`.toLowerCase();
  switch (key.kind) {
    case 'rfc':
      return `${repository}#${key.number}`;
    case 'commit':
      return `${repository}~${key.sha}`;
    case 'merge-group':
      return `${repository}@${key.sha}`;
    case 'repository':
      return repository;
    case 'stewards':
      return `${repository} stewards`;
  }
}
