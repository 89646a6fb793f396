import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import * as z from 'zod/mini';
import type { OwnersRepository } from '../src/github/owner-look-up.ts';
import { JobError } from './job-error.ts';

/** What the job is to look at. */
export type Trigger =
  | { kind: 'pull-request'; number: number; base: string; head: string; url: string; labels: string[]; body: string }
  /** What came between two commits; `bases` holds the commit before and what else could stand for it, best first. */
  | { kind: 'range'; bases: string[]; head: string; judgesItself: boolean }
  | { kind: 'repository'; head: string }
  | { kind: 'nothing'; why: string };

/** What the runner says about the job. */
export interface Job {
  event: string;
  trigger: Trigger;
  /** The issue or pull request that the event is about; null where it is about none. */
  rfc: number | null;
  repository: OwnersRepository;
  workspace: string;
  temp: string;
  apiUrl: string;
  serverUrl: string;
}

export type Environment = Record<string, string | undefined>;

const Labels = z.array(z.object({ name: z.string() }));

const Payload = z.object({
  repository: z.optional(z.object({ private: z.optional(z.boolean()), default_branch: z.optional(z.string()) })),
  pull_request: z.optional(
    z.object({
      number: z.number(),
      html_url: z.string(),
      body: z.nullish(z.string()),
      labels: z.optional(Labels),
      base: z.object({ sha: z.string() }),
      head: z.object({ sha: z.string() }),
    }),
  ),
  issue: z.optional(z.object({ number: z.number() })),
  merge_group: z.optional(z.object({ base_sha: z.string(), head_sha: z.string() })),
  before: z.optional(z.string()),
  after: z.optional(z.string()),
  deleted: z.optional(z.boolean()),
  ref: z.optional(z.string()),
});
type Payload = z.output<typeof Payload>;

/** The events that run the loop: there is no document of their own in them. */
const loopEvents = new Set(['issues', 'issue_comment', 'pull_request_review', 'schedule', 'workflow_dispatch']);

/** Whether `mode: auto` leaves this event to the loop. */
export function isLoopEvent(event: string): boolean {
  return loopEvents.has(event);
}

/** What a variable is where the runner did not set it: on github.com, in the folder we were started in. */
const unset = {
  GITHUB_EVENT_NAME: '',
  GITHUB_SHA: 'HEAD',
  GITHUB_WORKSPACE: '.',
  RUNNER_TEMP: tmpdir(),
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_SERVER_URL: 'https://github.com',
};

/** Reads what the runner knows of the job from its variables and the event file. */
export function readJob(environment: Environment): Job {
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const variable = (name: keyof typeof unset): string => environment[name] || unset[name];
  const [owner, name] = (environment.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !name) throw new JobError('Missing GITHUB_REPOSITORY, expected `owner/name`. On a GitHub runner it is always set.');
  const event = variable('GITHUB_EVENT_NAME');
  return {
    event,
    trigger: triggerOf(event, payload, variable('GITHUB_SHA')),
    rfc: payload.issue?.number ?? payload.pull_request?.number ?? null,
    repository: { owner, name, isPrivate: payload.repository?.private ?? true },
    workspace: resolve(variable('GITHUB_WORKSPACE')),
    temp: variable('RUNNER_TEMP'),
    apiUrl: variable('GITHUB_API_URL').replace(/\/+$/, ''),
    serverUrl: variable('GITHUB_SERVER_URL').replace(/\/+$/, ''),
  };
}

function readPayload(path: string | undefined): Payload {
  if (!path) return {};
  try {
    return z.parse(Payload, JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new JobError(`The event file ${path} cannot be read as an event of GitHub. On a GitHub runner it always can; elsewhere, leave GITHUB_EVENT_PATH out.`, { cause: error });
  }
}

function triggerOf(event: string, payload: Payload, commit: string): Trigger {
  if (payload.pull_request) return pullRequestTrigger(payload.pull_request);
  if (event === 'merge_group' && payload.merge_group) {
    const { base_sha: base, head_sha: head } = payload.merge_group;
    return { kind: 'range', bases: [base], head, judgesItself: false };
  }
  if (event === 'push') return pushTrigger(payload, commit);
  return { kind: 'repository', head: commit };
}

function pullRequestTrigger({ number, base, head, html_url: url, labels = [], body }: NonNullable<Payload['pull_request']>): Trigger {
  return { kind: 'pull-request', number, base: base.sha, head: head.sha, url, labels: labels.map((label) => label.name), body: body ?? '' };
}

/** A new branch, and one that was pushed with force, have no commit before; they are compared with the default branch. */
function pushTrigger({ before, after, deleted, ref, repository }: Payload, commit: string): Trigger {
  if (deleted) return { kind: 'nothing', why: 'This push deletes a branch or a tag: there is no document left to lint.' };
  const head = after ?? commit;
  const branch = repository?.default_branch;
  const bases = before === undefined || /^0+$/.test(before) ? [] : [before];
  if (branch !== undefined && ref !== `refs/heads/${branch}`) bases.push(branch);
  return bases.length === 0 ? { kind: 'repository', head } : { kind: 'range', bases, head, judgesItself: true };
}
