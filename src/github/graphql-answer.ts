import * as z from 'zod/mini';
import { GitHubError, type GitHubErrorKind } from './github-error.ts';

const kinds: Readonly<Partial<Record<string, GitHubErrorKind>>> = { NOT_FOUND: 'missing', FORBIDDEN: 'denied', INSUFFICIENT_SCOPES: 'denied', RATE_LIMITED: 'limited' };

/** An answer of GraphQL, which says 200 also where it refuses: its reasons then make a `GitHubError`. `asked` is what was asked, in words. */
export async function graphqlAnswer<T>(asked: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const [reason] = reasonsIn(error);
    if (reason === undefined) throw error;
    throw new GitHubError(kinds[reason.type ?? ''] ?? 'unexpected', `GitHub refused ${asked} (${reason.message})`, { cause: error });
  }
}

const Reasons = z.object({ name: z.literal('GraphqlResponseError'), errors: z.array(z.object({ type: z.optional(z.string()), message: z.string() })) });

function reasonsIn(error: unknown): z.infer<typeof Reasons>['errors'] {
  if (!(error instanceof Error)) return [];
  const read = Reasons.safeParse({ name: error.name, errors: 'errors' in error ? error.errors : null });
  return read.success ? read.data.errors : [];
}
