/**
 * A small, honest stand-in for GitHub's REST API: repositories in, GitHub-shaped JSON out, for the routes that the
 * product reads. It knows real blob ids, pages with Link headers, says 404 for what a token may not see, and fails on
 * demand. Whatever writes is answered with 405 and remembered; a route it does not know, with 501.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Files by path. */
export type Tree = Record<string, string | Buffer>;

export interface FakeRepository {
  private?: boolean;
  /** By commit id or branch name; `main` is the default branch. */
  commits: Record<string, Tree>;
  /** Paths that are symbolic links. */
  links?: string[];
  pulls?: Record<number, { base: string; head: string; labels?: string[]; body?: string | null }>;
  /** What each person may do here. */
  permissions?: Record<string, { pull: boolean } | null>;
}

export interface FakeGitHub {
  /** By `owner/name`. */
  repositories: Record<string, FakeRepository>;
  users?: Record<string, { type: 'User' | 'Organization' }>;
  /** Tokens and the private repositories that each may see. */
  tokens?: Record<string, string[]>;
}

export interface Fault {
  path: RegExp;
  /** `cut`: an answer that breaks off in the middle. */
  status: number | 'hang up' | 'cut';
  headers?: Record<string, string>;
  message?: string;
  /** How often; without it, always. */
  times?: number;
}

interface Answer {
  status: number;
  body: unknown;
  link?: string;
}

const notFound: Answer = { status: 404, body: { message: 'Not Found', documentation_url: 'https://docs.github.com/rest', status: '404' } };

export function blobId(content: string | Buffer): string {
  const bytes = Buffer.from(content);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

export class GitHubServer {
  state: FakeGitHub;
  faults: Fault[] = [];
  /** `GET /repos/acme/rfcs/pulls/1/files?per_page=100`, in the order of arrival. */
  readonly requests: string[] = [];
  readonly writes: string[] = [];
  readonly unknown: string[] = [];
  readonly userAgents = new Set<string>();
  readonly #server: Server;

  private constructor(state: FakeGitHub) {
    this.state = state;
    this.#server = createServer((request, response) => {
      this.#serve(request, response);
    });
  }

  static async start(state: FakeGitHub): Promise<GitHubServer> {
    const server = new GitHubServer(state);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: path = '/', headers } = request;
    const url = new URL(path, this.url);
    this.#remember(method, url, headers['user-agent']);
    const fault = this.#nextFault(url.pathname);
    if (breaksOff(fault, request, response)) return;
    const { status, body, link } = fault ? faultAnswer(fault) : this.#answer(method, url, headers.authorization ?? '');
    if (status === 501) this.unknown.push(`${method} ${url.pathname}`);
    const all = { 'content-type': 'application/json; charset=utf-8', ...(link ? { link } : {}), ...fault?.headers };
    response.writeHead(status, all).end(JSON.stringify(body));
  }

  #remember(method: string, url: URL, userAgent = ''): void {
    const asked = `${method} ${url.pathname}${url.search}`;
    this.requests.push(asked);
    this.userAgents.add(userAgent);
    if (method !== 'GET') this.writes.push(asked);
  }

  #nextFault(path: string): Fault | undefined {
    const fault = this.faults.find((known) => known.path.test(path) && known.times !== 0);
    if (fault?.times !== undefined) fault.times -= 1;
    return fault;
  }

  #answer(method: string, url: URL, authorization: string): Answer {
    if (method !== 'GET') return { status: 405, body: { message: 'This stand-in is for reading only' } };
    const allowed = this.state.tokens?.[authorization.replace(/^(?:token|bearer) /i, '')];
    if (!allowed) return { status: 401, body: { message: 'Bad credentials' } };
    const [login] = parts(/^\/users\/([^/]+)$/, url);
    if (login !== undefined) return this.#user(login);
    const [name, path] = parts(/^\/repos\/([^/]+\/[^/]+)\/(.+)$/, url);
    if (name === undefined || path === undefined) return unknownRoute;
    const repository = this.state.repositories[name];
    if (!repository || (repository.private && !allowed.includes(name))) return notFound;
    return repositoryAnswer(repository, path, url);
  }

  #user(login: string): Answer {
    const found = Object.entries(this.state.users ?? {}).find(([name]) => name.toLowerCase() === login.toLowerCase());
    return found ? { status: 200, body: { login: found[0], id: 1, type: found[1].type } } : notFound;
  }
}

