import type { GitHub, Repository } from './client.ts';

/** What may have changed since the event was sent: a job can be run again days later. */
export interface PullRequestText {
  body: string;
  labels: string[];
}

/** The description and the labels of a pull request as they are now. */
export async function readPullRequest(github: GitHub, { owner, name }: Repository, number: number): Promise<PullRequestText> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { owner, repo: name, pull_number: number });
  return { body: data.body ?? '', labels: data.labels.map((label) => label.name) };
}
