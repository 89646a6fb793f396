import * as z from 'zod/mini';
import type { GitHub } from './client.ts';
import { GitHubError } from './github-error.ts';

const Answer = z.object({ data: z.object({ viewer: z.object({ login: z.string() }) }) });

/**
 * The login behind a token. The REST API does not tell an App's token whose it is; the only question to GraphQL does,
 * `github-actions[bot]` for a workflow's. Null where GitHub has no GraphQL, or does not let this token ask.
 */
export async function readTokenOwner(github: GitHub): Promise<string | null> {
  try {
    const { data }: { data: unknown } = await github.request({ method: 'POST', url: graphqlUrl(github), query: '{ viewer { login } }' });
    return Answer.safeParse(data).data?.data.viewer.login ?? null;
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'missing' || error.kind === 'denied')) return null;
    throw new Error('while asking whose token this is', { cause: error });
  }
}

/** On an Enterprise Server it lies beside `/api/v3`, not beneath it. */
function graphqlUrl(github: GitHub): string {
  const { baseUrl } = github.request.endpoint.DEFAULTS;
  return `${baseUrl.replace(/\/api\/v3$/, '/api')}/graphql`;
}
