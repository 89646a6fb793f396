import type { RfcFacts } from '../decision/snapshot.ts';
import type { GitHub, Repository } from './client.ts';

/** An issue or pull request, open or over, as a list shows it. */
export interface LabelledRfc {
  number: number;
  kind: RfcFacts['kind'];
  isMerged: boolean;
}

/** All that carry a label, open or over, the newest first, a hundred for one request; no more than a page is held. */
export async function* listLabelled(github: GitHub, { owner, name }: Repository, label: string): AsyncGenerator<LabelledRfc, void, undefined> {
  const pages = github.paginate.iterator('GET /repos/{owner}/{repo}/issues', { owner, repo: name, labels: label, state: 'all', sort: 'created', direction: 'desc', per_page: 100 });
  for await (const { data } of pages) {
    for (const { number, pull_request: pull } of data) {
      yield { number, kind: pull === undefined ? 'issue' : 'pull-request', isMerged: typeof pull?.merged_at === 'string' };
    }
  }
}
