/** What the App did, in plain words: its writes, as the stand-in received them. */
import type { Clock } from './github/clock.ts';
import type { Exchange } from './github/edge/exchange.ts';
import { isPullRequest } from './github/state/issue.ts';
import type { World } from './github/world.ts';

export interface JournalEntry {
  /** ISO 8601, of the stand-in's clock. */
  at: string;
  /** `acme/rfcs`; null where it concerns no repository. */
  repo: string | null;
  /** Null where it concerns no thread. */
  number: number | null;
  /** `reported Unpause: document: failure` */
  text: string;
}

export interface Journal {
  /** The newest first. */
  entries: () => readonly JournalEntry[];
  /** For the stand-in's `onExchange`. */
  add: (exchange: Exchange) => void;
  /** Where the things are that the App writes about; nothing is kept before. */
  watch: (world: World, onEntry: () => void) => void;
}

/** A demo that runs for days keeps the last ones. */
const most = 200;

export function createJournal(clock: Clock): Journal {
  const entries: JournalEntry[] = [];
  let watched: { world: World; onEntry: () => void } | null = null;
  return {
    entries: () => entries,
    watch(world, onEntry) {
      watched = { world, onEntry };
    },
    add(exchange) {
      if (watched === null || !isWrite(exchange)) return;
      const { repo, number, text } = describe(watched.world, exchange);
      entries.unshift({ at: clock.now().toISOString(), repo, number, text });
      entries.splice(most);
      watched.onEntry();
    },
  };
}

function isWrite({ method, caller, status, template }: Exchange): boolean {
  return method !== 'GET' && caller?.kind === 'installation' && status !== null && status < 300 && !(template ?? '').startsWith('/app/');
}

type Described = Pick<JournalEntry, 'repo' | 'number' | 'text'>;

interface Told {
  world: World;
  /** `acme/rfcs` */
  repo: string;
  params: Readonly<Record<string, string>>;
  body: Readonly<Record<string, unknown>>;
}

/** Words for what the App writes, and the number of the thread that it concerns. */
const words: Readonly<Record<string, (told: Told) => { number: number | null; text: string }>> = {
  'POST issues/{issue_number}/comments': ({ params }) => ({ number: Number(params.issue_number), text: 'posted a comment' }),
  'PATCH issues/comments/{comment_id}': (told) => ({ number: numberOfComment(told), text: 'edited its comment' }),
  'DELETE issues/comments/{comment_id}': () => ({ number: null, text: 'removed its comment' }),
  'POST issues/{issue_number}/labels': ({ params, body }) => ({ number: Number(params.issue_number), text: `added the label ${listOf(body.labels)}` }),
  'DELETE issues/{issue_number}/labels/{name}': ({ params }) => ({ number: Number(params.issue_number), text: `took off the label ${params.name ?? ''}` }),
  'POST issues/{issue_number}/assignees': ({ params, body }) => ({ number: Number(params.issue_number), text: `assigned ${listOf(body.assignees)}` }),
  'DELETE issues/{issue_number}/assignees': ({ params, body }) => ({ number: Number(params.issue_number), text: `took ${listOf(body.assignees)} off the assignees` }),
  'POST issues/comments/{comment_id}/reactions': (told) => ({ number: numberOfComment(told), text: told.body.content === '+1' ? 'understood a comment' : 'answered a comment with 😕' }),
  'POST labels': ({ body }) => ({ number: null, text: `made the label ${textOf(body.name)}` }),
  'POST check-runs': (told) => ({ number: numberOfCommit(told, textOf(told.body.head_sha)), text: `reported ${textOf(told.body.name)}: ${resultOf(told.body)}` }),
  'PATCH check-runs/{check_run_id}': (told) => {
    const run = told.world.checkRun(told.repo, Number(told.params.check_run_id));
    return { number: numberOfCommit(told, run.headSha), text: `reported ${run.name}: ${resultOf(told.body)}` };
  },
  'POST pulls/{pull_number}/comments': ({ params, body }) => ({ number: Number(params.pull_number), text: `suggested a change in ${textOf(body.path)}` }),
};

function describe(world: World, { method, path, template, params, requestBody }: Exchange): Described {
  const repo = params.owner !== undefined && params.repo !== undefined ? `${params.owner}/${params.repo}` : null;
  const say = words[`${method} ${(template ?? '').replace('/repos/{owner}/{repo}/', '')}`];
  if (repo === null || say === undefined) return { repo, number: null, text: `${method} ${path}` };
  return { repo, ...say({ world, repo, params, body: requestBody }) };
}

function numberOfComment({ world, repo, params }: Told): number | null {
  const issues = [...world.repository(repo).issues.values()];
  return issues.find((issue) => issue?.comments.some(({ id }) => id === Number(params.comment_id)))?.number ?? null;
}

function numberOfCommit({ world, repo }: Told, sha: string): number | null {
  const issues = [...world.repository(repo).issues.values()];
  return issues.find((issue) => issue !== null && isPullRequest(issue) && issue.pull.head.sha === sha)?.number ?? null;
}

function resultOf(body: Told['body']): string {
  return textOf(body.conclusion ?? 'under way').replaceAll('_', ' ');
}

function listOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
