import { retryAtOf } from './retry-at.ts';

/** What kind of "no" it was; callers decide by it, never by the words of a message. */
export type GitHubErrorKind = 'missing' | 'unauthenticated' | 'denied' | 'blocked' | 'locked' | 'limited' | 'unavailable' | 'unexpected';

/** What a failed request told us. */
export interface Failure {
  /** Null where no answer came at all. */
  status: number | null;
  message: string;
  /** Names in lower case. */
  headers: Record<string, string>;
}

/** The Action and the App both say these: the first runs in a job with a token, the second comes back by itself. */
const advice: Record<GitHubErrorKind, string> = {
  missing: 'Check that it exists and that the token may see it.',
  unauthenticated: 'Check the token; an App needs its own private key, and a clock that is right.',
  denied: 'A workflow\'s `permissions` need `contents: read` and `pull-requests: read`, and for the loop what the workflow of `unpause init` asks for; an App\'s installation has to accept the permissions that the App asks for.',
  blocked: 'GitHub has blocked it; only its owner can settle that, with GitHub\'s support.',
  locked: 'It is locked or archived: somebody who runs the repository can open it again.',
  limited: 'Try again when the limit is reset.',
  unavailable: 'Try again in a few minutes.',
  unexpected: 'If it stays so, tell us at https://github.com/unpause/unpause/issues.',
};

export interface GitHubErrorOptions extends ErrorOptions {
  /** From when on asking again makes sense; for `limited` only. */
  retryAt?: Date;
}

/** A question to GitHub that got no usable answer: what was asked, what was seen, and what helps next. */
export class GitHubError extends Error {
  readonly kind: GitHubErrorKind;
  /** What was asked and seen, without the advice: short enough to stand inside another sentence. */
  readonly seen: string;
  /** From when on asking again makes sense; null for whatever is no limit. */
  readonly retryAt: Date | null;

  constructor(kind: GitHubErrorKind, seen: string, options: GitHubErrorOptions = {}) {
    super(`${seen}. ${advice[kind]}`, options);
    this.name = 'GitHubError';
    this.kind = kind;
    this.seen = seen;
    this.retryAt = options.retryAt ?? null;
  }
}

/** The error for a request that failed, at a moment in milliseconds. */
export function toGitHubError(asked: string, failure: Failure, cause: unknown, now = Date.now()): GitHubError {
  const kind = kindOf(failure);
  const seen = `${asked} ${answerText(failure, kind)}`;
  return new GitHubError(kind, seen, kind === 'limited' ? { cause, retryAt: retryAtOf(failure.headers, now) } : { cause });
}

function kindOf({ status, headers, message }: Failure): GitHubErrorKind {
  if (status === null || status >= 500) return 'unavailable';
  if (status === 403 || status === 429) return kindOfRefusal(status, headers, message);
  if (status === 401) return 'unauthenticated';
  if (status === 451) return 'blocked';
  return status === 404 || status === 410 ? 'missing' : 'unexpected';
}

/** GitHub answers 403 for "you may not", for "not so fast", and for what nobody may; these tell them apart. */
function kindOfRefusal(status: number, headers: Record<string, string>, message: string): GitHubErrorKind {
  if (status === 429 || 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0') return 'limited';
  if (/rate limit|abuse detection/i.test(message)) return 'limited';
  if (/access blocked/i.test(message)) return 'blocked';
  return /\blocked\b|\barchived\b/i.test(message) ? 'locked' : 'denied';
}

function answerText({ status, message, headers }: Failure, kind: GitHubErrorKind): string {
  if (status === null) return `got no answer (${message})`;
  const reset = kind === 'limited' ? resetText(headers) : '';
  return `was answered with ${status} (${message})${reset}`;
}

function resetText(headers: Record<string, string>): string {
  const reset = Number(headers['x-ratelimit-reset']);
  return reset > 0 ? `, the limit is reset at ${new Date(reset * 1000).toISOString()}` : '';
}

/** Reads what Octokit threw; it marks a request without an answer as 500 without a response. */
export function readFailure(error: unknown): Failure {
  const { status, response, message } = error as { status?: unknown; response?: unknown; message?: unknown };
  const answered = typeof status === 'number' && isAnswer(response);
  return {
    status: answered ? status : null,
    message: shortMessage(answered ? response.data : null) ?? reasonOf(error, message),
    headers: answered ? textHeaders(response.headers) : {},
  };
}

function isAnswer(response: unknown): response is { data: unknown; headers: object } {
  return typeof response === 'object' && response !== null && 'headers' in response && 'data' in response;
}

function shortMessage(data: unknown): string | null {
  const message = typeof data === 'object' && data !== null && 'message' in data ? data.message : null;
  return typeof message === 'string' ? `${message}${detailsOf(data)}`.slice(0, 200) : null;
}

/** `Validation Failed` alone helps nobody: which field it was stands beside it, as text or in parts. */
function detailsOf(data: unknown): string {
  const errors = typeof data === 'object' && data !== null && 'errors' in data && Array.isArray(data.errors) ? (data.errors as unknown[]) : [];
  const details = errors.map(detailOf).filter((detail) => detail !== '');
  return details.length === 0 ? '' : `: ${details.join('; ')}`;
}

function detailOf(error: unknown): string {
  if (typeof error === 'string') return error;
  const { resource, field, code, message } = (error ?? {}) as Record<string, unknown>;
  if (typeof message === 'string') return message;
  return [resource, field, code].filter((part) => typeof part === 'string').join(' ');
}

/** `fetch failed` alone helps nobody: its cause says whether the host, the port or the certificate was the matter. */
function reasonOf(error: unknown, message: unknown): string {
  const text = typeof message === 'string' && message !== '' ? message : 'no reason given';
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  return (cause && cause !== text ? `${text}: ${cause}` : text).slice(0, 200);
}

function textHeaders(headers: object): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** GitHub's refusal in an error or in what caused it; null where it is about something else. */
export function gitHubErrorIn(error: unknown): GitHubError | null {
  if (error instanceof GitHubError) return error;
  return error instanceof Error && error.cause !== undefined ? gitHubErrorIn(error.cause) : null;
}

/** The answer, or null where GitHub says that there is no such thing (or none that this token may see). */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return await answer.catch((error: unknown) => {
    if (error instanceof GitHubError && error.kind === 'missing') return null;
    throw error;
  });
}
