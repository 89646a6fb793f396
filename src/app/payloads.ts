/**
 * The parts of GitHub's webhook payloads that become a key, and nothing else of them. A payload is not trusted for
 * more: what is true is asked of GitHub when the look comes.
 */
import * as z from 'zod/mini';

/** In the same cases in which GitHub leaves a list out, it may send null. */
function list<Item extends z.ZodMiniType>(item: Item) {
  return z.pipe(z.nullish(z.array(item)), z.transform((items) => items ?? []));
}

const Installation = z.object({ id: z.int() });

const Repository = z.object({ name: z.string(), owner: z.object({ login: z.string() }) });

const Numbered = z.object({ number: z.int() });

const inRepository = { installation: Installation, repository: Repository };

export const PullRequestPayload = z.object({ ...inRepository, pull_request: Numbered });

export const IssuePayload = z.object({ ...inRepository, issue: Numbered });

const PullRequests = list(Numbered);

export const CheckRunPayload = z.object({
  ...inRepository,
  check_run: z.object({
    head_sha: z.string(),
    external_id: z.nullish(z.string()),
    pull_requests: PullRequests,
  }),
  requested_action: z.optional(z.object({ identifier: z.string() })),
  sender: z.optional(z.object({ id: z.int(), login: z.string(), type: z.string() })),
});

export const CheckSuitePayload = z.object({
  ...inRepository,
  check_suite: z.object({ head_sha: z.string(), head_branch: z.nullish(z.string()) }),
});

export const MergeGroupPayload = z.object({ ...inRepository, merge_group: z.object({ head_sha: z.string() }) });

const Paths = list(z.string());

const PushedCommit = z.object({ added: Paths, modified: Paths, removed: Paths });

export const PushPayload = z.object({
  installation: Installation,
  repository: z.object({ ...Repository.shape, default_branch: z.string() }),
  ref: z.string(),
  forced: z.boolean(),
  created: z.boolean(),
  commits: list(PushedCommit),
});

export const InstallationPayload = z.object({ installation: Installation });

export const InstallationRepositoriesPayload = z.object({
  installation: Installation,
  repositories_added: list(z.object({ full_name: z.string().check(z.regex(/^[^/]+\/[^/]+$/)) })),
});

export const RepositoryPayload = z.object({
  ...inRepository,
  action: z.string(),
  changes: z.optional(z.object({ default_branch: z.optional(z.unknown()) })),
});
