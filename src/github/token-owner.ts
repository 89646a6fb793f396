import * as z from 'zod/mini';
import type { GitHub } from './client.ts';
import { GitHubError } from './github-error.ts';
import { graphqlAnswer } from './graphql-answer.ts';

const Answer = z.object({ viewer: z.object({ login: z.string() }) });

/**
 * The login behind a token. The REST API does not tell an App's token whose it is; this question to GraphQL does,
 * `github-actions[bot]` for a workflow's. Null where GitHub has no GraphQL, or does not let this token ask.
 */
export async function readTokenOwner(github: GitHub): Promise<string | null> {
  try {
    const answer = await graphqlAnswer('whose token this is', github.graphql<unknown>('{ viewer { login } }'));
    return Answer.safeParse(answer).data?.viewer.login ?? null;
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'missing' || error.kind === 'denied' || error.kind === 'unexpected')) return null;
    throw new Error('while asking whose token this is', { cause: error });
  }
}
