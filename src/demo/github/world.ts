/**
 * The stand-in's world, as tests and the demo drive it: people act by their logins, repositories go by `acme/rfcs`.
 * Each act changes the state and tells the webhooks that GitHub would send. An act that makes no sense throws.
 */
import { assign, unassign } from './acts/assignees.ts';
import { clickButton, rerequestCheckRun, rerequestCheckSuite } from './acts/check-runs.ts';
import { dismissReview, editReview, findReview } from './acts/change-review.ts';
import { addComment, deleteComment, editComment, findComment, react } from './acts/comments.ts';
import { findDiffPlace, type PlaceRequest } from './acts/diff-place.ts';
import { closeIssue, deleteIssue, editIssue, mergePullRequest, reopenIssue, setDraft, setLocked } from './acts/edit.ts';
import { addLabels, createLabel, removeLabel, type NewLabel } from './acts/labels.ts';
import { dequeue, enqueue, mergeQueueHead } from './acts/merge-queue.ts';
import { openIssue, openPullRequest, type NewIssue, type NewPullRequest } from './acts/open.ts';
import { addAccount, addApp, addTeam, botOf, deleteAccount, findTeam, renameAccount, setTeamMembers, type NewAccount, type NewApp } from './acts/people.ts';
import { push, type Push } from './acts/push.ts';
import { addRepository, deleteRepository, fork, renameRepository, type FileTexts } from './acts/repositories.ts';
import { addReview, addReviewComment, requestReviewers, setResolved, unrequestReviewers, type NewReview } from './acts/reviews.ts';
import type { Account, App, Role, Team } from './state/accounts.ts';
import type { Label } from './state/label.ts';
import type { ReactionContent } from './state/reaction.ts';
import type { CheckRun, CheckSuite, Comment, Issue, MergeGroup, PullRequest, Repository, Review, ReviewComment } from './state/repository.ts';
import type { Commit } from './state/git-objects.ts';
import { WorldState } from './state/world-state.ts';

/** The options of an act, with the login of who does it. */
type By<Options> = Omit<Options, 'by'> & { by: string };
type In<Options> = By<Options> & { repo: string };
type On<Options = unknown> = In<Options> & { number: number };

export class World extends WorldState {
  addUser(login: string, options: NewAccount = {}): Account {
    return addAccount(this, login, options);
  }

  /** The login becomes free; the id stays with its account. */
  renameUser(login: string, to: string): void {
    renameAccount(this, this.account(login), to);
  }

  /** The login becomes free; what the account did is shown as `ghost`'s. */
  deleteUser(login: string): void {
    deleteAccount(this, this.account(login));
  }

  /** Makes an App and its bot known; without an owner one is made. */
  addApp({ owner = 'octo-apps', ...app }: NewApp & { owner?: string }): App {
    return addApp(this, this.findAccount(owner) ?? addAccount(this, owner, { type: 'Organization' }), app);
  }

  botOf(installation: { appId: number; login: string }): Account {
    return botOf(this, installation);
  }

