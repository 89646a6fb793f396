/** Clicks on our check runs: on "Re-run", or on one of their buttons. */
import type * as z from 'zod/mini';
import type { Person } from '../decision/people.ts';
import { isRoleButton } from '../decision/pressed.ts';
import type { CheckRunPayload, CheckSuitePayload } from './payloads.ts';
import type { LookKey } from './look-key.ts';
import { onCommit, type Click } from './ports.ts';
import { addressOf, nothing, type Trigger } from './trigger.ts';

/** `rfc-12-…` on the run of an RFC, `group-…` on that of a merge group. */
const rfcRun = /^rfc-([1-9]\d{0,15})-/;
const groupRun = 'group-';
const groupBranch = 'gh-readonly-queue/';

/** A re-requested run, or a button on it; a button that nobody knows asks for nothing. */
export function readCheckRun(payload: z.infer<typeof CheckRunPayload>, deliveryId: string): Trigger {
  const { check_run: run, requested_action: button } = payload;
  const where = addressOf(payload);
  const { owner, repo } = where;
  if (run.external_id?.startsWith(groupRun)) return rerunOfCommit({ kind: 'merge-group', ...where, sha: run.head_sha }, deliveryId);
  const kind = button === undefined ? 'rerun' : buttonOf(button.identifier);
  if (kind === null) return nothing;
  const by = isRoleButton(kind) ? presserOf(payload) : null;
  // A role is somebody's own to take.
  if (isRoleButton(kind) && by === null) return nothing;
  const numbers = rfcsOf(run);
  if (numbers.length === 0) return kind === 'rerun' ? rerunOfCommit({ kind: 'commit', ...where, sha: run.head_sha }, deliveryId) : nothing;
  return {
    looks: numbers.map((number) => ({ kind: 'rfc', ...where, number })),
    clicks: numbers.map((number) => ({ id: numbers.length === 1 ? deliveryId : `${deliveryId}#${number}`, kind, owner, repo, number, sha: run.head_sha, ...(by !== null && { by }) })),
  };
}

/** A re-requested suite: every RFC whose runs are in it, or the merge group it belongs to. */
export function readCheckSuite(payload: z.infer<typeof CheckSuitePayload>, deliveryId: string): Trigger {
  const { head_sha: sha, head_branch: branch } = payload.check_suite;
  return rerunOfCommit({ kind: branch?.startsWith(groupBranch) ? 'merge-group' : 'commit', ...addressOf(payload), sha }, deliveryId);
}

function rerunOfCommit(key: Extract<LookKey, { sha: string }>, deliveryId: string): Trigger {
  const { owner, repo, sha } = key;
  return { looks: [key], clicks: [{ id: deliveryId, kind: 'rerun', owner, repo, number: onCommit, sha }] };
}

/** A bot takes no role. */
function presserOf({ sender }: z.infer<typeof CheckRunPayload>): Person | null {
  return sender?.type === 'User' ? { id: sender.id, login: sender.login } : null;
}

function buttonOf(identifier: string): Click['kind'] | null {
  return identifier === 'insert-missing' || isRoleButton(identifier) ? identifier : null;
}

/** Our own mark first: GitHub lists no pull request for a run on a fork's commit, and may list several for a branch. */
function rfcsOf(run: z.infer<typeof CheckRunPayload>['check_run']): number[] {
  const [, number] = rfcRun.exec(run.external_id ?? '') ?? [];
  return number === undefined ? run.pull_requests.map((pull) => pull.number) : [Number(number)];
}
