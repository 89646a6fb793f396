/**
 * Review threads that are not resolved. REST does not tell which are, so this one question is asked in GraphQL; it
 * changes nothing, and takes no further permission.
 */
import * as z from 'zod/mini';
import type { OpenThreads, ReviewThread } from '../decision/review-threads.ts';
import type { GitHub, RfcAddress } from './client.ts';
import { GitHubError } from './github-error.ts';
import { graphqlAnswer } from './graphql-answer.ts';

const question = `query OpenThreads($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          isResolved
          path
          line
          originalLine
          comments(first: 1) { nodes { url createdAt body author { login } } }
        }
      }
    }
  }
}`;

const Comment = z.object({ url: z.string(), createdAt: z.string(), body: z.string(), author: z.nullable(z.object({ login: z.string() })) });
const Thread = z.object({
  isResolved: z.boolean(),
  path: z.string(),
  line: z.nullable(z.int()),
  originalLine: z.nullable(z.int()),
  comments: z.object({ nodes: z.array(z.nullable(Comment)) }),
});
const Page = z.object({ pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.nullable(z.string()) }), nodes: z.array(z.nullable(Thread)) });
const Answer = z.object({ repository: z.object({ pullRequest: z.object({ reviewThreads: Page }) }) });

/**
 * The threads that are not resolved, the oldest first. `unknown` where this GitHub has no GraphQL, or does not show
 * them: that is never taken for none. Fails with a `GitHubError` where it does not answer.
 */
export async function readOpenThreads(github: GitHub, address: RfcAddress): Promise<OpenThreads> {
  try {
    return { kind: 'known', threads: await readThreads(github, address) };
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'missing' || error.kind === 'denied')) return { kind: 'unknown' };
    throw error;
  }
}

async function readThreads(github: GitHub, address: RfcAddress): Promise<ReviewThread[]> {
  const threads: ReviewThread[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await readPage(github, address, after);
    threads.push(...nodes.flatMap(openThread));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return threads;
}

async function readPage(github: GitHub, { owner, name, number }: RfcAddress, after: string | null): Promise<z.infer<typeof Page>> {
  const asked = `the review threads of ${owner}/${name}#${number}`;
  const answer = Answer.safeParse(await graphqlAnswer(asked, github.graphql<unknown>(question, { owner, name, number, after })));
  if (answer.success) return answer.data.repository.pullRequest.reviewThreads;
  throw new GitHubError('unexpected', `Unexpected answer to ${asked}, expected what GitHub's GraphQL schema says`, { cause: answer.error });
}

function openThread(thread: z.infer<typeof Thread> | null): ReviewThread[] {
  const first = thread?.comments.nodes[0];
  if (!thread || !first || thread.isResolved) return [];
  const { path, line, originalLine } = thread;
  return [{ path, line: line ?? originalLine, url: first.url, at: first.createdAt, by: first.author?.login ?? null, text: first.body }];
}