  addTeam({ org, members, ...team }: { org: string; slug: string; name?: string; members: readonly string[] }): Team {
    return addTeam(this, this.account(org), { ...team, members: this.#accounts(members) });
  }

  setTeamMembers({ org, slug, members }: { org: string; slug: string; members: readonly string[] }): void {
    setTeamMembers(known(findTeam(this, org, slug), `team ${slug} of ${org}`), this.#accounts(members));
  }

  addRepository({ owner, collaborators = {}, ...repository }: { owner: string; name: string; files?: FileTexts; isPrivate?: boolean; collaborators?: Readonly<Record<string, Role>> }): Repository {
    const entries = Object.entries(collaborators).map(([login, role]) => [this.account(login), role] as const);
    return addRepository(this, { ...repository, owner: this.account(owner), collaborators: new Map(entries) });
  }

  fork({ repo, by }: In<unknown>): Repository {
    return fork(this, this.repository(repo), this.account(by));
  }

  renameRepository({ repo, by, name }: In<{ name: string }>): void {
    renameRepository(this, this.repository(repo), { name, by: this.account(by) });
  }

  deleteRepository({ repo, by }: In<unknown>): void {
    deleteRepository(this, this.repository(repo), this.account(by));
  }

  /** From now on the API answers for it with this status; null lets it in again. */
  setBlocked(repo: string, status: Repository['blocked']): void {
    this.repository(repo).blocked = status;
  }

  /** Null takes somebody out again. No webhook is told of it. */
  setRole({ repo, login, role }: { repo: string; login: string; role: Role | null }): void {
    const { collaborators } = this.repository(repo);
    if (role === null) collaborators.delete(this.account(login));
    else collaborators.set(this.account(login), role);
  }

  push({ repo, by, ...options }: In<Push>): Commit {
    return push(this, this.repository(repo), { ...options, by: this.account(by) });
  }

  openIssue({ repo, by, ...options }: In<NewIssue>): Issue {
    return openIssue(this, this.repository(repo), { ...options, by: this.account(by) });
  }

  openPullRequest({ repo, by, ...options }: In<NewPullRequest>): PullRequest {
    return openPullRequest(this, this.repository(repo), { ...options, by: this.account(by) });
  }

  /** The title, the body, or both, of an issue or a pull request. */
  editRfc({ repo, number, by, ...change }: On<{ title?: string; body?: string | null }>): void {
    editIssue(this, this.issue(repo, number), { ...change, by: this.account(by) });
  }

  setDraft({ repo, number, by, isDraft }: On<{ isDraft: boolean }>): void {
    setDraft(this, this.pullRequest(repo, number), { by: this.account(by), isDraft });
  }

  close({ repo, number, by }: On): void {
    closeIssue(this, this.issue(repo, number), { by: this.account(by) });
  }

  reopen({ repo, number, by }: On): void {
    reopenIssue(this, this.issue(repo, number), this.account(by));
  }

  setLocked({ repo, number, by, isLocked }: On<{ isLocked: boolean }>): void {
    setLocked(this, this.issue(repo, number), { by: this.account(by), isLocked });
  }

  deleteIssue({ repo, number, by }: On): void {
    deleteIssue(this, this.issue(repo, number), this.account(by));
  }

  merge({ repo, number, by }: On): void {
    mergePullRequest(this, this.pullRequest(repo, number), this.account(by));
  }

  createLabel({ repo, by, ...label }: In<NewLabel>): Label {
    return createLabel(this, this.repository(repo), { ...label, by: this.account(by) });
  }

  addLabels({ repo, number, by, labels }: On<{ labels: readonly string[] }>): void {
    addLabels(this, this.issue(repo, number), { by: this.account(by), names: labels });
  }

  removeLabel({ repo, number, by, label }: On<{ label: string }>): void {
    removeLabel(this, this.issue(repo, number), { by: this.account(by), name: label });
  }

  comment({ repo, number, by, body }: On<{ body: string }>): Comment {
    return addComment(this, this.issue(repo, number), { by: this.account(by), body });
  }

  editComment({ repo, commentId, by, body }: In<{ commentId: number; body: string }>): void {
    editComment(this, this.#comment(repo, commentId), { by: this.account(by), body });
  }

  deleteComment({ repo, commentId, by }: In<{ commentId: number }>): void {
    deleteComment(this, this.#comment(repo, commentId), this.account(by));
  }

  react({ repo, commentId, by, content }: In<{ commentId: number; content: ReactionContent }>): void {
    react(this, this.#comment(repo, commentId).reactions, { by: this.account(by), content });
  }

  review({ repo, number, by, ...review }: On<Omit<NewReview, 'by'>>): Review {
    return addReview(this, this.pullRequest(repo, number), { ...review, by: this.account(by) });
  }

  editReview({ repo, number, reviewId, by, body }: On<{ reviewId: number; body: string }>): void {
    editReview(this, this.#review(repo, number, reviewId), { by: this.account(by), body });
  }

  dismissReview({ repo, number, reviewId, by }: On<{ reviewId: number }>): void {
    dismissReview(this, this.#review(repo, number, reviewId), this.account(by));
  }

  /** Somebody resolves the thread of a review comment, or opens it again. No webhook that Unpause hears tells of it. */
  setResolved({ repo, number, comment, isResolved }: { repo: string; number: number; comment: ReviewComment; isResolved: boolean }): void {
    setResolved(this.pullRequest(repo, number), comment, isResolved);
  }

  reviewComment({ repo, number, by, body, ...place }: On<PlaceRequest & { body: string }>): ReviewComment {
    const issue = this.pullRequest(repo, number);
    const found = findDiffPlace(this, issue, place);
    if ('wrong' in found) throw new Error(`Unexpected ${found.wrong} of a comment at ${place.path}:${place.line}, expected one in the diff of ${repo}#${number}`);
    return addReviewComment(this, issue, { by: this.account(by), body, place: found });
  }

  requestReviewers({ repo, number, by, reviewers = [], teams = [] }: On<{ reviewers?: readonly string[]; teams?: readonly string[] }>): void {
    requestReviewers(this, this.pullRequest(repo, number), { by: this.account(by), reviewers: this.#accounts(reviewers), teams: this.#teams(repo, teams) });
  }

  unrequestReviewers({ repo, number, by, reviewers = [], teams = [] }: On<{ reviewers?: readonly string[]; teams?: readonly string[] }>): void {
    unrequestReviewers(this, this.pullRequest(repo, number), { by: this.account(by), reviewers: this.#accounts(reviewers), teams: this.#teams(repo, teams) });
  }

  assign({ repo, number, by, assignees }: On<{ assignees: readonly string[] }>): void {
    assign(this, this.issue(repo, number), { by: this.account(by), assignees: this.#accounts(assignees) });
  }

  unassign({ repo, number, by, assignees }: On<{ assignees: readonly string[] }>): void {
    unassign(this, this.issue(repo, number), { by: this.account(by), assignees: this.#accounts(assignees) });
  }

  clickButton({ repo, checkRunId, identifier, by }: In<{ checkRunId: number; identifier: string }>): void {
    clickButton(this, this.checkRun(repo, checkRunId), { identifier, by: this.account(by) });
  }

  rerequestCheckRun({ repo, checkRunId, by }: In<{ checkRunId: number }>): void {
    rerequestCheckRun(this, this.checkRun(repo, checkRunId), this.account(by));
  }

  rerequestCheckSuite({ repo, checkSuiteId, by }: In<{ checkSuiteId: number }>): void {
    rerequestCheckSuite(this, this.checkSuite(repo, checkSuiteId), this.account(by));
  }

  enqueue({ repo, number, by }: On): MergeGroup {
    return enqueue(this, this.pullRequest(repo, number), this.account(by));
  }

  dequeue({ repo, number, by }: On): void {
    dequeue(this, this.pullRequest(repo, number), this.account(by));
  }

  mergeQueueHead({ repo, by }: In<unknown>): void {
    mergeQueueHead(this, this.repository(repo), this.account(by));
  }

  checkRun(repo: string, id: number): CheckRun {
    return known(this.repository(repo).checkRuns.find((run) => run.id === id), `check run ${id} of ${repo}`);
  }

  checkSuite(repo: string, id: number): CheckSuite {
    return known(this.repository(repo).suites.find((suite) => suite.id === id), `check suite ${id} of ${repo}`);
  }

  #comment(repo: string, id: number): Comment {
    return known(findComment(this.repository(repo), id), `comment ${id} of ${repo}`);
  }

  #review(repo: string, number: number, id: number): Review {
    return known(findReview(this.pullRequest(repo, number), id), `review ${id} of ${repo}#${number}`);
  }

  #accounts(logins: readonly string[]): Account[] {
    return logins.map((login) => this.account(login));
  }

  #teams(repo: string, slugs: readonly string[]): Team[] {
    const { owner } = this.repository(repo);
    return slugs.map((slug) => known(findTeam(this, owner.login, slug), `team ${slug} of ${owner.login}`));
  }
}

function known<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`Unexpected ${what}, expected one that is there`);
  return thing;
}
