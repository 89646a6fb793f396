/** What GitHub says about one RFC now: facts only. Four or five reads, and the further pages of long lists. */
import type { OwnCheckRun, OwnComment, RfcFacts } from '../decision/snapshot.ts';
import { hasLabel } from '../decision/standing.ts';
import type { AppIdentity } from './app-identity.ts';
import { changedDocuments, type ChangedDocument } from './changed-documents.ts';
import type { GitHub, RfcAddress } from './client.ts';
import type { GitFile } from './files.ts';
import { GitHubError } from './github-error.ts';
import { readOwnCheckRuns } from './own-check-runs.ts';
import { lastHumanActivity, ownComments, readTimeline, type TimelineEvent } from './read-timeline.ts';
import { issueFacts, pullFacts, type IssueAnswer, type PlainFacts } from './rfc-facts.ts';
import { issuePeople, pullPeople, type RfcPeople } from './rfc-people.ts';

export interface ObserveOptions {
  app: AppIdentity;
  /** The label that makes an RFC. */
  label: string;
  /** Where the repository has a config file of its own, a document makes an RFC too. */
  isConfigured: boolean;
  configPath: string;
  isDocument: (path: string) => boolean;
}

export interface RfcObservation extends RfcPeople {
  rfc: RfcFacts;
  /** The documents that a pull request changes. */
  files: readonly ChangedDocument[];
  /** The config file as the pull request leaves it; null where it does not touch it. */
  configFile: GitFile | null;
  /** Every file that a pull request adds, changes, renames or takes away. */
  changedPaths: readonly string[];
  /** Empty where nobody said anything on what is no RFC. */
  timeline: readonly TimelineEvent[];
  comments: readonly OwnComment[];
  checkRuns: readonly OwnCheckRun[];
}

/** `missing` is also what was deleted, or moved to another repository. */
export type ObserveResult = { ok: true; observation: RfcObservation } | { ok: false; reason: 'missing' | 'denied' | 'blocked' };

/** Observes one issue or pull request. What GitHub refuses to show is a result; where it does not answer, this fails. */
export async function observeRfc(github: GitHub, address: RfcAddress, options: ObserveOptions): Promise<ObserveResult> {
  try {
    return { ok: true, observation: await observe(github, address, options) };
  } catch (error) {
    const kind = error instanceof GitHubError ? error.kind : null;
    if (kind === 'missing' || kind === 'denied' || kind === 'blocked') return { ok: false, reason: kind };
    throw error;
  }
}

async function observe(github: GitHub, address: RfcAddress, options: ObserveOptions): Promise<RfcObservation> {
  const { owner, name, number } = address;
  const { data: issue } = await github.request('GET /repos/{owner}/{repo}/issues/{issue_number}', { owner, repo: name, issue_number: number });
  const proposed = issue.pull_request ? await readProposed(github, address, options) : proposedIn(issue, address);
  const { rfc, files } = proposed;
  const isRfc = hasLabel(rfc.labels, options.label) || (options.isConfigured && files.length > 0);
  const [timeline, checkRuns] = await Promise.all([
    // Nobody said anything and nobody asks: what else happened there matters to nobody.
    isRfc || issue.comments > 0 ? readTimeline(github, address) : [],
    rfc.head ? readOwnCheckRuns(github, { owner, name, sha: rfc.head.sha }, options.app) : [],
  ]);
  const lastHumanActivityAt = lastHumanActivity(timeline, rfc);
  return { ...proposed, rfc: { ...rfc, lastHumanActivityAt }, timeline, comments: ownComments(timeline, options.app), checkRuns };
}

type Proposed = RfcPeople & Pick<RfcObservation, 'files' | 'configFile' | 'changedPaths'> & { rfc: PlainFacts };

/** For an issue that was moved, GitHub shows the one it became, in another repository: here, it is gone. */
function proposedIn(issue: IssueAnswer & { repository_url: string }, { owner, name, number }: RfcAddress): Proposed {
  const isHere = issue.repository_url.toLowerCase().endsWith(`/repos/${owner}/${name}`.toLowerCase()) && issue.number === number;
  if (!isHere) throw new GitHubError('missing', `${owner}/${name}#${number} was moved to ${issue.html_url}`);
  return { rfc: issueFacts(issue), ...issuePeople(issue), files: [], configFile: null, changedPaths: [] };
}

async function readProposed(github: GitHub, address: RfcAddress, { configPath, isDocument }: ObserveOptions): Promise<Proposed> {
  const { owner, name, number } = address;
  const { data: pull } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', { owner, repo: name, pull_number: number });
  const range = { ...address, base: pull.base.sha, head: pull.head.sha };
  const { documents, paths } = await changedDocuments(github, range, (path) => path === configPath || isDocument(path));
  const config = documents.find(({ path }) => path === configPath);
  return {
    rfc: pullFacts(pull),
    ...pullPeople(pull, owner),
    changedPaths: paths,
    files: documents.filter(({ path }) => isDocument(path)),
    configFile: config ? { path: config.path, blob: config.blob } : null,
  };
}