function breaksOff(fault: Fault | undefined, { socket }: IncomingMessage, response: ServerResponse): boolean {
  if (fault?.status === 'hang up') socket.destroy();
  if (fault?.status === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' }).write('{"content":"abc', () => socket.destroy());
  }
  return fault?.status === 'hang up' || fault?.status === 'cut';
}

function parts(route: RegExp, { pathname }: URL): string[] {
  return (route.exec(pathname) ?? []).slice(1).map(decodeURIComponent);
}

const unknownRoute: Answer = { status: 501, body: { message: 'This stand-in does not know the route' } };

function faultAnswer({ status, message }: Fault): Answer {
  return { status: Number(status), body: { message: message ?? 'fault on demand' } };
}

type Route = [path: RegExp, answer: (repository: FakeRepository, part: string, url: URL) => Answer];

const routes: Route[] = [
  [/^contents\/(.+)$/, (repository, path, url) => contents(repository, path, url.searchParams.get('ref') ?? 'main')],
  [/^compare\/(.+)$/, compare],
  [/^git\/trees\/(.+)$/, tree],
  [/^git\/blobs\/(\w+)$/, blob],
  [/^collaborators\/([^/]+)\/permission$/, permission],
  [/^pulls\/(\d+)$/, pull],
  [/^pulls\/(\d+)\/files$/, pullFiles],
];

function repositoryAnswer(repository: FakeRepository, path: string, url: URL): Answer {
  for (const [route, answer] of routes) {
    const part = route.exec(path)?.[1];
    if (part !== undefined) return answer(repository, part, url);
  }
  return unknownRoute;
}

function contents({ commits }: FakeRepository, path: string, ref: string): Answer {
  const files = commits[ref] ?? {};
  const content = files[path];
  if (content !== undefined) {
    const bytes = Buffer.from(content);
    const large = bytes.length > 1024 * 1024;
    const text = { content: large ? '' : wrapped(bytes), encoding: large ? 'none' : 'base64' };
    return { status: 200, body: { type: 'file', path, sha: blobId(bytes), size: bytes.length, ...text } };
  }
  const inside = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
  return inside.length === 0 ? notFound : { status: 200, body: inside.map((name) => ({ type: 'file', path: name })) };
}

/** GitHub breaks base64 into lines. */
function wrapped(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{60}/g, '$&\n');
}

function changes(before: Tree, after: Tree, head: string) {
  const filenames = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return filenames.flatMap((filename) => {
    const [old, now] = [before[filename], after[filename]];
    if (old !== undefined && now !== undefined && blobId(old) === blobId(now)) return [];
    const status = now === undefined ? 'removed' : old === undefined ? 'added' : 'modified';
    const contents_url = `https://api.github.com/repositories/1/contents/${encodeURIComponent(filename)}?ref=${head}`;
    return [{ filename, status, contents_url, sha: blobId(now ?? old ?? ''), additions: 1, deletions: 0, changes: 1 }];
  });
}

function compare({ commits }: FakeRepository, basehead: string): Answer {
  const [base = '', head = ''] = basehead.split('...');
  const [before, after] = [commits[base], commits[head]];
  if (!before || !after) return notFound;
  return { status: 200, body: { merge_base_commit: { sha: base }, status: 'ahead', commits: [], files: changes(before, after, head).slice(0, 300) } };
}

function tree({ commits, links = [] }: FakeRepository, commit: string): Answer {
  const files = commits[commit];
  if (!files) return notFound;
  const entries = Object.entries(files).map(([path, content]) => ({ path, type: 'blob', mode: links.includes(path) ? '120000' : '100644', sha: blobId(content) }));
  return { status: 200, body: { sha: commit, truncated: false, tree: entries } };
}

function blob({ commits }: FakeRepository, id: string): Answer {
  const content = Object.values(commits).flatMap((files) => Object.values(files)).find((text) => blobId(text) === id);
  if (content === undefined) return notFound;
  return { status: 200, body: { sha: id, size: Buffer.byteLength(content), encoding: 'base64', content: wrapped(Buffer.from(content)) } };
}

function permission({ permissions = {} }: FakeRepository, login: string): Answer {
  const found = permissions[login];
  if (found === undefined) return notFound;
  // Both top-level fields fold roles together: whoever trusts them takes a person with access for one without.
  return { status: 200, body: { permission: 'none', role_name: 'custom', user: { login, ...(found === null ? {} : { permissions: found }) } } };
}

function pull({ pulls = {} }: FakeRepository, number: string): Answer {
  const found = pulls[Number(number)];
  if (!found) return notFound;
  const labels = (found.labels ?? []).map((name) => ({ name }));
  return { status: 200, body: { number: Number(number), body: found.body ?? null, labels, base: { sha: found.base }, head: { sha: found.head } } };
}

function pullFiles({ pulls = {}, commits }: FakeRepository, number: string, url: URL): Answer {
  const found = pulls[Number(number)];
  if (!found) return notFound;
  const all = changes(commits[found.base] ?? {}, commits[found.head] ?? {}, found.head).slice(0, 3000);
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(page + 1));
  return { status: 200, body: all.slice((page - 1) * size, page * size), ...(page * size < all.length ? { link: `<${next.href}>; rel="next"` } : {}) };
}
