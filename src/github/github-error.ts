/** What kind of "no" it was; callers decide by it, never by the words of a message. */
export type GitHubErrorKind = 'missing' | 'denied' | 'limited' | 'unavailable' | 'unexpected';

/** What a failed request told us. */
export interface Failure {
  /** Null where no answer came at all. */
  status: number | null;
  message: string;
  /** Names in lower case. */
  headers: Record<string, string>;
}

const advice: Record<GitHubErrorKind, string> = {
  missing: 'Check that it exists and that the token may see it.',
  denied: 'The workflow\'s `permissions` need `contents: read` and `pull-requests: read`.',
  limited: 'Run the job again when the limit is reset.',
  unavailable: 'Run the job again in a few minutes.',
  unexpected: 'If it stays so, tell us at https://github.com/unpause/unpause/issues.',
};

/** A question to GitHub that got no usable answer: what was asked, what was seen, and what helps next. */
export class GitHubError extends Error {
  readonly kind: GitHubErrorKind;
  /** What was asked and seen, without the advice: short enough to stand inside another sentence. */
  readonly seen: string;

  constructor(kind: GitHubErrorKind, seen: string, options?: ErrorOptions) {
    super(`${seen}. ${advice[kind]}`, options);
    this.name = 'GitHubError';
    this.kind = kind;
    this.seen = seen;
  }
}

/** The error for a request that failed. */
export function toGitHubError(asked: string, failure: Failure, cause: unknown): GitHubError {
  const kind = kindOf(failure);
  return new GitHubError(kind, `${asked} ${answerText(failure, kind)}`, { cause });
}

function kindOf({ status, headers, message }: Failure): GitHubErrorKind {
  if (status === null || status >= 500) return 'unavailable';
  if (status === 429 || (status === 403 && isLimit(headers, message))) return 'limited';
  if (status === 401 || status === 403) return 'denied';
  return status === 404 || status === 410 ? 'missing' : 'unexpected';
}

/** GitHub answers 403 both for "you may not" and for "not so fast"; these tell them apart. */
function isLimit(headers: Record<string, string>, message: string): boolean {
  return 'retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
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
  return typeof message === 'string' ? message.slice(0, 200) : null;
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

/** The answer, or null where GitHub says that there is no such thing (or none that this token may see). */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return await answer.catch((error: unknown) => {
    if (error instanceof GitHubError && error.kind === 'missing') return null;
    throw error;
  });
}
