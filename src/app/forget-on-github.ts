/** Takes a person out of what Unpause itself wrote on GitHub. What other people wrote is theirs. */
import { forgetInComment } from '../decision/log/forget-comment.ts';
import { isMarked } from '../decision/markers.ts';
import type { Person } from '../decision/people.ts';
import { forgetInIssue } from '../decision/stewards/forget-issue.ts';
import { botOf, isBy, type AppIdentity } from '../github/app-identity.ts';
import { applyWrite } from '../github/apply.ts';
import type { GitHub, Repository } from '../github/client.ts';
import { GitHubError } from '../github/github-error.ts';
import { listComments, type CommentOf } from '../github/list-comments.ts';
import { listOwnIssues, rewriteIssue } from '../github/own-issues.ts';
import { readRepository } from '../github/read-repository.ts';
import { openSeals, type SealFor } from './record-seal.ts';

export interface ForgetPlace extends Repository {
  github: GitHub;
  /** Who Unpause is here. */
  app: AppIdentity;
  sealFor: SealFor;
}

/** The addresses of comments and issues: those that named them, and those that could not be rewritten, with the reason. */
export interface ForgottenOnGitHub {
  repository: string;
  rewritten: string[];
  left: { url: string; reason: string }[];
}

/** With `isDryRun` nothing is written. */
export async function forgetOnGitHub(place: ForgetPlace, person: Person, isDryRun: boolean): Promise<ForgottenOnGitHub> {
  const { id, owner, name } = await readRepository(place.github, place);
  const found: ForgottenOnGitHub = { repository: `${owner}/${name}`, rewritten: [], left: [] };
  const rewriting: Rewriting = {
    ...place,
    repository: { id, owner, name },
    person,
    async rewrite(url, write) {
      const refusal = isDryRun ? null : await refusalOf(write);
      if (refusal === null) found.rewritten.push(url);
      else found.left.push({ url, reason: refusal });
    },
    leave(url) {
      found.left.push({ url, reason: 'its record was not written by this Unpause, or by a newer version of it' });
    },
  };
  const others = await forgetInComments(rewriting);
  await forgetInIssues(rewriting, [place.app, ...others]);
  return found;
}

interface Rewriting extends Pick<ForgetPlace, 'github' | 'app' | 'sealFor'> {
  repository: Repository & { id: number };
  person: Person;
  rewrite: (url: string, write: () => Promise<void>) => Promise<void>;
  leave: (url: string) => void;
}

/** Gives the other bots that were Unpause here: the Action, before the App came. */
async function forgetInComments(rewriting: Rewriting): Promise<AppIdentity[]> {
  const { github, app, repository } = rewriting;
  const others = new Map<string, AppIdentity>();
  for await (const comment of listComments(github, repository)) {
    const writer = botOf(comment.user);
    // A workflow's bot writes for every workflow.
    if (writer === null || !isMarked(comment)) continue;
    const isOwn = isBy(app, comment.user);
    if (!isOwn) others.set(writer.login, writer);
    await forgetInOne(rewriting, comment, isOwn);
  }
  return [...others.values()];
}

async function forgetInOne({ github, sealFor, repository, person, rewrite, leave }: Rewriting, { id, number, url, body: before }: CommentOf, isOwn: boolean): Promise<void> {
  // The Action has no key.
  const body = forgetInComment(before, person, (isOwn ? sealFor : openSeals)(repository.id, number));
  if (body === null) {
    if (mayName(before, person)) leave(url);
  } else if (body !== before) {
    await rewrite(url, async () => {
      await applyWrite(github, { ...repository, number }, { kind: 'update-comment', id, body });
    });
  }
}

async function forgetInIssues({ github, repository, person, rewrite }: Rewriting, writers: readonly AppIdentity[]): Promise<void> {
  for (const issue of await listOwnIssues(github, repository, { writers, since: null, withNotes: () => false })) {
    const body = forgetInIssue(issue, person);
    if (body === issue.body) continue;
    await rewrite(issue.url, async () => {
      await rewriteIssue(github, repository, { number: issue.number, body });
    });
  }
}

/** Of what cannot be read: by their name, or by the number of their account. */
function mayName(body: string, { id, login }: Person): boolean {
  return body.replaceAll('\\', '').toLowerCase().includes(login.toLowerCase()) || new RegExp(`\\b${id}\\b`).test(body);
}

/** What GitHub will not have rewritten is no reason to keep the rest. */
async function refusalOf(write: () => Promise<void>): Promise<string | null> {
  try {
    await write();
    return null;
  } catch (error) {
    if (error instanceof GitHubError && (error.kind === 'locked' || error.kind === 'denied')) return error.message;
    throw error;
  }
}
