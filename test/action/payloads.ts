/** Event payloads, cut down to what GitHub always sends. */

export interface PullRequestParts {
  number?: number;
  base?: string;
  head?: string;
  labels?: string[];
  body?: string | null;
}

const repository = { private: false, default_branch: 'main', full_name: 'acme/rfcs' };

export function pullRequestPayload({ number = 7, base = 'main', head = 'feature', labels = [], body = null }: PullRequestParts = {}) {
  return {
    action: 'opened',
    number,
    pull_request: {
      number,
      html_url: `https://github.com/acme/rfcs/pull/${number}`,
      body,
      labels: labels.map((name) => ({ name })),
      base: { sha: base, ref: 'main' },
      head: { sha: head, ref: 'feature' },
    },
    repository,
  };
}

export function pushPayload({ before, after, ref = 'refs/heads/main', deleted = false }: { before: string; after: string; ref?: string; deleted?: boolean }) {
  return { ref, before, after, deleted, repository };
}

export function mergeGroupPayload(base: string, head: string) {
  return { action: 'checks_requested', merge_group: { base_sha: base, head_sha: head, head_ref: 'refs/heads/gh-readonly-queue/main/pr-7' }, repository };
}

export function privately<Payload extends { repository: object }>(payload: Payload): Payload {
  return { ...payload, repository: { ...payload.repository, private: true } };
}

/** A document that lacks nothing, and one without an owner. */
export const decided = '# Cache\n\n**Decision Owner**: @alice\n\n**Decide by**: 2030-01-01\n\nWe cache.\n';
export const undecided = '# Cache\n\nWe cache, and nobody decides.\n';
