/** Which deliveries start a look, and at what. The table below is the whole answer; `app.yml` is tested against it. */
import type * as z from 'zod/mini';
import { describeExpected } from '../config/explain-issue.ts';
import { type Path, renderPath } from '../config/mistake.ts';
import { readCheckRun, readCheckSuite } from './check-triggers.ts';
import {
  CheckRunPayload,
  CheckSuitePayload,
  InstallationPayload,
  InstallationRepositoriesPayload,
  IssuePayload,
  MergeGroupPayload,
  PullRequestPayload,
  PushPayload,
  RepositoryPayload,
} from './payloads.ts';
import type { Delivery } from './ports.ts';
import { readPush } from './push-trigger.ts';
import { addressOf, look, nothing, type Trigger } from './trigger.ts';

export type ReadDelivery =
  | { kind: 'trigger'; trigger: Trigger }
  /** Nothing follows from it; `why` is a constant text for the log. */
  | { kind: 'ignored'; why: string }
  /** An event of ours whose payload lacks what GitHub documents; `mistake` names the field, and repeats no content. */
  | { kind: 'unreadable'; mistake: string };

interface EventReader {
  /** Null: the event has no actions. */
  actions: readonly string[] | null;
  read: (payload: unknown, deliveryId: string) => ReadDelivery;
}

/** One row: the event's actions, the fields of its payload that are read, and what follows from them. */
function row<Schema extends z.ZodMiniType>(
  actions: readonly string[] | null,
  schema: Schema,
  follow: (payload: z.infer<Schema>, deliveryId: string) => Trigger,
): EventReader {
  return {
    actions,
    read(payload, deliveryId) {
      const { data, error } = schema.safeParse(payload, { error: describeExpected });
      if (error) return { kind: 'unreadable', mistake: mistakeIn(error) };
      const trigger = follow(data, deliveryId);
      if (trigger.looks.length === 0) return { kind: 'ignored', why: 'nothing in it concerns an RFC' };
      return { kind: 'trigger', trigger };
    },
  };
}

const changed = ['opened', 'reopened', 'edited', 'labeled', 'unlabeled', 'closed', 'assigned', 'unassigned'];
const changedPullRequest = [...changed, 'synchronize', 'ready_for_review', 'converted_to_draft', 'review_requested', 'review_request_removed'];
const written = ['created', 'edited', 'deleted'];

const table: Readonly<Record<string, EventReader>> = {
  pull_request: row(changedPullRequest, PullRequestPayload, lookAtPullRequest),
  issues: row([...changed, 'transferred', 'deleted'], IssuePayload, lookAtIssue),
  issue_comment: row(written, IssuePayload, lookAtIssue),
  pull_request_review: row(['submitted', 'edited', 'dismissed'], PullRequestPayload, lookAtPullRequest),
  pull_request_review_comment: row(written, PullRequestPayload, lookAtPullRequest),
  check_run: row(['rerequested', 'requested_action'], CheckRunPayload, readCheckRun),
  check_suite: row(['rerequested'], CheckSuitePayload, readCheckSuite),
  merge_group: row(['checks_requested'], MergeGroupPayload, (payload) =>
    look({ kind: 'merge-group', ...addressOf(payload), sha: payload.merge_group.head_sha }),
  ),
  push: row(null, PushPayload, readPush),
  // Not when it is deleted or suspended: nothing is left that could be looked at.
  installation: row(['created', 'new_permissions_accepted', 'unsuspend'], InstallationPayload, ({ installation }) =>
    look({ kind: 'installation', installation: installation.id, withRefused: true }),
  ),
  installation_repositories: row(['added'], InstallationRepositoriesPayload, ({ installation, repositories_added: added }) =>
    look(...added.map(({ full_name: name }) => ({ kind: 'repository' as const, installation: installation.id, ...splitName(name) }))),
  ),
  repository: row(['renamed', 'transferred', 'publicized', 'privatized', 'unarchived', 'edited'], RepositoryPayload, lookAtRepository),
};

/** The events that start a look, in alphabetical order. */
export const handledEvents: readonly string[] = Object.keys(table).sort();

/** Reads a delivery whose signature is right. Never throws: GitHub may add events and actions at any time. */
export function readDelivery({ id, event, payload }: Delivery): ReadDelivery {
  const reader = Object.hasOwn(table, event) ? table[event] : undefined;
  if (reader === undefined) return { kind: 'ignored', why: 'no look follows from this event' };
  const action = actionOf(payload);
  if (reader.actions !== null && action === null) return { kind: 'unreadable', mistake: 'Missing action, expected text' };
  if (reader.actions !== null && !reader.actions.includes(action ?? '')) return { kind: 'ignored', why: 'no look follows from this action' };
  return reader.read(payload, id);
}

/** The `action` of a payload, or null where it has none. */
export function actionOf(payload: unknown): string | null {
  const action = typeof payload === 'object' && payload !== null && 'action' in payload ? payload.action : null;
  return typeof action === 'string' ? action : null;
}

/** The place alone: what stands there is somebody's content. */
function mistakeIn({ issues: [first] }: z.core.$ZodError): string {
  if (first === undefined) return 'Unexpected payload';
  return `Unexpected value at ${renderPath(first.path as Path) || 'the top'}, expected ${first.message}`;
}

function lookAtPullRequest(payload: z.infer<typeof PullRequestPayload>): Trigger {
  return look({ kind: 'rfc', ...addressOf(payload), number: payload.pull_request.number });
}

function lookAtIssue(payload: z.infer<typeof IssuePayload>): Trigger {
  return look({ kind: 'rfc', ...addressOf(payload), number: payload.issue.number });
}

/** Of what is edited, the default branch alone matters: the config is read from it. */
function lookAtRepository(payload: z.infer<typeof RepositoryPayload>): Trigger {
  if (payload.action === 'edited' && payload.changes?.default_branch === undefined) return nothing;
  return look({ kind: 'repository', ...addressOf(payload) });
}

function splitName(fullName: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = fullName.split('/');
  return { owner, repo };
}
