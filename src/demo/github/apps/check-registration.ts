/** GitHub refuses an App that asks for events which its permissions do not cover. */
import type { Permissions } from './app.ts';

/** One of these permissions is needed; events that every App may have are not listed, unknown ones are refused. */
const neededFor: Readonly<Record<string, readonly string[]>> = {
  check_run: ['checks'],
  check_suite: ['checks'],
  issue_comment: ['issues', 'pull_requests'],
  issues: ['issues'],
  label: ['issues', 'pull_requests'],
  member: ['members', 'metadata'],
  merge_group: ['merge_queues'],
  organization: ['members'],
  pull_request: ['pull_requests'],
  pull_request_review: ['pull_requests'],
  pull_request_review_comment: ['pull_requests'],
  pull_request_review_thread: ['pull_requests'],
  push: ['contents'],
  repository: ['metadata'],
  team: ['members'],
};

/** What is wrong with it, in GitHub's words; empty where nothing is. */
export function checkRegistration({ permissions, events }: { permissions: Permissions; events: readonly string[] }): string[] {
  const unsupported = events.filter((event) => !neededFor[event]?.some((permission) => permission in permissions));
  const levels = Object.entries(permissions).filter(([, level]) => !['read', 'write', 'admin'].includes(level));
  return [
    ...(unsupported.length > 0 ? [`Default events unsupported: ${unsupported.join(', ')}`] : []),
    ...levels.map(([name, level]) => `Default permission ${name} cannot be ${level}`),
  ];
}
