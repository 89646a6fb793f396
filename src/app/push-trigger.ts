import type * as z from 'zod/mini';
import type { PushPayload } from './payloads.ts';
import { addressOf, look, nothing, type Trigger } from './trigger.ts';

/** Where the config lies, in a repository and in the organisation's `.github` repository alike. */
const configFile = '.github/unpause.yml';

/** From so many commits on GitHub may have left some out: 20 on older Enterprise Servers, 2,048 on github.com. */
const maybeCut = 20;

/** A push that changes the config, or may: every RFC of the repository, or of all repositories that inherit from it. */
export function readPush(payload: z.infer<typeof PushPayload>): Trigger {
  const { ref, repository, installation } = payload;
  if (ref !== `refs/heads/${repository.default_branch}` || !mayTouchConfig(payload)) return nothing;
  if (repository.name.toLowerCase() === '.github') return look({ kind: 'installation', installation: installation.id, withRefused: false });
  return look({ kind: 'repository', ...addressOf(payload) });
}

/** The commits of a forced push do not show what it took away. */
function mayTouchConfig({ forced, created, commits }: z.infer<typeof PushPayload>): boolean {
  if (forced || created || commits.length >= maybeCut) return true;
  return commits.some(({ added, modified, removed }) => [added, modified, removed].some((paths) => paths.includes(configFile)));
}
