import type { Account, Head, RfcFacts } from '../decision/snapshot.ts';
import { hashText } from './hash-text.ts';
import { labelNames } from './list-open-rfcs.ts';
import { readAccount, type User } from './read-account.ts';

/** What one answer tells; the last activity stands in the timeline. */
export type PlainFacts = Omit<RfcFacts, 'lastHumanActivityAt'>;

/** What GitHub's answers about issues and about pull requests have in common. */
export interface IssueAnswer {
  number: number;
  title: string;
  body?: string | null | undefined;
  html_url: string;
  user: User | null;
  state: string;
  labels: readonly (string | { name?: string | null | undefined })[];
  assignees?: readonly User[] | null | undefined;
  created_at: string;
  updated_at: string;
}

export interface PullAnswer extends IssueAnswer {
  merged: boolean;
  draft?: boolean | undefined;
  requested_reviewers?: readonly User[] | null | undefined;
  requested_teams?: readonly { slug: string }[] | null | undefined;
  head: { sha: string; label: string | null; repo: { id: number | bigint; full_name: string } | null };
  base: { repo: { id: number | bigint } };
}

/** The facts in the answer about an issue. */
export function issueFacts(issue: IssueAnswer): PlainFacts {
  return { kind: 'issue', ...commonFacts(issue), isMerged: false, isDraft: false, head: null };
}

/** The facts in the answer about a pull request. */
export function pullFacts(pull: PullAnswer): PlainFacts {
  return { kind: 'pull-request', ...commonFacts(pull), isMerged: pull.merged, isDraft: pull.draft ?? false, head: headOf(pull) };
}

function commonFacts(answer: IssueAnswer): Omit<PlainFacts, 'kind' | 'isMerged' | 'isDraft' | 'head'> {
  const author: Account = readAccount(answer.user);
  return {
    number: answer.number,
    title: answer.title,
    body: answer.body ?? '',
    bodyHash: hashText(answer.body ?? ''),
    url: answer.html_url,
    author,
    isOpen: answer.state === 'open',
    labels: labelNames(answer.labels),
    createdAt: answer.created_at,
    updatedAt: answer.updated_at,
  };
}

/** Of a fork that was deleted GitHub still gives the label, `alice:a-branch`: whose it was is known, its name is not. */
function headOf({ head, base }: PullAnswer): Head {
  if (head.repo?.id === base.repo.id) return { sha: head.sha, fork: null };
  return { sha: head.sha, fork: head.repo?.full_name ?? (head.label ?? 'ghost').replace(/:.*/s, '') };
}
