/** Gives each effect of a plan its words, and drops those that would change nothing. */
import type { Config } from '../config/schema.ts';
import type { GroupReport, GroupSnapshot } from '../decision/merge-group.ts';
import type { CheckReport, Effect, Plan, Status } from '../decision/plan.ts';
import { hasEvent, statusComments } from '../decision/markers.ts';
import type { Seal } from '../decision/record.ts';
import type { OpenThreads } from '../decision/review-threads.ts';
import type { OwnComment, Snapshot } from '../decision/snapshot.ts';
import type { CheckRunContent, LabelContent, Write } from '../decision/write.ts';
import { renderCall } from './calls/render-call.ts';
import { renderCheckRun } from './check-run.ts';
import { commandHelp } from './command-help.ts';
import type { CommandHelp } from './command-list.ts';
import { checkWrites } from './check-writes.ts';
import { renderStatusComment } from './status-comment.ts';
import { renderGroupCheck } from './group-check.ts';
import { progressOf } from './status/progress-of.ts';
import { renderSuggestion } from './suggestion.ts';
import { allowedIn, type Allowed } from './who-can.ts';

export interface Wording {
  config: Config;
  seal: Seal;
  /** Where the plan's words tell of them (`tellsOfThreads`); left out elsewhere. */
  threads?: OpenThreads | null;
}

/** The writes that bring GitHub from the snapshot to where the plan wants it, in the plan's order. */
export function wordPlan(plan: Plan, snapshot: Snapshot, { config, seal, threads = null }: Wording): Write[] {
  const [commands, allowed] = [commandHelp(config), allowedIn(config)];
  return plan.effects.flatMap((effect) => wordEffect(effect, { plan, snapshot, seal, commands, allowed, threads }));
}

interface Context {
  plan: Plan;
  snapshot: Snapshot;
  seal: Seal;
  commands: readonly CommandHelp[];
  allowed: Allowed;
  threads: OpenThreads | null;
}

function wordEffect(effect: Effect, context: Context): Write[] {
  switch (effect.kind) {
    case 'report-check':
      return checkWrites(checkContent(effect.report, context), context.snapshot.checkRuns, { isRerun: effect.report.rerun !== null });
    case 'add-label':
      return [{ kind: 'add-label', label: labels[effect.label](effect.name) }];
    case 'remove-label':
      return [{ kind: 'remove-label', name: effect.name }];
    case 'react':
    case 'assign':
    case 'unassign':
      return [effect];
    default:
      return wordComment(effect, context);
  }
}

type CommentEffect = Extract<Effect, { kind: 'show-status' | 'remove-status' | 'call' | 'suggest' }>;

function wordComment(effect: CommentEffect, context: Context): Write[] {
  const { comments, rfc, calendar } = context.snapshot;
  switch (effect.kind) {
    case 'show-status':
      return statusWrites(statusComments(comments), statusBody(effect.status, context));
    case 'remove-status':
      return statusComments(comments).map(({ id }) => ({ kind: 'delete-comment', id }));
    case 'call': {
      const place = { rfcUrl: rfc.url, timezone: calendar.timezone, commands: context.commands, allowed: context.allowed, threads: context.threads };
      return hasEvent(comments, effect.call.event) ? [] : [{ kind: 'create-comment', body: renderCall(effect.call, place) }];
    }
    case 'suggest':
      return renderSuggestion(effect.suggestion).flatMap(({ event, write }) => (hasEvent(comments, event) ? [] : [write]));
  }
}

function statusBody(status: Status, { snapshot, seal, commands, allowed }: Context): string {
  const { rfc, calendar } = snapshot;
  return renderStatusComment(status, {
    seal,
    checksUrl: rfc.head === null ? null : `${rfc.url}/checks`,
    place: { rfcUrl: rfc.url, timezone: calendar.timezone, allowed },
    progress: progressOf(status, snapshot, commands),
  });
}

function checkContent(report: CheckReport, { plan, snapshot, allowed }: Context): CheckRunContent {
  return renderCheckRun(report, { number: snapshot.rfc.number, rules: snapshot.rules, withheld: plan.withheld, allowed, timezone: snapshot.calendar.timezone });
}

const labels: Record<'rfc' | 'needs-decision-owner', (name: string) => LabelContent> = {
  rfc: (name) => ({ name, color: '1d76db', description: 'A proposal that somebody decides' }),
  'needs-decision-owner': (name) => ({ name, color: 'fbca04', description: 'Nobody is named yet who makes the final call' }),
};

/** The oldest stays, since people may have linked to it; a second one is left over from a race, and goes. */
function statusWrites([first, ...others]: readonly OwnComment[], body: string): Write[] {
  if (first === undefined) return [{ kind: 'create-comment', body }];
  const removed = others.map(({ id }): Write => ({ kind: 'delete-comment', id }));
  return first.body === body ? removed : [{ kind: 'update-comment', id: first.id, body }, ...removed];
}

/** The writes that put a merge group's checks where they should be. */
export function wordGroup(reports: readonly GroupReport[], { sha, checkRuns, rerun }: GroupSnapshot): Write[] {
  return reports.flatMap((report) => checkWrites(renderGroupCheck(report, { sha, rerun }), checkRuns, { isRerun: rerun !== null }));
}
