/** A check run comes in several requests where it has many annotations, and is completed by the last of them. */
import type { Annotation, CheckRunContent } from '../decision/write.ts';
import type { GitHub, Repository } from './client.ts';
import { readId } from './read-id.ts';

/** GitHub takes no more annotations in one request; it appends those of the next. */
const batchSize = 50;

/** Makes it in one request where that is enough; else as `in_progress`, which is then finished. */
export async function createCheckRun(github: GitHub, repository: Repository, content: CheckRunContent): Promise<void> {
  const { owner, name } = repository;
  const { headSha, externalId, annotations, detailsUrl } = content;
  const isWhole = annotations.length <= batchSize;
  const { data } = await github.request('POST /repos/{owner}/{repo}/check-runs', {
    owner,
    repo: name,
    name: content.name,
    head_sha: headSha,
    external_id: externalId,
    ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
    ...(isWhole ? completion(content) : { status: 'in_progress' as const }),
    output: output(content, 0),
  });
  if (!isWhole) await finishCheckRun(github, repository, { id: readId(data.id), sent: batchSize, content });
}

export interface UnfinishedCheckRun {
  id: number;
  /** How many annotations GitHub has already. */
  sent: number;
  content: CheckRunContent;
}

/** Sends the annotations that are not there yet, and completes the run with the last of them. */
export async function finishCheckRun(github: GitHub, repository: Repository, { id, sent, content }: UnfinishedCheckRun): Promise<void> {
  const { owner, name } = repository;
  for (let from = sent; ; from += batchSize) {
    const isLast = from + batchSize >= content.annotations.length;
    await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', {
      owner,
      repo: name,
      check_run_id: id,
      ...(isLast ? completion(content) : {}),
      output: output(content, from),
    });
    if (isLast) return;
  }
}

/** Ends a run whose state is past, so that nobody waits for it. */
export async function cancelCheckRun(github: GitHub, { owner, name }: Repository, id: number): Promise<void> {
  await github.request('PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}', { owner, repo: name, check_run_id: id, status: 'completed', conclusion: 'cancelled' });
}

function completion({ conclusion, buttons }: CheckRunContent) {
  return { status: 'completed' as const, conclusion, actions: buttons.map((button) => ({ ...button })) };
}

/** Title and summary go with every request: GitHub puts what it gets in place of what it had. */
function output({ title, summary, annotations }: CheckRunContent, from: number): { title: string; summary: string; annotations: Annotation[] } {
  return { title, summary, annotations: annotations.slice(from, from + batchSize) };
}
