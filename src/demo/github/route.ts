/** The shape of one route of the stand-in: the edge serves it, the tables in `routes/` hold them. */
import type { World } from './world.ts';

/** Who asks, as the edge found out from the token. */
export type Caller =
  | { kind: 'app'; appId: number }
  | { kind: 'installation'; appId: number; installationId: number; /** `unpause[bot]` */ login: string }
  | { kind: 'user'; login: string; /** The App that acts for them; left out where they act themselves. */ appId?: number }
  | { kind: 'anonymous' };

export interface RouteRequest {
  world: World;
  caller: Caller;
  /** The placeholders of the path, decoded: `{owner}`, `{repo}`, … */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The JSON body; an empty object where there was none. */
  body: Readonly<Record<string, unknown>>;
  /** The stand-in's own address: `http://127.0.0.1:4711`. */
  baseUrl: string;
}

/** A list is cut into pages by the edge, with a `Link` header; `pick` finds it inside an object such as `{total_count, check_runs}`. */
export interface RouteAnswer {
  status: number;
  /** Left out for 204. */
  body?: unknown;
  /** The name of the list inside `body` that is to be paged; left out where `body` itself is the list, or nothing is paged. */
  pagedKey?: string;
  headers?: Readonly<Record<string, string>>;
}

export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As GitHub's description names it: `/repos/{owner}/{repo}/issues/{issue_number}`. */
  path: string;
  /** Any of these lets an App in: `issues:write`. Empty: every token will do. The edge refuses others as GitHub does. */
  permissions: readonly string[];
  handle: (request: RouteRequest) => RouteAnswer;
}
